"""Labels news texts and treebank sentences with spaCy's English pipeline: one JSON line a sentence.

python -m training.silver_names --data DIR --gold DIR --spacy MODEL --out FILE
"""

import argparse
import json
import lzma
import pathlib

import spacy
from spacy.tokens import Doc

from . import conllu, names


def _articles(path):
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("data", "gold", "out"):
        parser.add_argument("--" + option, type=pathlib.Path, required=True)
    parser.add_argument("--spacy", default="en_core_web_md")
    options = parser.parse_args()
    nlp = spacy.load(options.spacy, exclude=["parser", "tagger", "lemmatizer", "attribute_ruler"])
    nlp.enable_pipe("senter")
    known = {p.stem for folder in options.gold.iterdir() for p in folder.glob("*.json")}
    titles = {json.loads(p.read_text())["sentences"][0] for folder in options.gold.iterdir() for p in folder.glob("*.json")}
    count = 0
    with open(options.out, "w", encoding="utf-8") as out:

        def put(source, words, tags):
            out.write(json.dumps({"source": source, "words": words, "tags": tags}, ensure_ascii=False) + "\n")

        for path in sorted(options.data.glob("ud/*-train.conllu.xz")):
            docs = [Doc(nlp.vocab, [w.form for w in s], [w.space_after for w in s]) for s in conllu.read(path)]
            for i, doc in enumerate(nlp.pipe(docs, batch_size=64, disable=["senter"])):
                put(f"{path.name}:{i}", [t.text for t in doc], names.encode(len(doc), names.silver(doc)))
        for path in sorted(options.data.glob("news/*.jsonl.xz")):
            paragraphs = [p.strip() for a in _articles(path) if a["id"] not in known and a.get("title") not in titles
                          for p in [a.get("title") or ""] + a["text"].split("\n") if p.strip()]
            for doc in nlp.pipe(paragraphs, batch_size=64):
                for sent in doc.sents:
                    part = sent.as_doc()
                    words = [t for t in part if not t.is_space]
                    if words and len(words) == len(part):
                        put(path.name, [t.text for t in words], names.encode(len(part), names.silver(part)))
                        count += 1
                        if count % 5000 == 0:
                            print(count, "news sentences", flush=True)


if __name__ == "__main__":
    main()
