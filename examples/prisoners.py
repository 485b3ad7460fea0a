"""A case file from news: who is or was detained, where, when, on what charges, released by whom, of which nationality,
and the sentence that says so.

    python prisoners.py article.txt [2026-01-08]
"""

import sys
from pathlib import Path

import diurna

CUSTODY = {"justice.detain", "justice.release", "justice.charge", "justice.convict", "justice.sentence", "justice.trial"}


def prisoner(event):
    """The person that an event happens to, when it is one with a name."""
    for filler in event.roles.get("patient", []):
        if filler.kind == "entity" and filler.target.type == "PERSON" and filler.target.is_named:
            return filler.target
    return None


def event_line(event):
    columns = [event.label]
    columns += [f"{role}: {filler.name}" for role, fillers in event.roles.items() if role != "patient" for filler in fillers]
    columns += [event.factuality] if event.factuality != "actual" else []
    columns += [f"source: {source.name}" for source in event.attribution]
    return "\t".join(columns) + f'\n    "{event.sentence.text}"'


def cases(doc):
    """{person: lines} of everybody who was detained or released."""
    found, detained = {}, set()
    for event in doc.events:
        person = prisoner(event)
        if person is None or event.type not in CUSTODY:
            continue
        found.setdefault(person, []).append(event_line(event))
        if event.type in ("justice.detain", "justice.release"):
            detained.add(person)
    for relation in doc.relations:
        if relation.subject.target in found:
            found[relation.subject.target].append(f"{relation.label}\t{relation.object.name}")
    return {person: lines for person, lines in found.items() if person in detained}


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: prisoners.py ARTICLE [DATE]")
    path = Path(sys.argv[1])
    doc = diurna.load()(path.read_bytes(), date=sys.argv[2] if len(sys.argv) > 2 else None, id=path.stem)
    for person, lines in cases(doc).items():
        print(person.name)
        for line in lines:
            print(f"  {line}")
        print()


if __name__ == "__main__":
    main()
