"""All training and development sentences, read once and kept in a pickle."""

import dataclasses
import json
import pickle

from . import conllu, data, lemmas, names


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


def silver_trees(path, names_of) -> list:
    """The surer 70 % of the sentences that teacher.py labelled, with the names that spaCy found in them."""
    with open(path, encoding="utf-8") as lines:
        labelled = [json.loads(line) for line in lines]
    labelled.sort(key=lambda s: -s["sure"])
    trees = []
    for s in labelled[:len(labelled) * 7 // 10]:
        columns = zip(s["words"], s["lemma"], s["upos"], s["xpos"], s["feats"], s["heads"], s["deprel"])
        words = [conllu.Word(form, lemmas.apply(rule, form), *rest) for form, rule, *rest in columns]
        trees.append(data.Sentence(s["words"], words, names_of.get(tuple(s["words"]))))
    return trees


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
        trees = silver_trees(options.silver, {tuple(s.words): s.ner for s in news})
    return Corpus(treebanks, named("train", 2.0), news, trees, dev, named("dev", 1.0))
