import pickle
import shutil

import pytest
from conftest import TALKS

import diurna


def test_a_graph_answers_simple_questions(graph):
    (person,) = [id for id in graph.find("ana vidal") if graph.node(id).kind == "entity"]
    assert graph.node(person).type == "PERSON"
    arrest = next(node.id for node in graph.nodes if node.type == "justice.detain")
    assert arrest in graph.neighbors(person)
    assert any(edge.type == "patient" and edge.target == person for edge in graph.edges_of(arrest))
    release = next(node.id for node in graph.nodes if node.type == "justice.release")
    assert graph.shortest_path(arrest, release) == [arrest, person, release]
    assert person in graph and "nobody" not in graph


def test_evidence_shows_the_sentence(graph, doc):
    arrest = next(node for node in graph.nodes if node.type == "justice.detain")
    evidence = arrest.evidence[0]
    assert evidence.document == "arrest"
    assert doc.text[evidence.start : evidence.end] in doc.text
    assert "arrested" in evidence.text


def test_merging_does_not_depend_on_order(nlp, doc):
    one, other = diurna.Graph(), diurna.Graph()
    talks = nlp(TALKS, date="2026-01-09", id="talks")
    one.add(doc)
    other.add(talks)
    a, b, c = one.copy(), other.copy(), diurna.Graph()
    a.merge(other)
    b.merge(one)
    c.add(talks)
    c.add(doc)
    c.add(doc)
    assert a == b == c != one


def test_removing_a_document_is_exact(nlp, doc):
    graph = diurna.Graph()
    graph.add(doc)
    before = graph.dumps()
    graph.add(nlp(TALKS, date="2026-01-09", id="talks"))
    assert graph.documents == ["arrest", "talks"]
    assert graph.remove("talks") and not graph.remove("talks")
    assert graph.dumps() == before


def test_who_stands_in_the_middle(graph):
    ranks = graph.page_rank()
    assert [score for _, score in ranks] == sorted((score for _, score in ranks), reverse=True)
    assert {id for id, _ in ranks} == {id for part in graph.components() for id in part}


def test_measures_of_the_middle_agree_on_who_is_there(graph):
    everybody = {id for id, _ in graph.page_rank()}
    for ranks in (graph.degree(), graph.betweenness(), graph.core_numbers()):
        assert {id for id, _ in ranks} == everybody
        assert [score for _, score in ranks] == sorted((score for _, score in ranks), reverse=True)


def test_paths_and_surroundings(graph):
    (person,) = [id for id in graph.find("ana vidal") if graph.node(id).kind == "entity"]
    arrest = next(node.id for node in graph.nodes if node.type == "justice.detain")
    assert [arrest, person] in graph.simple_paths(arrest, person)
    assert graph.simple_paths(arrest, person, longest=0) == []
    near = graph.ego_network(person)
    assert arrest in near and len(near) <= len(graph)
    with pytest.raises(diurna.Error, match="nobody"):
        graph.ego_network("nobody")


def test_a_timeline_keeps_stated_time_apart(graph):
    (person,) = [id for id in graph.find("ana vidal") if graph.node(id).kind == "entity"]
    entries = graph.timeline([person])
    arrest = next(entry for entry in entries if entry.type == "justice.detain")
    assert arrest.time and arrest.first <= arrest.last and arrest.roles == ["patient"]
    assert arrest.event in [e.event for e in graph.timeline([person], time=arrest.first, relation="within")]
    assert graph.timeline([person], time="1999") == []
    with pytest.raises(ValueError, match="2026-01"):
        graph.timeline([person], time="soon")


def test_save_and_load(graph, tmp_path):
    path = tmp_path / "graph.json"
    graph.save(path)
    assert diurna.Graph.load(path) == graph
    assert [p.name for p in tmp_path.iterdir()] == ["graph.json"]
    assert diurna.Graph.loads(graph.dumps()) == graph
    assert pickle.loads(pickle.dumps(graph)) == graph


def test_saving_in_an_unknown_format_leaves_nothing(graph, tmp_path):
    with pytest.raises(diurna.Error):
        graph.save(tmp_path / "graph.nonsense")
    assert list(tmp_path.iterdir()) == []


def test_a_bad_file_is_refused_with_its_place(tmp_path):
    path = tmp_path / "bad.json"
    path.write_text("{")
    with pytest.raises(diurna.ParseError) as caught:
        diurna.Graph.load(path)
    assert str(path) in caught.value.place
    with pytest.raises(diurna.Error, match="nobody"):
        diurna.Graph().node("nobody")


def test_networkx_takes_all_and_writes_graphml(graph, tmp_path):
    networkx = pytest.importorskip("networkx")
    converted = graph.to_networkx()
    assert converted.number_of_nodes() == len(graph)
    assert converted.number_of_edges() == len(graph.edges)
    networkx.write_graphml(converted, tmp_path / "a.graphml")
    networkx.write_gexf(converted, tmp_path / "a.gexf")


def test_our_graphml_is_read_by_networkx(graph, tmp_path):
    networkx = pytest.importorskip("networkx")
    graph.save(tmp_path / "graph.graphml")
    read = networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert set(read.nodes) == {node.id for node in graph.nodes}
    assert read.number_of_edges() == len(graph.edges)


def test_pictures(graph):
    html = graph._repr_html_()
    assert "<svg" in html or "<table" in html
    if shutil.which("dot"):
        assert "<svg" in graph.to_svg()


def test_node_properties_are_scalars(graph):
    for node in graph.nodes:
        assert all(isinstance(value, (bool, int, float, str)) for value in node.properties.values())
    assert repr(graph).startswith("<Graph: ")


def test_differences_between_graphs(nlp, graph):
    more = graph.copy()
    more.add(nlp(TALKS, date="2026-01-09", id="talks"))
    assert not graph.diff(graph.copy())
    difference = graph.diff(more)
    assert difference and len(difference) == len(difference.nodes) + len(difference.edges)
    assert {change.change for change in difference.nodes} <= {"appeared", "changed"}
    assert "d:talks" in {change.node.id for change in difference.nodes if change.change == "appeared"}
    assert all(change.fields for change in difference.nodes if change.change == "changed")


def test_snapshots_are_bytes(graph, tmp_path):
    path = tmp_path / "graph.dg"
    graph.save(path)
    assert path.read_bytes() == graph.to_bytes()
    assert diurna.Graph.load(path) == graph == diurna.Graph.from_bytes(graph.to_bytes())
    with pytest.raises(diurna.Error, match="not text"):
        graph.dumps("snapshot")
    with pytest.raises(diurna.ParseError, match="truncated"):
        diurna.Graph.from_bytes(graph.to_bytes()[:-1])


def test_several_documents_are_removed_at_once(nlp, graph):
    more = graph.copy()
    more.add(nlp(TALKS, date="2026-01-09", id="talks"))
    more.add(nlp(TALKS, date="2026-01-10", id="again"))
    assert more.remove_all(["talks", "again", "never"]) == 2
    assert more == graph


def test_claims_say_who_says_what(graph):
    (person,) = [node for node in graph.nodes if node.name == "Ana Vidal"]
    assert any(claim.facet == "name" and claim.value == "Ana Vidal" and claim.documents == ["arrest"] for claim in person.claims)
    assert not person.joins and not graph.grouped and graph.ungroup() == graph
