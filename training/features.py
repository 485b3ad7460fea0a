"""Word features as hashed table rows. src/linguistics/features.cpp computes the same numbers; keep the two in step.

A word is looked up as: its normal form (quotes and dashes unified, lower case, digits as 0) in the word table; its
suffixes of 2-5 and prefixes of 1-4 characters and its shape in the affix table; its normal form in the vector list.
Row 0 of every table is all zero and means "nothing here".
"""

import functools

WORD_ROWS = 16384
AFFIX_ROWS = 16384
AFFIXES = 9  # suffixes 2..5, prefixes 1..4, shape

_UNIFY = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"})
_MASK = (1 << 64) - 1


def normal(form: str) -> str:
    """The form with quotes and dashes unified, in lower case, with every ASCII digit as 0."""
    return "".join("0" if "0" <= c <= "9" else c for c in form.translate(_UNIFY).lower())


def shape(form: str) -> str:
    """Letter case pattern: X upper, x lower, 0 digit, else the character; runs are cut at 3, the whole at 8."""
    kinds = []
    for c in form.translate(_UNIFY):
        kind = "0" if "0" <= c <= "9" else c if ord(c) < 128 and not c.isalpha() else "X" if c.lower() != c else "x"
        if kinds[-3:] != [kind] * 3:
            kinds.append(kind)
        if len(kinds) == 8:
            break
    return "".join(kinds)


def hash64(kind: int, text: str) -> int:
    """FNV-1a over the kind and the UTF-8 bytes."""
    value = 0xCBF29CE484222325
    for byte in bytes([kind]) + text.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & _MASK
    return value ^ (value >> 32)


def _row(kind: int, text: str, rows: int) -> int:
    return 1 + hash64(kind, text) % (rows - 1)


@functools.lru_cache(maxsize=None)
def rows(form: str) -> tuple[int, ...]:
    """The word row, then the AFFIXES affix rows."""
    text = normal(form)
    found = [_row(0, text, WORD_ROWS)]
    for k in range(2, 6):
        found.append(_row(k, text[-k:], AFFIX_ROWS) if len(text) >= k else 0)
    for k in range(1, 5):
        found.append(_row(10 + k, text[:k], AFFIX_ROWS) if len(text) >= k else 0)
    found.append(_row(20, shape(form), AFFIX_ROWS))
    return tuple(found)
