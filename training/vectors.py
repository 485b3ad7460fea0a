"""Pretrained word vectors for the word list: spaCy's CC0 vectors, reduced to WIDTH dimensions and keyed by normal form."""

import numpy as np
import spacy

from . import features

WIDTH = 96


def load(model: str) -> tuple[np.ndarray, dict[str, int]]:
    """Rows (row 0 is zero) and the row of each normal form."""
    nlp = spacy.load(model, exclude=["parser", "tagger", "ner", "lemmatizer", "attribute_ruler", "tok2vec", "senter"])
    table, strings = nlp.vocab.vectors.data, nlp.vocab.strings
    keys = {}
    for key, row in sorted((strings[k], int(r)) for k, r in nlp.vocab.vectors.key2row.items()):
        normal = features.normal(key)
        word = normal.replace("-", "").replace("'", "")
        if len(normal) <= 24 and word.isalpha() and (normal not in keys or key == normal):
            keys[normal] = 1 + row
    scaled = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    scaled -= scaled.mean(axis=0)
    _, basis = np.linalg.eigh(scaled.T @ scaled)
    reduced = scaled @ basis[:, ::-1][:, :WIDTH]
    reduced *= 1.0 / reduced.std()
    return np.vstack([np.zeros((1, WIDTH)), reduced]).astype(np.float32), keys
