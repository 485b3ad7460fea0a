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


def _likely(choices, percents):
    """The choices whose chance is not zero, and their chances."""
    kept = [(choice, percent / 100) for choice, percent in zip(choices, percents) if percent > 0]
    return [choice for choice, _ in kept], [chance for _, chance in kept]


def _silver_sentence(line, annotated) -> data.Sentence:
    soft = [data.Soft(*_likely(*heads), *_likely(*relations))
            for heads, relations in zip(zip(line["heads"], line["head_percent"]), zip(line["deprel"], line["deprel_percent"]))]
    columns = zip(line["words"], line["lemma"], line["upos"], line["xpos"], line["feats"], soft)
    words = [conllu.Word(form, lemmas.apply(rule, form), upos, xpos, feats, label.heads[0], label.relations[0])
             for form, rule, upos, xpos, feats, label in columns]
    known = annotated.get(tuple(line["words"]))
    return data.Sentence(line["words"], words, known.ner if known else line["ner"], known.weight if known else 1.0, soft)


def silver_trees(path, annotated, share) -> list:
    """The surest `share` of the sentences that teacher.py labelled; annotated names replace the teacher's."""
    with open(path, encoding="utf-8") as lines:
        labelled = [json.loads(line) for line in lines]
    labelled.sort(key=lambda line: -line["sure"])
    return [_silver_sentence(line, annotated) for line in labelled[:round(len(labelled) * share)]]


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
    annotated, trees = named("train", 2.0), []
    if options.silver:
        trees = silver_trees(options.silver, {tuple(s.words): s for s in annotated}, options.sure)
    return Corpus(treebanks, annotated, news, trees, dev, named("dev", 1.0))
