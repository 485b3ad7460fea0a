"""Queries in Python: rows, values, errors."""

import datetime
import signal
import threading
import time

import pytest

import diurna

ARRESTS = """MATCH (e:event)-[:patient]->(p:PERSON) RETURN p.name AS name, e.type AS type, p, e ORDER BY name"""


@pytest.fixture
def result(graph):
    return graph.query(ARRESTS)


def test_rows_are_read_by_name_by_number_and_unpacked(result):
    assert result.columns == ["name", "type", "p", "e"]
    assert len(result) >= 1
    row = result[0]
    assert row["name"] == row[0] == "Ana Vidal"
    name, type_, *_ = row
    assert (name, type_) == ("Ana Vidal", row["type"])
    assert dict(row.items())["name"] == "Ana Vidal"
    assert row.get("nothing") is None
    with pytest.raises(KeyError, match="no column 'nothing'"):
        row["nothing"]


def test_a_result_is_iterated_sliced_and_outlives_its_graph(nlp, doc):
    graph = diurna.Graph()
    graph.add(doc)
    result = graph.query(ARRESTS)
    del graph
    assert [row["name"] for row in result] == [row["name"] for row in result[:]]
    assert result.to_dicts()[0]["p"].id == "e:ana_vidal"
    assert "Ana Vidal" in result._repr_html_()


def test_to_pandas_has_the_columns(result):
    pytest.importorskip("pandas")
    frame = result.to_pandas()
    assert list(frame.columns) == result.columns
    assert frame["name"][0] == "Ana Vidal"


def test_nodes_relationships_and_paths_are_values(graph):
    row = graph.query("MATCH path = (e:event)-[r:patient]->(p:PERSON) RETURN path, e, r, p LIMIT 1")[0]
    assert "event" in row["e"].labels
    assert row["e"]["type"].startswith("justice.")
    assert row["r"].type == "patient"
    assert (row["r"].source, row["r"].target) == (row["e"].id, row["p"].id)
    assert len(row["path"]) == 1
    assert row["path"].nodes == [row["e"], row["p"]]
    assert row["p"]["no such property"] is None


@pytest.mark.parametrize(
    "value",
    [None, True, 3, -0.5, "text’s", ["a", 1, None], {"a": {"b": [1]}}, datetime.date(2026, 1, 5)],
)
def test_parameters_come_back_as_they_went_in(graph, value):
    assert graph.query("RETURN $value AS value", {"value": value})[0]["value"] == value


def test_times_have_a_begin_and_an_end(graph):
    rows = graph.query(
        "MATCH (t:time) WHERE t.begin <= $day AND t.end >= $day RETURN t.value AS value",
        {"day": "2026-01-05"},
    )
    assert [row["value"] for row in rows] == ["2026-01-05"]


def test_an_index_is_made_once_and_asked_often(graph):
    index = diurna.QueryGraph(graph)
    del graph
    assert index.query("MATCH (n) RETURN count(*) AS n")[0]["n"] > 0
    assert "LabelScan" in index.explain("MATCH (p:PERSON) RETURN p")


def test_bad_queries_name_the_place(graph):
    with pytest.raises(diurna.QueryError, match="query:1:25") as raised:
        graph.query("MATCH (p:PERSON) RETURN q")
    assert raised.value.code == "query.undefined-variable"
    assert (raised.value.line, raised.value.column) == (1, 25)
    with pytest.raises(TypeError, match="a parameter cannot be"):
        graph.query("RETURN $x", {"x": object()})
    with pytest.raises(diurna.QueryError):
        graph.query("RETURN $missing")


def test_ctrl_c_ends_a_long_query(graph):
    timer = threading.Timer(0.3, signal.raise_signal, [signal.SIGINT])
    timer.start()
    begin = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        graph.query("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN count(a)")
    assert time.monotonic() - begin < 20
