#!/usr/bin/env python3
"""Diurna's linguistics beside spaCy and UDPipe 1: the same raw text, one core, one run.

usage: compare_linguistics.py --treebank FILE.conllu[.xz] --diurna BIN [--spacy MODEL] [--udpipe MODEL] [--repeat N]

The text of the treebank goes through each program as a paragraph a line, `--repeat` times over (default 3), each in a
process of its own on one core. Speed is gold words a second of processor time, once with and once without loading;
memory is the peak of the process. Scores are the F1 of words, sentences, UPOS, UAS and LAS (without subtypes) on words
aligned by their characters. spaCy's trees follow other conventions, so theirs are not scored. Needs `spacy` and
`ufal.udpipe` for what is asked for.
"""

import argparse
import lzma
import os
import pathlib
import subprocess
import sys
import tempfile

COLUMNS = ("words", "sentences", "UPOS", "UAS", "LAS")


def sentences_of(path):
    """Comments and word rows of each sentence."""
    text = lzma.open(path, "rt", encoding="utf-8").read() if path.suffix == ".xz" else path.read_text(encoding="utf-8")
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        rows = [row for row in (line.split("\t") for line in lines if line[0] != "#") if row[0].isdigit()]
        if rows:
            yield [line for line in lines if line[0] == "#"], rows


def paragraphs_of(sentences):
    found = []
    for comments, rows in sentences:
        text = next(line[len("# text = "):] for line in comments if line.startswith("# text = "))
        if not found or any(line.startswith(("# newpar", "# newdoc")) for line in comments):
            found.append("")
        found[-1] += text if "SpaceAfter=No" in rows[-1][9] else text + " "
    return [paragraph.strip() for paragraph in found]


def located(sentences):
    """Words as (span of characters, row, span of the head) and the spans of sentences; blanks are not counted."""
    at, words, bounds = 0, [], []
    for _, rows in sentences:
        spans = []
        for row in rows:
            size = len(row[1].replace(" ", "").replace("\u00a0", ""))
            spans.append((at, at + size))
            at += size
        words += [(span, row, spans[int(row[6]) - 1] if row[6] not in ("0", "_") else None)
                  for span, row in zip(spans, rows)]
        bounds.append((spans[0][0], at))
    return words, bounds


def scores(gold, system):
    (gold_words, gold_bounds), (words, bounds) = located(gold), located(system)
    by_span = {span: (row, head) for span, row, head in words}
    right = dict.fromkeys(COLUMNS, 0)
    for span, row, head in gold_words:
        if span not in by_span:
            continue
        other, other_head = by_span[span]
        right["words"] += 1
        right["UPOS"] += other[3] == row[3]
        if head == other_head:
            right["UAS"] += 1
            right["LAS"] += other[7].split(":")[0] == row[7].split(":")[0]
    f1 = {name: 200 * n / (len(gold_words) + len(words)) for name, n in right.items()}
    f1["sentences"] = 200 * len(set(gold_bounds) & set(bounds)) / (len(gold_bounds) + len(bounds))
    return f1


def run_spacy(model, text, out):
    import spacy
    nlp = spacy.load(model)
    for doc in nlp.pipe(text.split("\n"), batch_size=16):
        for sentence in doc.sents:
            tokens = [t for t in sentence if not t.is_space]
            number = {t.i: n for n, t in enumerate(tokens, 1)}
            rows = [f"{number[t.i]}\t{t.text}\t{t.lemma_}\t{t.pos_}\t_\t_\t{number.get(t.head.i, 0)}\t{t.dep_}\t_\t_\n"
                    for t in tokens]
            if rows:
                out.write("".join(rows) + "\n")


def run_udpipe(model, text, out):
    from ufal import udpipe
    pipeline = udpipe.Pipeline(udpipe.Model.load(model), "tokenize", udpipe.Pipeline.DEFAULT,
                               udpipe.Pipeline.DEFAULT, "conllu")
    out.write(pipeline.process(text.replace("\n", "\n\n"), udpipe.ProcessingError()))


def measured(command, out_path, core):
    """Processor seconds and peak memory (MB) of a command on one core."""
    with open(out_path, "wb") as out:
        child = subprocess.Popen(command, stdout=out, preexec_fn=lambda: os.sched_setaffinity(0, {core}))
        _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def compare(options):
    gold = list(sentences_of(options.treebank))
    words = sum(len(rows) for _, rows in gold)
    paragraphs = paragraphs_of(gold)
    folder = pathlib.Path(tempfile.mkdtemp())
    texts = {"long": "\n".join(paragraphs * options.repeat), "once": "\n".join(paragraphs), "none": "One word."}
    for name, text in texts.items():
        (folder / name).with_suffix(".txt").write_text(text + "\n", encoding="utf-8")
    this = [sys.executable, __file__, "--treebank", options.treebank, "--diurna", options.diurna]
    systems = {"Diurna": lambda text: [options.diurna, "parse", text, "--format", "conllu"]}
    for name in ("spacy", "udpipe"):
        if getattr(options, name):
            systems[name] = lambda text, name=name: this + ["--" + name, getattr(options, name), "--run", name, text]
    print(f"{options.treebank.name}: {words} words, {len(gold)} sentences; speed on {options.repeat} times as many")
    print(f"{'':8}{'words/s':>10}{'with load':>10}{'load s':>8}{'MB':>6}" + "".join(f"{c:>11}" for c in COLUMNS))
    for name, command in systems.items():
        path = lambda kind: folder / f"{name}-{kind}.conllu"
        used = {kind: measured(command(folder / f"{kind}.txt"), path(kind), options.core) for kind in texts}
        total, load = used["long"][0], used["none"][0]
        count = words * options.repeat
        f1 = scores(gold, list(sentences_of(path("once"))))
        shown = [f"{f1[c]:.2f}" if name != "spacy" or c not in ("UAS", "LAS") else "–" for c in COLUMNS]
        print(f"{name:8}{count / (total - load):10.0f}{count / total:10.0f}{load:8.2f}{used['long'][1]:6.0f}"
              + "".join(f"{s:>11}" for s in shown), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", type=pathlib.Path, required=True)
    parser.add_argument("--diurna", required=True)
    parser.add_argument("--spacy")
    parser.add_argument("--udpipe")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--run", choices=["spacy", "udpipe"], help=argparse.SUPPRESS)
    parser.add_argument("text", nargs="?", type=pathlib.Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        run = {"spacy": run_spacy, "udpipe": run_udpipe}[options.run]
        run(getattr(options, options.run), options.text.read_text(encoding="utf-8"), sys.stdout)
    else:
        compare(options)


if __name__ == "__main__":
    main()
