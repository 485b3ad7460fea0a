#!/usr/bin/env python3
"""Code made-up sentences of every PLOVER event and see that most get the event and the countries they tell of.

usage: check_sentences.py SENTENCES DIURNA [--errors]

A row of SENTENCES: event, country codes of the actors, of the recipients ("-": not checked; several joined by ";"), sentence.
The bounds leave room for a retrained model.
"""
import collections
import json
import subprocess
import sys

LEAST_RECALL, LEAST_PRECISION, LEAST_COUNTRIES = 0.90, 0.90, 0.85


def coded(program, sentences):
    lines = [json.dumps({"id": str(i), "date": "2001-01-01", "text": text}) for i, text in enumerate(sentences)]
    # A corpus comes as a .jsonl file; "-" would be one article.
    with open_corpus(lines) as corpus:
        done = subprocess.run([program, "extract", "--quiet", corpus.name, "--format", "plover"], capture_output=True,
                              text=True, encoding="utf-8", check=True)
    events = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        event = json.loads(line)
        events[int(event["text_info"]["text_story"])].append(event)
    return events


def open_corpus(lines):
    import tempfile

    file = tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8")
    file.write("\n".join(lines) + "\n")
    file.flush()
    return file


def codes(events, *keys):
    return {actor.get("code") for event in events for key in keys for actor in event.get(key, [])}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    events = coded(sys.argv[2], [row[3] for row in rows])
    hits = types = named = to_name = 0
    for i, (want, actors, recipients, text) in enumerate(rows):
        found = {name for event in events[i] for name in event["event"]}
        right = [event for event in events[i] if want in event["event"]]
        hits += bool(right)
        types += len(found)
        for expected, keys in ((actors, ("actor",)), (recipients, ("actor", "recipient"))):
            if right and expected != "-":
                to_name += 1
                named += set(expected.split(";")) <= codes(right, *keys)
        if "--errors" in sys.argv and found != {want}:
            print(want, sorted(found), text, sep="\t")
    recall, precision, countries = hits / len(rows), hits / types, named / to_name
    print(f"{len(rows)} sentences: recall {recall:.3f}, precision {precision:.3f}, countries {countries:.3f}")
    return recall < LEAST_RECALL or precision < LEAST_PRECISION or countries < LEAST_COUNTRIES


if __name__ == "__main__":
    sys.exit(main())
