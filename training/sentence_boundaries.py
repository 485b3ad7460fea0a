"""Trains data/en/text/boundaries.tsv: sentence boundaries that no full stop shows (src/text/boundary_model.cpp).

Each --pair is GOLD=MARKED: a treebank, and its raw text as Diurna splits it by marks alone; --news are articles split the
same way, whose gaps count as no boundaries. To split by marks alone, put an empty table in front of the built-in one:

    mkdir -p EMPTY/en/text && touch EMPTY/en/text/boundaries.tsv
    DIURNA_DATA=EMPTY diurna parse ewt-train.txt --format conllu -o ewt-train.marked.conllu
    python -m training.sentence_boundaries --pair en_ewt-train.conllu.xz=ewt-train.marked.conllu --news news.marked.conllu \
           --out data/en/text/boundaries.tsv
"""

import argparse
import collections
import pathlib

import torch

from training import conllu

FEATURES = 15  # of one gap
LEAST_COUNT = 4
SMALLEST_WEIGHT = 0.1
MARGIN = 0.5  # added to the bias: the model may cut when it is this unsure
OPEN = "\"'“‘`([{:,;&/$#"
FOLLOWS = ".,;:!?)]}’”%"


def shape(form):
    if form[0].isdigit():
        return "0"
    if form[0].isupper():
        return "X" if form.isupper() and len(form) > 1 else "Xx"
    return "x" if form[0].islower() else form[:1]


def may_part(before, behind):
    if before[-1] in OPEN or before == "’" or behind[0] in FOLLOWS:
        return False
    return not (behind[0].islower() and before[0].islower())


def features(forms, i):
    a, b, c, d = (forms[k] if 0 <= k < len(forms) else "<>" for k in range(i - 1, i + 3))
    sa, sb, sc, sd = map(shape, (a, b, c, d))
    a, b, folded, d = a.lower(), b.lower(), c.lower(), d.lower()
    return [f"b={b}", f"c={c}", f"sb={sb}", f"sc={sc}", f"sbc={sb}{sc}", f"c,d={folded}_{d}", f"scd={sc}{sd}",
            f"sabcd={sa}{sb}{sc}{sd}", f"a,b={a}_{b}", f"b,sc={b}{sc}", f"sb,c={sb}_{c}", f"d={d}", f"sbc,d={sb}{sc}{d}",
            f"pos={min(i, 5)}", f"rest={min(len(forms) - 1 - i, 5)}"]


def ends(sentences):
    """Offsets, in characters without white space, at which sentences end."""
    at, found = 0, set()
    for sentence in sentences:
        at += sum(len(word.form.replace(" ", "")) for word in sentence)
        found.add(at)
    return found


def gaps(marked, gold):
    """Features of every gap that may part two sentences, and whether it does; `gold` is None for text without any."""
    at = 0
    for sentence in marked:
        forms = [word.form for word in sentence]
        for i, word in enumerate(sentence):
            at += len(word.form.replace(" ", ""))
            if i + 1 < len(sentence) and word.space_after and may_part(word.form, forms[i + 1]):
                yield features(forms, i), gold is not None and at in gold


def fit(rows, labels, size, sparsity, epochs):
    weights = torch.zeros(size + 1, requires_grad=True)
    bias = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.Adam([weights, bias], lr=0.02)
    for epoch in range(epochs):
        for part in torch.randperm(len(labels)).split(2048):
            scores = weights[rows[part]].sum(1) + bias
            errors = torch.nn.functional.binary_cross_entropy_with_logits(scores, labels[part], reduction="sum") / 2048
            loss = errors + sparsity * weights.abs().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        with torch.no_grad():
            weights[size] = 0  # all rare features
        print(f"epoch {epoch + 1}/{epochs}  loss {loss.item():.4f}", flush=True)
    return weights.detach(), bias.item()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pair", action="append", required=True, metavar="GOLD=MARKED")
    parser.add_argument("--news", action="append", default=[], metavar="MARKED")
    parser.add_argument("--sparsity", type=float, default=3e-6)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    options = parser.parse_args()
    torch.manual_seed(1)
    examples = []
    for pair in options.pair:
        gold, marked = pair.split("=")
        examples += gaps(conllu.read(marked), ends(conllu.read(gold)))
    for marked in options.news:
        examples += gaps(conllu.read(marked), None)
    counts = collections.Counter(feature for row, _ in examples for feature in row)
    index = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= LEAST_COUNT))}
    rows = torch.tensor([[index.get(feature, len(index)) for feature in row] for row, _ in examples])
    labels = torch.tensor([float(label) for _, label in examples])
    print(f"{len(labels)} gaps, {int(labels.sum())} boundaries, {len(index)} features")
    weights, bias = fit(rows, labels, len(index), options.sparsity, options.epochs)
    with open(options.out, "w", encoding="utf-8") as out:
        out.write("# Weights of sentence boundaries that no full stop shows. Made by training/sentence_boundaries.py from\n"
                  "# UD English EWT and GUM (CC BY-SA 4.0, CC BY) and, for gaps that are none, news articles; do not edit.\n# feature\tweight\n")
        out.write(f"bias\t{bias + MARGIN:.2f}\n")
        for feature, i in index.items():
            if abs(weights[i]) >= SMALLEST_WEIGHT and "#" != feature[0] and "\t" not in feature:
                out.write(f"{feature}\t{weights[i]:.2f}\n")


if __name__ == "__main__":
    main()
