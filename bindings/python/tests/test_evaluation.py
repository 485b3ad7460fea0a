"""Scores against annotated articles."""

import json

import pytest

import diurna

GOLD = {
    "id": "karsa",
    "date": "2026-01-08",
    "sentences": ["Arrest in Karsa", "Police arrested the journalist Ana Vidal in Lisbon on Monday."],
    "entities": [{"id": "E1", "type": "PERSON", "names": ["Ana Vidal"]}],
    "events": [
        {"id": "V1", "type": "justice.detain", "sentence": 1, "trigger": "arrested", "roles": {"patient": ["E1"]}},
        {"id": "V2", "type": "life.die", "sentence": 1, "trigger": "Monday", "roles": {}},
    ],
    "relations": [],
}


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "karsa.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def test_figures_and_mistakes(nlp, gold):
    result = diurna.evaluate(gold, nlp)
    assert (result.events.right, result.events.missed) == (1, 1)
    assert result.events.recall == 0.5
    assert result.event_types["life.die"].missed == 1
    assert [mistake.text for mistake in result.mistakes if mistake.kind == "missed event"] == ["Monday"]
    assert diurna.evaluate(gold, n_threads=2).events == result.events
    assert repr(result.events).startswith("<Tally precision")


def test_facts_of_any_program_are_scored(gold, tmp_path):
    fact = {"doc": "karsa", "kind": "event", "type": "justice.detain", "trigger": {"start": 24, "end": 32}, "roles": {}}
    (tmp_path / "facts.jsonl").write_text(json.dumps(fact), encoding="utf-8")
    assert diurna.evaluate(gold, facts=tmp_path / "facts.jsonl").events.right == 1


def test_wrong_use(nlp, gold):
    with pytest.raises(diurna.IoError):
        diurna.evaluate(gold / "nothing")
    with pytest.raises(ValueError):
        diurna.evaluate(gold, nlp, facts="x")
    with pytest.raises(ValueError):
        diurna.evaluate(gold, n_threads=0)
