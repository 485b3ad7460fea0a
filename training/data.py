"""Sentences as numbers: label lists, examples, augmentation and batches."""

import collections
import dataclasses
import functools
import json
import random

import torch

from . import features, lemmas, names

TASKS = ("upos", "xpos", "feats", "lemma", "deprel", "ner")
UNKNOWN = -1


# The features of include/diurna/linguistics/tags.hpp.
_FEATURES = {name + "=" + value for name, values in {
    "Case": "Acc Gen Nom", "Definite": "Def Ind", "Degree": "Cmp Pos Sup", "Gender": "Fem Masc Neut", "Mood": "Imp Ind Sub",
    "Number": "Plur Sing", "NumType": "Card Frac Mult Ord", "Person": "1 2 3", "Polarity": "Neg", "Poss": "Yes",
    "PronType": "Art Dem Ind Int Neg Prs Rcp Rel Tot", "Reflex": "Yes", "Tense": "Past Pres",
    "VerbForm": "Fin Ger Inf Part", "Voice": "Pass"}.items() for value in values.split()}


@functools.lru_cache(maxsize=None)
def known_features(feats: str) -> str:
    """FEATS without what the library does not keep."""
    return "|".join(f for f in feats.split("|") if f in _FEATURES) or "_"


CHOICES = 4  # heads or relations that a soft label tells apart


@dataclasses.dataclass
class Soft:
    """The likeliest heads and relations of a word and their chances; the first ones are those of its tree."""
    heads: list[int]
    head_chances: list[float]
    relations: list[str]
    relation_chances: list[float]


@dataclasses.dataclass
class Sentence:
    """Words with gold or silver columns; None where a column is not known."""
    words: list[str]
    tree: list | None = None  # conllu.Word per word
    ner: list[int] | None = None
    weight: float = 1.0
    soft: list | None = None  # a Soft per word, where a teacher made the tree


class Labels:
    """The closed label lists of every task, most frequent first."""

    def __init__(self, treebanks, minimum={"lemma": 3, "feats": 2}):
        counts = {task: collections.Counter() for task in TASKS[:5]}
        for words in treebanks:
            for w in words:
                for task, label in self.columns(w).items():
                    counts[task][label] += 1
        self.lists = {task: [label for label, n in sorted(counts[task].items(), key=lambda item: (-item[1], item[0]))
                             if n >= minimum.get(task, 1)] for task in counts}
        self.lists["ner"] = list(names.TAGS)
        triples = collections.Counter((w.upos, w.xpos, known_features(w.feats)) for words in treebanks for w in words)
        self.combinations = sorted(triple for triple, n in triples.items() if n >= 2)
        self.ids = {task: {label: i for i, label in enumerate(labels)} for task, labels in self.lists.items()}

    @staticmethod
    def columns(w):
        return {"upos": w.upos, "xpos": w.xpos, "feats": known_features(w.feats), "deprel": w.deprel,
                "lemma": lemmas.script(w.form, w.lemma)}

    def sizes(self):
        return {task: len(labels) for task, labels in self.lists.items()}


@dataclasses.dataclass
class Batch:
    words: list[list[str]]
    rows: torch.Tensor  # [words, 1 + AFFIXES]
    vectors: torch.Tensor  # [words]
    hide: torch.Tensor  # [words] chance of hiding the word row
    bounds: torch.Tensor  # [sentences + 1]
    grid: torch.Tensor  # [sentences, longest] row of each word, 0 where there is none
    heads_grid: torch.Tensor  # [sentences, 1 + longest] row in (root, words...)
    mask: torch.Tensor  # [sentences, longest]
    targets: dict[str, torch.Tensor]  # [words]
    heads: torch.Tensor  # [words] 0 root, else 1-based; UNKNOWN
    soft_heads: torch.Tensor  # [words, CHOICES]
    head_chances: torch.Tensor  # [words, CHOICES], all 0 where no head is known
    soft_relations: torch.Tensor  # [words, CHOICES]
    relation_chances: torch.Tensor
    weights: torch.Tensor  # [words]
    real: int  # words before the filling

    def head_rows(self, heads, root: int):
        """The row of each word's head among the states; `root` for words that hang on the root or on nothing."""
        first = torch.repeat_interleave(self.bounds[:-1], self.bounds[1:] - self.bounds[:-1])[:len(heads)]
        return torch.where(heads <= 0, torch.tensor(root), first + heads - 1)


def _recase(words, how):
    return [w.lower() if how == "lower" else w.upper() if how == "upper" else w[:1].upper() + w[1:] for w in words]


def _without(soft: Soft, head: int) -> Soft:
    """The soft label where `head` is no choice any more."""
    kept = [(h, c) for h, c in zip(soft.heads, soft.head_chances) if h != head]
    return dataclasses.replace(soft, heads=[h for h, _ in kept], head_chances=[c for _, c in kept])


def augment(sentence: Sentence, rng: random.Random) -> Sentence:
    """Now and then the sentence in another letter case, or without its final full stop, as headlines are."""
    words, tree, ner, soft = sentence.words, sentence.tree, sentence.ner, sentence.soft
    if len(words) > 3 and words[-1] in ".!?" and rng.random() < 0.06:
        if not tree or all(w.head != len(words) for w in tree):
            words, tree, ner = words[:-1], tree and tree[:-1], ner and ner[:-1]
            soft = soft and [_without(s, len(words) + 1) for s in soft[:-1]]
    draw = rng.random()
    how = "lower" if draw < 0.02 else "upper" if draw < 0.05 else "title" if draw < 0.11 else None
    if how == "lower":
        ner = None
    if how:
        words = _recase(words, how)
    return dataclasses.replace(sentence, words=words, tree=tree, ner=ner, soft=soft)


class Encoder:
    """Turns sentences into batches."""

    def __init__(self, labels: Labels, vector_rows: dict[str, int], counts: collections.Counter):
        self.labels, self.vector_rows, self.counts = labels, vector_rows, counts

    def _targets(self, sentence, columns):
        known = self.labels.ids
        for i, form in enumerate(sentence.words):
            w = sentence.tree[i] if sentence.tree else None
            for task in TASKS[:5]:
                if w is None:
                    columns[task].append(UNKNOWN)
                elif task == "lemma":
                    columns[task].append(known[task].get(lemmas.script(form, w.lemma), UNKNOWN))
                elif task == "feats":
                    columns[task].append(known[task].get(known_features(w.feats), UNKNOWN))
                else:
                    columns[task].append(known[task].get(getattr(w, task), UNKNOWN))
            columns["ner"].append(sentence.ner[i] if sentence.ner else UNKNOWN)
            columns["heads"].append(w.head if w else UNKNOWN)
            self._soft_targets(w, sentence.soft[i] if sentence.soft else None, columns)
            columns["weights"].append(sentence.weight)

    def _soft_targets(self, word, soft, columns):
        relations = self.labels.ids["deprel"]
        if soft is None:
            known = word is not None and word.deprel in relations
            soft = Soft([word.head if word else 0], [float(word is not None)],
                        [word.deprel] if known else [], [1.0] if known else [])
        pad = lambda values: (values + [0] * CHOICES)[:CHOICES]
        columns["soft_heads"].append(pad(soft.heads))
        columns["head_chances"].append(pad(soft.head_chances))
        columns["soft_relations"].append(pad([relations[r] for r in soft.relations]))
        columns["relation_chances"].append(pad(soft.relation_chances))

    def batch(self, sentences: list[Sentence], filling: int = 0) -> Batch:
        """One batch; `filling` words without labels are added at its end, as a sentence outside the grids."""
        real = sum(len(s.words) for s in sentences)
        if filling:
            sentences = sentences + [Sentence(["."] * filling)]
        columns = collections.defaultdict(list)
        forms = [form for s in sentences for form in s.words]
        normals = [features.normal(form) for form in forms]
        for s in sentences:
            self._targets(s, columns)
        bounds = [0]
        for s in sentences:
            bounds.append(bounds[-1] + len(s.words))
        gridded = sentences[:-1] if filling else sentences
        longest = max(len(s.words) for s in gridded)
        at = torch.tensor(bounds)
        offsets, first = torch.arange(longest)[None], at[:len(gridded), None]
        mask = offsets < at[1:len(gridded) + 1, None] - first
        grid = (first + offsets) * mask
        return Batch(
            words=[s.words for s in sentences],
            rows=torch.tensor([features.rows(form) for form in forms]),
            vectors=torch.tensor([self.vector_rows.get(n, 0) for n in normals]),
            hide=torch.tensor([0.25 / (0.25 + self.counts[n]) for n in normals]),
            bounds=at, grid=grid, mask=mask,
            heads_grid=torch.cat([torch.zeros(len(gridded), 1, dtype=torch.long), (grid + 1) * mask], 1),
            targets={task: torch.tensor(columns[task]) for task in TASKS},
            heads=torch.tensor(columns["heads"]), soft_heads=torch.tensor(columns["soft_heads"]),
            head_chances=torch.tensor(columns["head_chances"], dtype=torch.float),
            soft_relations=torch.tensor(columns["soft_relations"]),
            relation_chances=torch.tensor(columns["relation_chances"], dtype=torch.float), weights=torch.tensor(columns["weights"]), real=real)

    def batches(self, sentences, words_per_batch):
        group, count = [], 0
        for s in sentences:
            group.append(s)
            count += len(s.words)
            if count >= words_per_batch:
                yield self.batch(group)
                group, count = [], 0
        if group:
            yield self.batch(group)

    def equal_batches(self, sentences, words_per_batch):
        """Batches of exactly this many words: matrix kernels are prepared once for one shape."""
        group, count = [], 0
        for s in sentences:
            if count + len(s.words) > words_per_batch:
                yield self.batch(group, words_per_batch - count)
                group, count = [], 0
            group.append(s)
            count += len(s.words)


def silver_names(path) -> dict[str, list[Sentence]]:
    """The lines of silver_names.py by source file."""
    found = collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            found[line["source"].split(":")[0]].append(Sentence(line["words"], ner=line["tags"]))
    return found
