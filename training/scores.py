"""Scores on development data, computed the way the network is used (heads by greedy choice: a lower bound)."""

import torch

from . import features, lemmas, names


def mask_invalid(arcs, batch):
    keep = torch.cat([torch.ones(len(batch.mask), 1, dtype=torch.bool), batch.mask], 1)[:, None, :]
    return arcs.masked_fill(~keep, -1e9)


@torch.no_grad()
def treebank(network, encoder, sentences, exceptions) -> dict[str, float]:
    network.eval()
    right, total = dict.fromkeys(("UPOS", "XPOS", "FEATS", "UAS", "LAS", "LEMMA"), 0), 0
    lists = encoder.labels.lists
    for batch in encoder.batches(sentences, 4000):
        state = network.encode(batch)
        best = {task: head(state).argmax(-1) for task, head in network.heads.items()}
        for task, name in (("upos", "UPOS"), ("xpos", "XPOS"), ("feats", "FEATS")):
            right[name] += int((best[task] == batch.targets[task]).sum())
        heads = mask_invalid(network.arcs(state, batch), batch).argmax(-1)[batch.mask]
        relations = network.relations(state, batch.head_rows(heads, len(state)), batch).argmax(-1)
        words = [w for s in sentences[right.setdefault("_at", 0):][:len(batch.words)] for w in s.tree]
        right["_at"] += len(batch.words)
        for i, w in enumerate(words):
            if int(heads[i]) == w.head:
                right["UAS"] += 1
                right["LAS"] += lists["deprel"][int(relations[i])].split(":")[0] == w.deprel.split(":")[0]
            upos = lists["upos"][int(best["upos"][i])]
            lemma = exceptions.get((features.normal(w.form), upos)) or lemmas.apply(lists["lemma"][int(best["lemma"][i])], w.form)
            right["LEMMA"] += lemma == w.lemma or w.lemma == "_"
        total += len(words)
    network.train()
    return {name: 100 * n / total for name, n in right.items() if name[0] != "_"}


def spans(tags: list[int]) -> set[tuple[int, int, str]]:
    """Well-formed BIOES spans of a tag sequence."""
    found, begin = set(), None
    for i, tag in enumerate(tags):
        text = names.TAGS[tag] if tag > 0 else "O"
        if text[0] == "S":
            found.add((i, i + 1, text[2:]))
        elif text[0] == "B":
            begin = (i, text[2:])
        elif text[0] == "E" and begin and begin[1] == text[2:]:
            found.add((begin[0], i + 1, text[2:]))
        if text[0] in "OSE":
            begin = None
    return found


@torch.no_grad()
def name_f1(network, encoder, sentences) -> float:
    network.eval()
    right = gold = system = 0
    for batch in encoder.batches(sentences, 4000):
        best = network.heads["ner"](network.encode(batch)).argmax(-1).tolist()
        truth, bounds = batch.targets["ner"].tolist(), batch.bounds.tolist()
        for a, b in zip(bounds, bounds[1:]):
            g, s = spans(truth[a:b]), spans(best[a:b])
            right, gold, system = right + len(g & s), gold + len(g), system + len(s)
    network.train()
    return 200 * right / max(gold + system, 1)
