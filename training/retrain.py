"""Retrains everything that data/models holds, from the data folder, with one command.

python -m training.retrain --data DIR --gold DIR --spacy MODEL --encoder DIR --work DIR [--extraction-trainer BIN]

Names by spaCy, a teacher, its labels, the linguistic model, then (where the built `train_extraction` is given) the
extraction model on top of it. A step whose result is there is left out, an interrupted one goes on; each writes log.txt
into its folder under WORK, and WORK/student/scores.tsv has the scores after every epoch. About four hours on one core.
"""

import argparse
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODELS = ROOT / "data" / "models" / "en"


def run(title, result, command, environment=None):
    """Runs a step unless its result is there; the last step has none and always runs."""
    if result is not None and result.exists():
        print(f"== {title}: done before", flush=True)
        return
    print(f"== {title}", flush=True)
    subprocess.run([str(word) for word in command], check=True, cwd=ROOT, env={**os.environ, **(environment or {})})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("data", "gold", "encoder", "work"):
        parser.add_argument("--" + option, type=lambda path: pathlib.Path(path).resolve(), required=True)
    parser.add_argument("--spacy", default="en_core_web_md")
    parser.add_argument("--extraction-trainer", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    work = options.work
    names, teacher, silver = work / "silver_names.jsonl", work / "teacher", work / "teacher" / "silver.jsonl"
    work.mkdir(parents=True, exist_ok=True)
    python = [sys.executable, "-m"]
    common = ["--data", options.data, "--gold", options.gold]
    encoder = common + ["--names", names, "--encoder", options.encoder, "--work", teacher, "--threads", options.threads]
    run("names by spaCy", names, python + ["training.silver_names", *common, "--spacy", options.spacy, "--out", names])
    if not silver.exists():
        run("teacher", None, python + ["training.teacher", "train", *encoder])
    labelled = silver.with_suffix(".part")
    run("labels by the teacher", silver, python + ["training.teacher", "label", *encoder, "--out", labelled])
    if not silver.exists():
        labelled.rename(silver)
    run("linguistic model", None, python + [
        "training.train_linguistics", *common, "--names", names, "--vectors", options.spacy, "--silver", silver,
        "--teacher", options.encoder.name, "--epochs", options.epochs, "--threads", options.threads,
        "--work", work / "student", "--out", MODELS / "linguistics.bin"])
    if options.extraction_trainer:
        run("extraction model", None, [
            options.extraction_trainer, "--gold", options.gold / "train", "--sentences", "training/events/sentences.txt",
            "--out", MODELS / "extraction.bin"], {"DIURNA_DATA": str(ROOT / "data")})


if __name__ == "__main__":
    main()
