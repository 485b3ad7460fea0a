"""Clusters of lemmas for the event models: words of like meaning share a cluster, so that rare ones profit from frequent ones.

python -m training.word_clusters --news FILE.jsonl.xz... --encoder DIR --out data/en/events/word_clusters.tsv

Takes the words that the news use and those of the event lexicon, encodes each alone with a sentence encoder
(all-mpnet-base-v2, Apache-2.0) and clusters them by k-means at two granularities: 600 fine clusters, whose centres form 80
coarse ones. Fixed order, fixed seed.
"""

import argparse
import collections
import json
import lzma
import pathlib
import re

import numpy as np
import torch
import transformers

FINE, COARSE, MIN_COUNT, DIMENSIONS = 600, 80, 4, 128
LEXICON = pathlib.Path(__file__).parent.parent / "data/en/events/lexicon.tsv"


def counted_words(files: list[pathlib.Path]) -> collections.Counter:
    counts = collections.Counter()
    for file in files:
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                counts.update(re.findall(r"[a-z]+(?:-[a-z]+)*", json.loads(line)["text"].lower()))
    return counts


def lexicon_words() -> set[str]:
    rows = [line.split("\t") for line in LEXICON.read_text(encoding="utf-8").splitlines() if "\t" in line]
    return {word for row in rows for unit in row[3].split() for word in re.split(r"[+|]", unit)}


def is_inflected(word: str, known: set[str]) -> bool:
    """Whether it looks like a form of a known lemma; then the lemma stands for it."""
    for ending in ("ing", "ed", "es", "s"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and (stem in known or stem + "e" in known or stem[:-1] in known and stem[-1] == stem[-2]):
            return True
    return word.endswith("ies") and word[:-3] + "y" in known


def encoded(words: list[str], folder: str) -> np.ndarray:
    """One unit vector a word: mean of the encoder's last layer, centred, reduced to the main directions."""
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    encoder = transformers.AutoModel.from_pretrained(folder, dtype=torch.bfloat16).eval()
    rows = []
    with torch.no_grad():
        for begin in range(0, len(words), 128):
            batch = tokenizer(words[begin : begin + 128], padding=True, return_tensors="pt")
            mask = batch["attention_mask"].unsqueeze(-1).float()
            rows.append(((encoder(**batch).last_hidden_state.float() * mask).sum(1) / mask.sum(1)).numpy())
    points = unit(np.concatenate(rows).astype(np.float64) - np.mean(np.concatenate(rows), axis=0))
    _, _, directions = np.linalg.svd(points, full_matrices=False)
    return unit(points @ directions[:DIMENSIONS].T)


def unit(points: np.ndarray) -> np.ndarray:
    return points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)


def k_means(points: np.ndarray, count: int, weights: np.ndarray) -> np.ndarray:
    """Cluster of each point; starts from points spread over the order of weight."""
    random = np.random.default_rng(1)
    centres = points[random.choice(len(points), count, replace=False, p=weights / weights.sum())]
    for _ in range(40):
        nearest = np.argmax(points @ centres.T - 0.5 * (centres**2).sum(1), axis=1)
        for cluster in range(count):
            members = nearest == cluster
            if members.any():
                centres[cluster] = np.average(points[members], axis=0, weights=weights[members])
    return nearest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", nargs="+", type=pathlib.Path, required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    counts, listed = counted_words(options.news), lexicon_words()
    known = listed | {word for word in counts if counts[word] >= MIN_COUNT and len(word) > 2}
    words = sorted(word for word in known if word in listed or not is_inflected(word, known))
    points = encoded(words, options.encoder)
    fine = k_means(points, FINE, np.ones(len(words)))
    centres = np.array([points[fine == c].mean(0) if (fine == c).any() else points[0] for c in range(FINE)])
    coarse = k_means(centres, COARSE, np.array([(fine == c).sum() + 1.0 for c in range(FINE)]))
    head = "# Lemma, fine cluster, coarse cluster; made by training/word_clusters.py with all-mpnet-base-v2 (Apache-2.0).\n"
    rows = (f"{word}\t{fine[i]}\t{coarse[fine[i]]}\n" for i, word in enumerate(words))
    options.out.write_text(head + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
