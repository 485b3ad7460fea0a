"""All training and development sentences, read once and kept in a pickle."""

import dataclasses
import pickle

from . import conllu, data, names


def cached(path, make):
    if not path.exists():
        path.write_bytes(pickle.dumps(make()))
    return pickle.loads(path.read_bytes())


@dataclasses.dataclass
class Corpus:
    treebanks: list  # of data.Sentence, with silver names
    annotated: list  # of data.Sentence, gold names
    news: list  # of data.Sentence, silver names
    trees: list  # of data.Sentence, silver trees and names
    dev: dict
    dev_names: list


def corpus(options) -> Corpus:
    import spacy
    blank = spacy.blank("en")
    tokenize = lambda text: [t.text for t in blank(text) if not t.is_space]
    silver = data.silver_names(options.names)
    treebanks = []
    for path in sorted(options.data.glob("ud/*-train.conllu.xz")):
        for words, labelled in zip(conllu.read(path), silver.pop(path.name), strict=True):
            treebanks.append(data.Sentence([w.form for w in words], words, labelled.ner))
    named = lambda folder, weight: [data.Sentence(words, ner=tags, weight=weight)
                                    for path in sorted((options.gold / folder).glob("*.json"))
                                    for words, tags in names.gold(path, tokenize)]
    dev = {path.name[3:6]: [data.Sentence([w.form for w in s], s) for s in conllu.read(path)]
           for path in sorted(options.data.glob("ud/*-dev.conllu.xz"))}
    news = [s for group in silver.values() for s in group if 2 < len(s.words) <= 100]
    trees = []
    if options.silver:
        trees = [data.Sentence([w.form for w in s], s) for s in conllu.read(options.silver)]
    return Corpus(treebanks, named("train", 2.0), news, trees, dev, named("dev", 1.0))
