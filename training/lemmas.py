"""Lemmas as edit scripts: "case|strip|append" on the form, or "=lemma" when nothing is shared.

case: l lower, k kept, t first letter upper and the rest lower.
"""

import collections

from . import features


def _cased(form: str, case: str) -> str:
    return form.lower() if case == "l" else form if case == "k" else form[:1].upper() + form[1:].lower()


def script(form: str, lemma: str) -> str:
    best = None
    for case in "lkt":
        base = _cased(form, case)
        shared = 0
        while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
            shared += 1
        strip, append = len(base) - shared, lemma[shared:]
        if shared and (best is None or strip + len(append) < best[0]):
            best = (strip + len(append), f"{case}|{strip}|{append}")
    return best[1] if best else "=" + lemma


def apply(rule: str, form: str) -> str:
    if rule[0] == "=":
        return rule[1:]
    case, strip, append = rule.split("|", 2)
    base = _cased(form, case)
    return base[: max(len(base) - int(strip), 0)] + append


def exceptions(sentences) -> dict[tuple[str, str], str]:
    """(normal form, UPOS) -> lemma for words whose lemma hardly varies in the treebanks and is not a name's."""
    seen = collections.defaultdict(collections.Counter)
    for words in sentences:
        for w in words:
            if w.upos not in ("PROPN", "PUNCT", "SYM", "X", "NUM") and w.lemma != "_" and not any(c.isdigit() for c in w.form):
                seen[features.normal(w.form), w.upos][w.lemma] += 1
    table = {}
    for key, lemmas in sorted(seen.items()):
        (lemma, count), total = lemmas.most_common(1)[0], sum(lemmas.values())
        if count >= 0.9 * total and total >= 2:
            table[key] = lemma
    return table
