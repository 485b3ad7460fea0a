"""Reads CoNLL-U treebanks (plain or .xz) into lists of words; multiword ranges and empty nodes are left out."""

import dataclasses
import lzma
import pathlib


@dataclasses.dataclass
class Word:
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int  # 1-based, 0 for the root
    deprel: str
    space_after: bool = True


def _open(path):
    path = str(path)
    return lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")


def read(path: pathlib.Path) -> list[list[Word]]:
    sentences, words, glued_until = [], [], 0
    with _open(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if words:
                    sentences.append(words)
                words, glued_until = [], 0
            elif line[0] != "#":
                column = line.split("\t")
                if "-" in column[0]:
                    glued_until = int(column[0].split("-")[1])
                elif column[0].isdigit():
                    spaced = "SpaceAfter=No" not in column[9] and int(column[0]) >= glued_until
                    words.append(Word(*column[1:6], int(column[6]), column[7], spaced))
    if words:
        sentences.append(words)
    return sentences


def write(sentences: list[list[Word]], path: pathlib.Path) -> None:
    with open(path, "w", encoding="utf-8") as out:
        for words in sentences:
            for i, w in enumerate(words, 1):
                misc = "_" if w.space_after else "SpaceAfter=No"
                out.write(f"{i}\t{w.form}\t{w.lemma}\t{w.upos}\t{w.xpos}\t{w.feats}\t{w.head}\t{w.deprel}\t_\t{misc}\n")
            out.write("\n")
