#!/usr/bin/env python3
"""Scores PLOVER event types on gold records: one sentence each with the event that the record asks for.

    score_plover.py RECORDS --write-jsonl sentences.jsonl [--half 0|1]
    diurna extract sentences.jsonl --format plover -o coded.jsonl
    score_plover.py RECORDS coded.jsonl [--half 0|1] [--errors N]

RECORDS is a JSON list of objects with id, date, text, event (and source, target), as in the PLOVER project's gold standard
records. Older event names are mapped to the manual 0.8: DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is
ASSAULT. Recall is the share of records whose event is among the event types found for the sentence; precision the share of
types found (each once a sentence) that are the event asked for, so that a second event of the sentence, rightly coded, counts
as wrong. `by coding` counts every coded event. `--half` takes the records with an even or odd place in the list.
"""

from __future__ import annotations

import argparse
import collections
import json
from typing import Any

RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "PROVIDE": "AID"}


def records_of(path: str, half: int | None) -> list[dict[str, Any]]:
    with open(path, encoding="utf-8") as file:
        records = [record for record in json.load(file) if "event" in record]
    return [record for i, record in enumerate(records) if half is None or i % 2 == half]


def asked(record: dict[str, Any]) -> str:
    return RENAMED.get(record["event"], record["event"])


def gold_codes(people: Any) -> set[str]:
    return {p["code"] for p in people if p.get("code")} if isinstance(people, list) else set()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records")
    parser.add_argument("coded", nargs="?")
    parser.add_argument("--write-jsonl")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    records = records_of(options.records, options.half)
    if options.write_jsonl:
        with open(options.write_jsonl, "w", encoding="utf-8") as file:
            for record in records:
                file.write(json.dumps({key: record[key] for key in ("id", "date", "text")}) + "\n")
        return
    found: dict[str, list[dict[str, Any]]] = collections.defaultdict(list)
    with open(options.coded, encoding="utf-8") as file:
        for line in file:
            event = json.loads(line)
            found[event["text_info"]["text_story"]].append(event)
    report(records, found, options.errors)


def report(records: list[dict[str, Any]], found: dict[str, list[dict[str, Any]]], errors: int) -> None:
    hits = types = codings = right_codings = silent = shown = 0
    actors = [0, 0]
    recipients = [0, 0]
    by_event: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    for record in records:
        events = found.get(record["id"], [])
        names = {name for event in events for name in event["event"]}
        want = asked(record)
        hit = want in names
        hits += hit
        types += len(names)
        codings += len(events)
        right_codings += sum(want in event["event"] for event in events)
        silent += not names
        by_event[want][0] += hit
        by_event[want][1] += 1
        right = [event for event in events if want in event["event"]]
        for tally, key, old in ((actors, "actor", "source"), (recipients, "recipient", "target")):
            gold = gold_codes(record.get(old))
            if right and gold:
                tally[1] += 1
                tally[0] += any(gold & {person.get("code") for person in event.get(key, [])} for event in right)
        if (not hit or len(names) > 1) and shown < errors:
            shown += 1
            print(record["id"], "asked", want, "| found", [(e["event"], e["comment"]) for e in events])
            print("   ", record["text"])
    total = len(records)
    print(f"records {total}  without any event {silent}")
    print(f"recall {hits / total:.3f}  precision {hits / max(types, 1):.3f} ({types} types)", end="  ")
    print(f"by coding {right_codings / max(codings, 1):.3f} ({codings} codings)")
    for tally, name in ((actors, "actor"), (recipients, "recipient")):
        print(f"country of the {name}, where the event is right: {tally[0] / max(tally[1], 1):.3f} of {tally[1]}")
    print("  ".join(f"{name} {hit}/{count}" for name, (hit, count) in sorted(by_event.items())))


if __name__ == "__main__":
    main()
