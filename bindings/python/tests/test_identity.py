import pytest
from conftest import TALKS

import diurna

ONE = "Nicolas Bardem, the Venezuelan president, was arrested in Port Karsa on Monday."
TWO = "Nicolas Bardem Moros, the Venezuelan president, was arrested in Port Karsa on Monday."


@pytest.fixture(scope="module")
def raw(nlp):
    graph = diurna.Graph()
    for name, text in (("one", ONE), ("two", TWO)):
        graph.add(nlp(text, date="2026-01-08", id=name))
    return graph


def persons(graph):
    return [node for node in graph.nodes if node.type == "PERSON" and node.id.startswith("e:")]


def test_two_forms_of_a_name_become_one_node(raw):
    resolved = raw.resolve()
    assert len(persons(raw)) == 2
    (person,) = persons(resolved)
    assert {person.name, *person.aliases} >= {"Nicolas Bardem", "Nicolas Bardem Moros"}
    (member,) = [member for member in resolved.members if member.canonical == person.id]
    assert member.rule == "person.family-name" and "president VEN" in member.because
    assert {document for claim in person.claims for document in claim.documents} == {"one", "two"}
    assert resolved.ungroup() == raw


def test_the_user_knows_better(raw, tmp_path):
    statement = ("different", "Nicolas Bardem", "Nicolas Bardem Moros")
    assert len(persons(raw.resolve(same_as=[statement]))) == 2
    path = tmp_path / "same.tsv"
    path.write_text("\t".join(statement) + "\n", encoding="utf-8")
    assert len(persons(raw.resolve(same_as=path))) == 2
    assert len(persons(raw.resolve(entities=False))) == 2
    assert [refusal.because for refusal in raw.refusals(same_as=path)]
    with pytest.raises(diurna.ParseError) as error:
        raw.resolve(same_as=[("equal", "a", "b")])
    assert error.value.code == "identity.same-as"


def test_one_article_stays_as_it_is(nlp):
    graph = diurna.Graph()
    graph.add(nlp(TALKS, date="2026-01-09", id="talks"))
    assert graph.resolve() == graph
