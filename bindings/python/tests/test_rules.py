"""Rules and ontologies of one's own, and explanations."""

import pytest

import diurna

RULE = """
rule stranding -> shipping.strand
  example "The ferry stranded near Karsa."  gives shipping.strand(vessel: The ferry)
  example "The ferry left."  gives shipping.strand(vessel: The ferry)
  trigger strand | ground
  vessel any = >nsubj | >nsubj:pass
"""
ONTOLOGY = """{"format": "diurna-ontology", "version": 1,
  "roles": [{"id": "vessel", "gloss": "the ship", "label": "{}"}],
  "events": [{"id": "shipping.strand", "label": "stranded", "gloss": "a ship strands", "roles": ["vessel"]}]}"""


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rules")
    (folder / "own.rule").write_text(RULE)
    (folder / "own.json").write_text(ONTOLOGY)
    return diurna.load(rules=[folder / "own.rule"], ontology=folder / "own.json")


def test_a_rule_makes_events_of_a_type_of_ones_own(own):
    doc = own("The ferry stranded near Karsa on Monday.", date="2026-01-08")
    event = next(event for event in doc.events if event.type == "shipping.strand")
    assert event.roles["vessel"][0].name == "The ferry"
    assert event.roles["time"][0].name == "2026-01-05"
    assert event.evidence.rule == "rule:stranding"
    assert event.label == "stranded"


def test_examples_are_checked(own):
    first, second = own.check_examples()
    assert first["passed"] and first["reasons"] == []
    assert not second["passed"]
    assert second["reasons"][0] == "expected shipping.strand, found none"


def test_bad_rules_are_refused_all_at_once(tmp_path):
    (tmp_path / "bad.rule").write_text("rule a -> life.dy\n trigger die\nrule b -> life.die\n agnt = >nsubj\n trigger x\n")
    with pytest.raises(diurna.RuleError, match="did you mean 'life.die'") as caught:
        diurna.load(rules=tmp_path / "bad.rule")
    assert [(p["code"], p["line"], p["column"]) for p in caught.value.problems] == [
        ("rule.unknown-type", 1, 11),
        ("rule.unknown-role", 4, 2),
    ]
    assert isinstance(caught.value, diurna.ParseError)
    assert caught.value.code == "rule.unknown-type"


def test_a_missing_rule_file_is_an_io_error(tmp_path):
    with pytest.raises(diurna.IoError):
        diurna.load(rules=[tmp_path / "none.rule"])


def test_an_event_explains_itself(doc):
    event = next(event for event in doc.events if event.type == "justice.detain")
    why = event.explain()
    assert why["type"] == "justice.detain"
    assert why["trigger"]["text"] == "arrested"
    assert why["decision"]["by"] == "model"
    assert why["decision"]["reasons"]
    assert abs(why["decision"]["score"] - event.evidence.score) < 1e-3
    agent = next(role for role in why["roles"] if role["role"] == "agent")
    assert agent["path"][0]["text"] == "arrested"
    assert doc.text[agent["start"] : agent["end"]] == agent["text"]


def test_an_event_of_a_rule_names_the_rule(own):
    event = own("The ferry stranded near Karsa.").events[0]
    assert event.explain()["decision"]["by"] == "rule"
    assert event.explain()["decision"]["rule"].startswith("stranding (")


def test_an_explanation_outlives_its_document(nlp):
    event = nlp("Police arrested Ana Vidal.").events[0]
    assert event.explain()["number"] == "e1"


def test_relations_explain_themselves(nlp):
    relation = nlp("Police met the French president Ana Vidal.").relations[0]
    why = relation.explain()
    assert why["kind"] == "relation"
    assert [end["role"] for end in why["ends"]][:2] == ["subject", "object"]
