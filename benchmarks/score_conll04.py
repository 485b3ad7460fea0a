#!/usr/bin/env python3
"""Score person.lives_in, positions, memberships and org.based_in on CoNLL04 (Roth and Yih 2004) by overlap F1.

usage: score_conll04.py FILE[.xz] --write-jsonl SENTENCES.jsonl       the sentences as articles for `diurna extract`
       score_conll04.py FILE[.xz] FACTS.jsonl [--errors N]            FACTS as `--format facts` writes them

FILE: "#doc N", then a token a line with index, word, entity tag (B-Peop …), relations and the indices of their other
ends; a relation stands at the last word of its first entity.

Three relations are asked for; ours stand for them so:
    Live_In(person, place)       person.lives_in, person.nationality, and person.position whose `org` is a place:
                                 CoNLL04 has mayors and presidents live where they hold office
    Work_For(person, body)       person.member_of, and person.position whose `org` is none
    OrgBased_In(body, place)     org.based_in, org.part_of and place.located_in from a body or facility to a place
With --births the place of a life.be_born event counts as Live_In too, as CoNLL04 has it; it is no relation of ours.
A place that contains the one told (place.located_in: Lyon, France) is told as well.
A relation is right when its type is and both ends overlap the gold entities; an end may be named by any mention of its
entity in the sentence. Relations that repeat one another count once; those between words that the gold file does not
know as entities of the right type are wrong like any other.
"""

import argparse
import ast
import collections
import json
import lzma
import sys

ASKED = ("Live_In", "Work_For", "OrgBased_In")
PLACES = {"GPE", "LOC", "FACILITY", "NORP"}


def read(path):
    """(id, words, entity spans of words, relations as (type, span, span)) of every sentence."""
    text = (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf-8").read()
    for block in text.split("#doc ")[1:]:
        number, *lines = block.strip().split("\n")
        rows = [line.split("\t") for line in lines]
        words, tags = [row[1] for row in rows], [row[2] for row in rows]
        spans, start = {}, 0
        for i, tag in enumerate(tags):
            if not tag.startswith("I-"):
                start = i
            if tag != "O" and (i + 1 == len(tags) or not tags[i + 1].startswith("I-")):
                spans[i] = (start, i + 1)
        relations = []
        for i, row in enumerate(rows):
            for kind, other in zip(ast.literal_eval(row[3]), ast.literal_eval(row[4])):
                if kind in ASKED:
                    relations.append((kind, spans.get(i, (i, i + 1)), spans.get(other, (other, other + 1))))
        yield number.strip(), words, relations


def word_at(words):
    """Number of the word at each character of the joined text."""
    return [i for i, word in enumerate(words) for _ in range(len(word) + 1)]


def covered(filler, mentions, at):
    """Sets of words that name a filler: its own, and those of the other mentions of its entity."""
    places = [(filler["start"], filler["end"])] if "start" in filler else []
    places += mentions.get(filler.get("id"), [])
    return [{at[c] for c in range(begin, min(end, len(at)))} for begin, end in places]


def stated(facts, at, births):
    """(type, word sets, word sets, words for people) of our relations, translated."""
    mentions = {f["id"]: [(m["start"], m["end"]) for m in f["mentions"]] for f in facts if f["kind"] == "entity"}
    types = {f["id"]: f["type"] for f in facts if f["kind"] == "entity"}
    wider = collections.defaultdict(list)
    for fact in facts:
        if fact["kind"] == "relation" and fact["type"] == "place.located_in":
            wider[fact["subject"].get("id")].append(fact["object"])
    for fact in facts:
        if fact["kind"] != "relation":
            continue
        subject, target = fact["subject"], fact["object"]
        pairs = []
        if fact["type"] in ("person.lives_in", "person.nationality"):
            pairs.append(("Live_In", target))
        if fact["type"] == "person.member_of":
            pairs.append(("Work_For", target))
        if fact["type"] == "person.position":
            for org in fact["qualifiers"].get("org", []):
                pairs.append(("Live_In" if org.get("type") in PLACES else "Work_For", org))
        if fact["type"] == "org.based_in":
            pairs.append(("OrgBased_In", target))
        if fact["type"] in ("org.part_of", "place.located_in") and target.get("type") in PLACES:
            if types.get(subject.get("id")) in ("ORG", "FACILITY"):
                pairs.append(("OrgBased_In", target))
        for kind, other in pairs:
            for place in [other, *wider.get(other.get("id"), [])]:
                yield kind, covered(subject, mentions, at), covered(place, mentions, at), (subject["text"], other["text"])
    for fact in facts if births else []:
        if fact["kind"] == "event" and fact["type"] == "life.be_born":
            for subject in fact["roles"].get("patient", []) + fact["roles"].get("agent", []):
                for place in fact["roles"].get("place", []):
                    for other in [place, *wider.get(place.get("id"), [])]:
                        yield "Live_In", covered(subject, mentions, at), covered(other, mentions, at), (subject["text"], place["text"])


def overlap(span, word_sets):
    return any(word in words for words in word_sets for word in range(*span))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("facts", nargs="?")
    parser.add_argument("--write-jsonl")
    parser.add_argument("--births", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    arguments = parser.parse_args()
    sentences = list(read(arguments.gold))
    if arguments.write_jsonl:
        with open(arguments.write_jsonl, "w", encoding="utf-8") as out:
            for number, words, _ in sentences:
                out.write(json.dumps({"id": "conll04-" + number, "text": " ".join(words)}) + "\n")
        return
    facts = collections.defaultdict(list)
    for line in open(arguments.facts, encoding="utf-8"):
        fact = json.loads(line)
        facts[fact["doc"]].append(fact)
    counts, shown = collections.defaultdict(lambda: [0, 0, 0]), []
    for number, words, relations in sentences:
        found, free = set(), []
        for kind, left, right, text in stated(facts["conll04-" + number], word_at(words), arguments.births):
            hits = [i for i, (k, a, b) in enumerate(relations) if k == kind and overlap(a, left) and overlap(b, right)]
            found.update(hits)
            if not hits and (kind, text) not in free:
                free.append((kind, text))
        for i, (kind, a, b) in enumerate(relations):
            counts[kind][0 if i in found else 2] += 1
            if i not in found:
                shown.append(("miss", kind, " ".join(words[slice(*a)]), " ".join(words[slice(*b)]), " ".join(words)))
        for kind, (left, right) in free:
            counts[kind][1] += 1
            shown.append(("extra", kind, left, right, " ".join(words)))
    total = [sum(column) for column in zip(*counts.values())]
    for name, (hits, extra, missed) in [*sorted(counts.items()), ("all three", total)]:
        p, r = hits / max(hits + extra, 1), hits / max(hits + missed, 1)
        print(f"{name:<12} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(p + r, 1e-9):.3f}   ({hits} {extra} {missed})")
    for row in shown[: arguments.errors]:
        print("\t".join(row))


if __name__ == "__main__":
    sys.exit(main())
