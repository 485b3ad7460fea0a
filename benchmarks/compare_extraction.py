#!/usr/bin/env python3
"""Diurna's whole extraction beside spaCy's pipeline alone: the same articles, one core, one run.

usage: compare_extraction.py ARTICLES.jsonl --diurna BIN [--spacy MODEL] [--repeat N] [--core N]

Diurna reads text and writes facts (events, relations, coreference, times, open triples and all); spaCy reads text with
its full pipeline (tagger, parser, lemmatiser, names) in batches of 16 and writes nothing. Programs take turns, each in a
process of its own on one core; the figure is the median of N runs (default 3) in processor time, so that a busy machine
disturbs it little. Words are spaCy's tokens without white space. Needs `spacy` and its model.
"""

import argparse
import json
import pathlib
import statistics
import sys
import tempfile

from compare_linguistics import measured


def texts_of(path):
    return [json.loads(line)["text"] for line in path.open(encoding="utf-8") if line.strip()]


def run_spacy(model, path):
    import spacy
    nlp = spacy.load(model)
    print(sum(not token.is_space for doc in nlp.pipe(texts_of(path), batch_size=16) for token in doc))


def compare(options):
    folder = pathlib.Path(tempfile.mkdtemp())
    nothing = folder / "nothing.jsonl"
    nothing.write_text('{"id": "nothing", "text": "One word."}\n', encoding="utf-8")
    commands = {
        "Diurna, text to facts": lambda path: [options.diurna, "extract", path, "--format", "facts", "-q"],
        "spaCy, its pipeline": lambda path: [sys.executable, __file__, path, "--spacy", options.spacy, "--run"],
    }
    used = {name: [] for name in commands}
    load = {name: [] for name in commands}
    memory = dict.fromkeys(commands, 0.0)
    for _ in range(options.repeat):
        for name, command in commands.items():
            load[name].append(measured(command(nothing), folder / "out", options.core)[0])
            seconds, megabytes = measured(command(options.articles), folder / "out", options.core)
            used[name].append(seconds)
            memory[name] = max(memory[name], megabytes)
    words = int((folder / "out").read_text())
    print(f"{options.articles.name}: {words} words; processor time, median of {options.repeat}")
    print(f"{'':24}{'s':>8}{'load s':>8}{'words/s':>10}{'with load':>10}{'MB':>7}")
    speed = {}
    for name in commands:
        total, loading = statistics.median(used[name]), statistics.median(load[name])
        speed[name] = words / (total - loading)
        print(f"{name:24}{total:8.2f}{loading:8.2f}{speed[name]:10.0f}{words / total:10.0f}{memory[name]:7.0f}")
    ours, theirs = speed.values()
    print(f"{ours / theirs:.1f} times as fast")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=pathlib.Path)
    parser.add_argument("--diurna")
    parser.add_argument("--spacy", default="en_core_web_sm")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--run", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        run_spacy(options.spacy, options.articles)
    else:
        compare(options)


if __name__ == "__main__":
    main()
