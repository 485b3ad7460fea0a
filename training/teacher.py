"""The teacher: a pretrained encoder fine-tuned on the treebanks and names, which then labels news for the student.

python -m training.teacher train --encoder DIR --data DIR --gold DIR --names FILE --work DIR
python -m training.teacher label --encoder DIR --names FILE --work DIR --out FILE

Training continues from WORK/teacher.pt when interrupted; labelling writes JSON lines: words, tags, heads, relations,
the likeliest heads and relations of every word with their probabilities (for distillation, Hinton et al. 2015), the mean
log probability of the tree, and name tags.
"""

import argparse
import collections
import json
import pathlib
import random
import time

import torch
from torch import nn

from . import data, features, names, scores
from .corpus import cached, corpus
from .losses import batch_loss
from .progress import Log

HEADS, RELATIONS = 4, 3  # kept for each word when labelling


class Teacher(nn.Module):
    def __init__(self, encoder, labels, arc=400, relation=128, mixed=4):
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size + 64
        self.mix = nn.Parameter(torch.zeros(mixed))
        self.shape = nn.Embedding(2048, 64)  # the encoder is uncased
        self.heads = nn.ModuleDict({task: nn.Linear(size, n) for task, n in labels.items() if task != "deprel"})
        self.arc_parts = nn.Linear(size, 2 * arc)
        self.relation_parts = nn.Linear(size, 2 * relation)
        self.arc = nn.Linear(arc, arc)
        self.arc_root = nn.Parameter(torch.randn(arc) * 0.1)
        self.relation = nn.Linear(relation + 1, (relation + 1) * labels["deprel"], bias=False)
        nn.init.normal_(self.relation.weight, std=0.01)
        self.relation_root = nn.Parameter(torch.randn(relation) * 0.1)
        self.dropout = nn.Dropout(0.2)

    def encode(self, inputs, first, shapes):
        """States [words, size] of the first piece of every word."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = self.encoder(**inputs, output_hidden_states=True).hidden_states
        weights = torch.softmax(self.mix, 0)
        state = sum(w * h.float() for w, h in zip(weights, out[-len(weights):]))
        state = state.flatten(0, 1)[first]
        return self.dropout(torch.cat([state, self.shape(shapes)], 1))

    def arcs(self, state, batch):
        dependent, head = torch.relu(self.arc_parts(state)).chunk(2, 1)
        left = self.arc(self.dropout(dependent)) / dependent.shape[1] ** 0.5
        right = torch.cat([self.arc_root[None].to(head.dtype), self.dropout(head)])
        return torch.bmm(left[batch.grid], right[batch.heads_grid].transpose(1, 2)).float()

    def relations(self, state, rows):
        dependent, head = torch.relu(self.relation_parts(state)).chunk(2, 1)
        head = torch.cat([head, self.relation_root[None].to(head.dtype)])[rows]
        one = torch.ones(len(state), 1, dtype=head.dtype)
        left = self.relation(torch.cat([self.dropout(dependent), one], 1)).view(len(state), -1, head.shape[1] + 1)
        return (left @ torch.cat([self.dropout(head), one], 1)[:, :, None])[:, :, 0].float()


LENGTHS = (16, 32, 48, 64, 96, 160, 256)  # of padded sentences: matrix kernels are prepared once for each shape
CELLS = 2048  # pieces in a batch, padding included


class Pieces:
    """Word pieces of a batch of sentences, and where each word begins."""

    def __init__(self, path):
        from transformers import AutoTokenizer
        self.tokenizer = AutoTokenizer.from_pretrained(path)

    def groups(self, sentences, rng):
        """Sentences in batches of one padded length, in random order."""
        by_length, groups = {}, []
        sentences = rng.sample(sentences, len(sentences))
        coded = self.tokenizer([s.words for s in sentences], is_split_into_words=True)["input_ids"]
        for s, ids in zip(sentences, coded):
            length = next((n for n in LENGTHS if n >= len(ids)), None)
            if length:
                group = by_length.setdefault(length, [])
                group.append(s)
                if len(group) == CELLS // length:
                    groups.append((length, by_length.pop(length)))
        groups += sorted(by_length.items())
        rng.shuffle(groups)
        return groups

    def __call__(self, length, sentences):
        filled = sentences + [["."]] * (CELLS // length - len(sentences))
        coded = self.tokenizer(filled, is_split_into_words=True, padding="max_length", max_length=length,
                               return_tensors="pt")
        first = []
        for s, words in enumerate(sentences):
            begins = {}
            for i, word in enumerate(coded.word_ids(s)):
                if word is not None:
                    begins.setdefault(word, s * length + i)
            first += [begins.get(i, s * length) for i in range(len(words))]
        shapes = [features.hash64(20, features.shape(w)) % 2048 for words in sentences for w in words]
        return dict(coded), torch.tensor(first), torch.tensor(shapes)


def _load(options):
    from transformers import AutoModel
    c = cached(options.work / "corpus.pickle", lambda: corpus(options))
    labels = data.Labels([s.tree for s in c.treebanks])
    encoder = data.Encoder(labels, {}, collections.Counter())
    model = Teacher(AutoModel.from_pretrained(options.encoder, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0), labels.sizes())
    return c, labels, encoder, model, Pieces(options.encoder)


def _loss(model, batch, pieces):
    state = model.encode(*pieces)
    return batch_loss(batch, len(state), {task: head(state) for task, head in model.heads.items()},
                      model.arcs(state, batch), lambda rows: model.relations(state, rows))


@torch.no_grad()
def _predict(model, encoder, pieces, length, group):
    batch = encoder.batch(group)
    state = model.encode(*pieces(length, [s.words for s in group]))
    arcs = scores.mask_invalid(model.arcs(state, batch), batch)[batch.mask].log_softmax(-1)
    arcs = torch.nn.functional.pad(arcs, (0, max(0, HEADS - arcs.shape[1])), value=-100.0).topk(HEADS)
    heads = arcs.indices[:, 0]
    relations = model.relations(state, batch.head_rows(heads, len(state))).log_softmax(-1).topk(RELATIONS)
    tags = {task: head(state).float().argmax(-1) for task, head in model.heads.items()}
    return batch, arcs, relations, tags


def _evaluate(model, encoder, pieces, c):
    model.eval()
    result = {}
    for name, sentences in c.dev.items():
        right = dict.fromkeys(("UPOS", "UAS", "LAS"), 0)
        total = 0
        for length, group in pieces.groups(sentences, random.Random(0)):
            batch, arcs, relations, tags = _predict(model, encoder, pieces, length, group)
            hit = arcs.indices[:, 0] == batch.heads
            plain = [label.split(":")[0] for label in encoder.labels.lists["deprel"]]
            same = torch.tensor([plain[a] == plain[b] if b >= 0 else False
                                 for a, b in zip(relations.indices[:, 0].tolist(), batch.targets["deprel"].tolist())])
            right["UPOS"] += int((tags["upos"] == batch.targets["upos"]).sum())
            right["UAS"] += int(hit.sum())
            right["LAS"] += int((hit & same).sum())
            total += len(hit)
        result.update({f"{name}.{k}": round(100 * v / total, 2) for k, v in right.items()})
    found = gold = system = 0
    for length, group in pieces.groups(c.dev_names, random.Random(0)):
        batch, _, _, tags = _predict(model, encoder, pieces, length, group)
        bounds = batch.bounds.tolist()
        for a, b in zip(bounds, bounds[1:]):
            g, s = scores.spans(batch.targets["ner"][a:b].tolist()), scores.spans(tags["ner"][a:b].tolist())
            found, gold, system = found + len(g & s), gold + len(g), system + len(s)
    result["names.F1"] = round(200 * found / max(gold + system, 1), 2)
    model.train()
    return result


def train(options):
    log = Log(options.work)
    c, labels, encoder, model, pieces = _load(options)
    slow = list(model.encoder.parameters())
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": slow, "top": options.rate}, {"params": fast, "top": 1e-3}],
                                  lr=1e-5, betas=(0.9, 0.98), weight_decay=0.01)
    saved = options.work / "teacher.pt"
    begin = 0
    if saved.exists():
        state = torch.load(saved, weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        begin = state["step"]
    groups = []
    for epoch in range(options.epochs):
        rng = random.Random(epoch)
        chosen = c.treebanks + c.annotated + rng.sample(c.news, min(options.news, len(c.news)))
        groups += pieces.groups([data.augment(s, rng) for s in chosen if len(s.words) <= 128], rng)
    model.train()
    running = None
    for step in range(begin, len(groups)):
        share = step / len(groups)
        for part in optimizer.param_groups:
            part["lr"] = part["top"] * min(share / 0.05 + 0.01, 1.0) * (1.0 - share)
        torch.manual_seed(step)
        length, group = groups[step]
        loss = _loss(model, encoder.batch(group), pieces(length, [s.words for s in group]))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        running = loss.item() if running is None else 0.97 * running + 0.03 * loss.item()
        if step % 20 == 0:
            log(f"step {step}/{len(groups)} loss {running:.3f}")
        if (step + 1) % options.save == 0 or step + 1 == len(groups):
            if step + 1 == len(groups) or (step + 1) % (2 * options.save) == 0:
                log(str(_evaluate(model, encoder, pieces, c)))
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step + 1},
                       saved.with_suffix(".new"))
            saved.with_suffix(".new").replace(saved)


def _labelled(encoder, group, batch, arcs, relations, tags):
    """A record for every sentence of a labelled batch."""
    lists, bounds = encoder.labels.lists, batch.bounds.tolist()
    sure = arcs.values[:, 0] + relations.values[:, 0]
    percent = lambda values: (100 * values.exp()).round().int().tolist()
    for sentence, (a, b) in zip(group, zip(bounds, bounds[1:])):
        line = {"words": sentence.words, "sure": round(float(sure[a:b].mean()), 4), "ner": tags["ner"][a:b].tolist(),
                "heads": arcs.indices[a:b].tolist(), "head_percent": percent(arcs.values[a:b]),
                "deprel": [[lists["deprel"][i] for i in row] for row in relations.indices[a:b].tolist()],
                "deprel_percent": percent(relations.values[a:b])}
        for task in ("upos", "xpos", "feats", "lemma"):
            line[task] = [lists[task][i] for i in tags[task][a:b].tolist()]
        yield line


def label(options):
    log = Log(options.work)
    c, labels, encoder, model, pieces = _load(options)
    model.load_state_dict(torch.load(options.work / "teacher.pt", weights_only=False)["model"])
    model.eval()
    sentences, done, told = c.annotated + c.news, 0, 0
    with open(options.out, "w", encoding="utf-8") as out:
        for length, group in pieces.groups(sentences, random.Random(0)):
            for line in _labelled(encoder, group, *_predict(model, encoder, pieces, length, group)):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            done += len(group)
            if done - told >= 1000 or done == len(sentences):
                log(f"labelled {done}/{len(sentences)} sentences")
                told = done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=["train", "label"])
    for option in ("encoder", "data", "gold", "names", "work", "out"):
        parser.add_argument("--" + option, type=pathlib.Path)
    parser.add_argument("--silver", default=None, help=argparse.SUPPRESS)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--news", type=int, default=1000)
    parser.add_argument("--save", type=int, default=200)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    train(options) if options.action == "train" else label(options)


if __name__ == "__main__":
    main()
