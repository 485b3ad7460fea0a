#!/usr/bin/env python3
"""Count the mistakes of a cross-validation by kind.

usage: train_extraction … --cross-validate --errors 100000 > mistakes.tsv; error_kinds.py mistakes.tsv [--show KIND N]

A mistake is a line: kind, article, type (and role), words, sentence. What the trainer prints with the annotator's
triggers given is left out. A missed and an extra answer about the same trigger, or about the same role of the same
event type in a sentence, are one mistake: a wrong answer.
"""

import argparse
import collections
import re


def content(text):
    return set(re.findall(r"\w+", text.lower()))


def kinds(rows):
    """(kind, detail, row) of every mistake."""
    events, roles = collections.Counter(), collections.Counter()
    for kind, article, what, words, sentence in rows:
        if kind == "extra event":
            events[article, words] += 1
        if kind == "extra role":
            roles[article, what, sentence] += 1
    for row in rows:
        kind, article, what, words, sentence = row
        if kind == "missed event":
            if events[article, words]:
                events[article, words] -= 1
                yield "event of another type", what, row
            else:
                yield "event judged none, or not seen", what, row
        elif kind == "missed role":
            role = what.split()[1]
            if roles[article, what, sentence]:
                roles[article, what, sentence] -= 1
                yield "filler: another one in its place", role, row
            elif len(content(words) & content(sentence)) * 2 >= len(content(words)):
                yield "filler missed, named in the sentence", role, row
            else:
                yield "filler missed, named elsewhere or otherwise", role, row
    left_events, left_roles = collections.Counter(events), collections.Counter(roles)
    for row in rows:
        kind, article, what, words, sentence = row
        if kind == "extra event" and left_events[article, words]:
            left_events[article, words] -= 1
            yield "event that the annotators do not have", what, row
        elif kind == "extra role" and left_roles[article, what, sentence]:
            left_roles[article, what, sentence] -= 1
            yield "filler too many", what.split()[1], row
        elif kind in ("missed relation", "extra relation", "wrong factuality", "missed attribution", "extra attribution"):
            yield kind, words if kind == "wrong factuality" else what, row


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mistakes")
    parser.add_argument("--show", nargs=2, metavar=("KIND", "N"), help="print N mistakes of a kind, spread over all")
    arguments = parser.parse_args()
    known = re.compile(r"(missed|extra|wrong) \w+$")
    rows = [line.rstrip("\n").split("\t") for line in open(arguments.mistakes, encoding="utf-8")]
    found = list(kinds([row for row in rows if len(row) == 5 and known.match(row[0])]))
    if arguments.show:
        of_kind = [row for kind, _, row in found if kind == arguments.show[0]]
        for row in of_kind[:: max(1, len(of_kind) // int(arguments.show[1]))]:
            print("\t".join(row))
        return
    details = collections.defaultdict(collections.Counter)
    for kind, detail, _ in found:
        details[kind][detail] += 1
    for kind in sorted(details, key=lambda k: -details[k].total()):
        most = ", ".join(f"{detail} {count}" for detail, count in details[kind].most_common(4))
        print(f"{details[kind].total():6}  {kind}  ({most})")


if __name__ == "__main__":
    main()
