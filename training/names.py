"""Name labels: the types, BIOES tags, names of the annotated articles, and silver names from spaCy's English pipeline."""

import json
import pathlib

TYPES = ["PERSON", "ORG", "GPE", "LOC", "FACILITY", "NORP", "PRODUCT", "EVENT", "LAW"]
TAGS = ["O"] + [f"{b}-{t}" for t in TYPES for b in "BIES"]
IGNORE = -1
_ONTONOTES = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "FACILITY", "NORP": "NORP",
              "PRODUCT": "PRODUCT", "EVENT": "EVENT", "LAW": "LAW", "WORK_OF_ART": "PRODUCT"}
_LEADING = {"the", "a", "an"}
_TRAILING = {"'s", "’s", "'", "’"}


def encode(length: int, spans: list[tuple[int, int, str]]) -> list[int]:
    """Tags of a sentence from (begin, end, type) spans; type None marks words whose tag is unknown."""
    tags = [0] * length
    for begin, end, kind in spans:
        if kind is None:
            tags[begin:end] = [IGNORE] * (end - begin)
            continue
        first = 1 + 4 * TYPES.index(kind)
        if end - begin == 1:
            tags[begin] = first + 3
        else:
            tags[begin:end] = [first] + [first + 1] * (end - begin - 2) + [first + 2]
    return tags


def trim(words: list[str], begin: int, end: int) -> tuple[int, int]:
    """Leaves a leading article and a trailing genitive outside a name."""
    while begin < end and words[begin].lower() in _LEADING:
        begin += 1
    while begin < end and words[end - 1] in _TRAILING:
        end -= 1
    return begin, end


def silver(doc) -> list[tuple[int, int, str]]:
    """Spans of a spaCy Doc in Diurna's types."""
    spans = []
    words = [t.text for t in doc]
    for entity in doc.ents:
        kind = _ONTONOTES.get(entity.label_)
        begin, end = trim(words, entity.start, entity.end)
        if kind and begin < end:
            spans.append((begin, end, kind))
    return spans


def _gold_names(article: dict, tokenize) -> list[tuple[list[str], str | None]]:
    found = {}
    for entity in article["entities"]:
        kind = entity["type"] if entity["type"] in TYPES else None
        capitals = [n for n in entity["names"] if any(c.isupper() for c in n)]
        capitals = [n for n in capitals if not (n.split()[0] in _TITLES and n.partition(" ")[2] in capitals)]
        for name in capitals:
            words = tokenize(name)
            begin, end = trim(words, 0, len(words))
            if begin < end:
                label = "NORP" if kind == "GPE" and _is_demonym(name, capitals) else kind
                found.setdefault(tuple(words[begin:end]), label)
    return sorted(((list(w), k) for w, k in found.items()), key=lambda item: (-len(item[0]), item[0]))


# A title is outside a name; where the annotation gives both "Mayor Smith" and "Smith", only the latter is learnt.
_TITLES = set("President Mayor Judge Justice Pope Queen King Prince Princess Governor Senator Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Sir "
              "General Colonel Captain Minister Chancellor Representative Congressman Congresswoman Archbishop Bishop Rev.".split())
_DEMONYM_ENDINGS = ("an", "ese", "ish", "ian", "i", "ic", "ch", "ans", "ians", "is")
_DEMONYMS = {"Greek", "Greeks", "Thai", "Swiss", "Dutch", "Czech", "Filipino", "Welsh", "Scots", "Scottish"}


def _is_demonym(name: str, names: list[str]) -> bool:
    """Whether a name of a GPE is an adjective of it: 'Venezuelan' beside 'Venezuela'."""
    if name in _DEMONYMS:
        return True
    others = [n for n in names if n != name]
    return " " not in name and name.endswith(_DEMONYM_ENDINGS) and any(
        n[:3] == name[:3] and not n.endswith(_DEMONYM_ENDINGS) or name.endswith(("ese", "ish", "ian", "ans")) for n in others)


def gold(path: pathlib.Path, tokenize) -> list[tuple[list[str], list[int]]]:
    """Sentences and tags of an annotated article; the longest name wins where several match."""
    article = json.loads(path.read_text(encoding="utf-8"))
    names, labelled = _gold_names(article, tokenize), []
    for sentence in filter(None, article["sentences"]):
        words, spans, taken = tokenize(sentence), [], set()
        for name, kind in names:
            for i in range(len(words) - len(name) + 1):
                cover = range(i, i + len(name))
                if words[i:i + len(name)] == name and not taken.intersection(cover):
                    taken.update(cover)
                    spans.append((i, i + len(name), kind))
        labelled.append((words, encode(len(words), spans)))
    return labelled
