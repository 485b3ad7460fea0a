"""Every graph format, opened by the tool that it is made for."""

import csv
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import diurna

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")  # its parsers use its own old names

TRIPLES = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld"}
QUADS = {"nquads": "nquads", "trig": "trig"}
OXIGRAPH = {"turtle": "TURTLE", "ntriples": "N_TRIPLES", "jsonld": "JSON_LD", "nquads": "N_QUADS", "trig": "TRIG"}
DOCS = Path(__file__).resolve().parents[3] / "docs"


def claim(document, event, factuality, text):
    """One report of an arrest, as a graph."""
    proof = [{"document": document, "start": 0, "end": 8, "sentence": 0, "rule": "test", "score": 0.75}]

    def node(id, kind, type, name, **properties):
        shown = {"id": id, "kind": kind, "type": type, "name": name, "aliases": []}
        return {**shown, "properties": properties, "evidence": proof}

    def edge(source, type, target, **more):
        return {"source": source, "type": type, "target": target, "properties": {}, "evidence": proof, **more}

    nodes = [
        node(f"d:{document}", "document", "document", f"The \"{document}\" post", date="2026-02-03"),
        node("e:ana_vidal", "entity", "PERSON", "Ana Vidal", named=True, weight=0.5, mentions=3),
        node("e:police", "entity", "ORG", "Police; of Karsa", named=True),
        node("e:KAR", "entity", "GPE", "Karsa", country="KAR"),
        node(event, "event", "justice.detain", "arrested", factuality=factuality, reported="2026-02-03"),
        node("t:2026-02", "time", "DATE", "2026-02", value="2026-02", granularity="month"),
        node("p:head", "phrase", "phrase", "head,\nof \"all\""),
    ]
    edges = [
        edge(event, "agent", "e:police"),
        edge(event, "patient", "e:ana_vidal"),
        edge(event, "place", "e:KAR"),
        edge(event, "time", "t:2026-02"),
        edge(event, "attribution", "e:police"),
        edge(event, "mentioned_in", f"d:{document}"),
        edge("e:ana_vidal", "person.position", "p:head", key="org=e:police"),
        edge("e:ana_vidal", "person.position", "p:head", key="org=e:KAR"),
        edge("e:ana_vidal", "person.nationality", "e:KAR"),
    ]
    sentences = [{"document": document, "start": 0, "text": text}]
    file = {"format": "diurna-graph", "version": 1, "sentences": sentences, "nodes": nodes, "edges": edges}
    return diurna.Graph.loads(json.dumps(file))


@pytest.fixture
def dispute():
    """Three reports: one of an event of its own that is denied, two that disagree about one event."""
    graph = claim("morning", "v:shared", "actual", "Arrested was Ana Vidal — said the “police” 🙂.")
    graph.merge(claim("evening", "v:shared", "negated", "Arrested? Nobody was."))
    graph.merge(claim("night", "v:denied", "negated", "Arrested? Never \\ ever."))
    graph.merge(claim("noon", "v:fact", "actual", "Arrested at noon."))
    return graph


@pytest.fixture(params=["article", "dispute"])
def any_graph(request):
    return request.getfixturevalue("graph" if request.param == "article" else "dispute")


def triples_of(text, format):
    rdflib = pytest.importorskip("rdflib")
    return set(rdflib.Graph().parse(data=text, format=TRIPLES[format]))


def quads_of(text, format):
    rdflib = pytest.importorskip("rdflib")
    return {tuple(map(str, quad)) for quad in rdflib.Dataset().parse(data=text, format=QUADS[format]).quads()}


def oxigraph_quads(text, format):
    pyoxigraph = pytest.importorskip("pyoxigraph")
    return set(pyoxigraph.parse(text, format=getattr(pyoxigraph.RdfFormat, OXIGRAPH[format])))


def promised(graph, format):
    """The number of statements that the heads of the file promise."""
    numbers = re.findall(r"#statements> \"(\d+)\"", graph.dumps({"trig": "nquads"}.get(format, format)))
    return sum(map(int, numbers))


def test_rdflib_reads_the_same_triples_in_every_syntax(any_graph):
    expected = triples_of(any_graph.dumps("ntriples"), "ntriples")
    assert len(expected) == promised(any_graph, "ntriples")
    for format in TRIPLES:
        assert triples_of(any_graph.dumps(format), format) == expected, format
    quads = quads_of(any_graph.dumps("nquads"), "nquads")
    assert len(quads) == promised(any_graph, "nquads")
    assert quads_of(any_graph.dumps("trig"), "trig") == quads


def test_oxigraph_reads_as_many_statements_as_rdflib(any_graph):
    expected = oxigraph_quads(any_graph.dumps("ntriples"), "ntriples")
    assert len(expected) == promised(any_graph, "ntriples")
    for format in TRIPLES:
        assert oxigraph_quads(any_graph.dumps(format), format) == expected, format
    quads = oxigraph_quads(any_graph.dumps("nquads"), "nquads")
    assert len(quads) == promised(any_graph, "nquads")
    assert oxigraph_quads(any_graph.dumps("trig"), "trig") == quads


def test_there_are_no_blank_nodes(any_graph):
    rdflib = pytest.importorskip("rdflib")
    for triple in triples_of(any_graph.dumps("turtle"), "turtle"):
        assert not any(isinstance(term, rdflib.BNode) for term in triple)


def test_what_other_libraries_write_again_is_read_back(any_graph):
    rdflib = pytest.importorskip("rdflib")
    pyoxigraph = pytest.importorskip("pyoxigraph")
    again = rdflib.Graph().parse(data=any_graph.dumps("ntriples"), format="nt")
    assert diurna.Graph.loads(again.serialize(format="turtle"), "turtle") == any_graph
    assert diurna.Graph.loads(again.serialize(format="nt"), "ntriples") == any_graph
    quads = oxigraph_quads(any_graph.dumps("nquads"), "nquads")
    for format in QUADS:
        syntax = getattr(pyoxigraph.RdfFormat, OXIGRAPH[format])
        assert diurna.Graph.loads(pyoxigraph.serialize(quads, format=syntax), format) == any_graph, format


def test_every_readable_format_gives_the_graph_back(any_graph, tmp_path):
    readable = [format for format in diurna.formats() if format.readable]
    assert {"json", "graphml", "turtle", "ntriples", "nquads", "trig"} <= {format.name for format in readable}
    for format in readable:
        path = tmp_path / f"graph{format.extension}"
        any_graph.save(path, format=format.name)
        assert diurna.Graph.load(path, format=format.name) == any_graph, format.name


def test_n_quads_files_are_merged_by_putting_them_one_behind_the_other(dispute, graph):
    both = diurna.Graph.loads(dispute.dumps("nquads") + graph.dumps("nquads"), "nquads")
    dispute.merge(graph)
    assert both == dispute


def store_of(graph):
    pyoxigraph = pytest.importorskip("pyoxigraph")
    store = pyoxigraph.Store()
    store.load(graph.dumps("nquads"), format=pyoxigraph.RdfFormat.N_QUADS)
    return store


PREFIXES = """PREFIX dn: <https://diurna.example/ns#>
PREFIX role: <https://diurna.example/ns/role/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX id: <https://diurna.example/id/>
"""


def test_a_denied_event_is_never_found_as_a_fact(dispute):
    store = store_of(dispute)
    asked = [
        "SELECT ?e ?g WHERE { GRAPH ?g { ?e a sem:Event } }",
        "SELECT ?e ?g WHERE { GRAPH ?g { ?e sem:hasActor ?who } }",
        "SELECT ?e ?g WHERE { GRAPH ?g { ?e role:patient ?who } }",
        "SELECT ?e ?g WHERE { GRAPH ?g { ?e sem:hasTime ?when } }",
    ]
    for query in asked:
        found = {(row["e"].value.split("/")[-1], row["g"].value.split("/")[-1]) for row in store.query(PREFIXES + query)}
        assert found == {("v:shared", "morning"), ("v:fact", "noon")}, query
    rdf = dispute.to_rdflib()  # no named graphs: what is disputed is no fact
    (fact,) = rdf.query(PREFIXES + "SELECT DISTINCT ?e WHERE { ?e a sem:Event }")
    assert str(fact.e).endswith("v:fact")
    (disputed,) = rdf.query(PREFIXES + "SELECT ?e WHERE { ?e a dn:DisputedEvent }")
    assert str(disputed.e).endswith("v:shared")


def test_the_queries_of_the_documentation_find_something(dispute):
    store = store_of(dispute)
    queries = re.findall(r"```sparql\n(.*?)```", (DOCS / "rdf.md").read_text(encoding="utf-8"), re.S)
    assert len(queries) >= 3
    for query in queries:
        assert list(store.query(query, use_default_graph_as_union=True)), query


def test_a_dataset_has_a_graph_for_each_document(dispute):
    pytest.importorskip("rdflib")
    dataset = dispute.to_rdflib(named_graphs=True)
    names = {str(graph.identifier) for graph in dataset.graphs() if len(graph)}
    assert {f"https://diurna.example/graph/{document}" for document in dispute.documents} <= names


def test_another_base(dispute, tmp_path):
    dispute.save(tmp_path / "graph.ttl", base="https://example.org/news/")
    assert "https://example.org/news/" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert diurna.Graph.load(tmp_path / "graph.ttl") == dispute
    with pytest.raises(diurna.Error) as caught:
        dispute.dumps("turtle", base="news")
    assert caught.value.code == "rdf.base"


def test_networkx_reads_node_link(any_graph):
    networkx = pytest.importorskip("networkx")
    read = networkx.node_link_graph(json.loads(any_graph.dumps("node-link")), edges="edges")
    assert isinstance(read, networkx.MultiDiGraph)
    assert set(read.nodes) == {node.id for node in any_graph.nodes}
    assert read.number_of_edges() == len(any_graph.edges)
    for node in any_graph.nodes:
        assert read.nodes[node.id]["aliases"] == node.aliases
        assert all(read.nodes[node.id][key] == value for key, value in node.properties.items())


def test_networkx_reads_gexf_with_its_days(any_graph, tmp_path):
    networkx = pytest.importorskip("networkx")
    any_graph.save(tmp_path / "graph.gexf")
    read = networkx.read_gexf(tmp_path / "graph.gexf", version="1.3")
    assert set(read.nodes) == {node.id for node in any_graph.nodes}
    assert read.number_of_edges() == len(any_graph.edges)
    for node in any_graph.nodes:
        data = read.nodes[node.id]
        assert data["label"] == node.name and data["kind"] == node.kind
        assert all(data.get(key, data.get(f"property.{key}")) == value for key, value in node.properties.items())
    if "v:fact" in read:
        assert (read.nodes["v:fact"]["start"], read.nodes["v:fact"]["end"]) == ("2026-02-01", "2026-02-28")


HEADER_FIELD = re.compile(
    r"(?P<name>[A-Za-z_]\w*)?(:(?P<type>ID|START_ID|END_ID)\((?P<space>\w+)\)|:(?P<word>LABEL|TYPE)"
    r"|:(?P<scalar>int|long|float|double|boolean|byte|short|char|string|date)(?P<array>\[\])?|)"
)


def table_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    for field in header:
        assert HEADER_FIELD.fullmatch(field), field
    names = [field.split(":")[0] for field in header if field.split(":")[0]]
    assert len(names) == len(set(names))
    assert all(len(row) == len(header) for row in rows)
    return header, rows


def test_tables_have_the_header_of_neo4j_admin(any_graph, tmp_path):
    any_graph.save(tmp_path / "import", format="csv")
    header, rows = table_of(tmp_path / "import" / "nodes.csv")
    assert header[0] == "id:ID(Entity)" and header.count(":LABEL") == 1
    ids = [row[0] for row in rows]
    assert ids == [node.id for node in any_graph.nodes]
    assert all(re.fullmatch(r"\w+(;\w+)*", row[header.index(":LABEL")]) for row in rows)
    header, rows = table_of(tmp_path / "import" / "relationships.csv")
    assert header[:3] == [":START_ID(Entity)", ":END_ID(Entity)", ":TYPE"]
    assert [(row[0], row[1]) for row in rows] == [(edge.source, edge.target) for edge in any_graph.edges]
    assert all(re.fullmatch(r"\w+", row[2]) for row in rows)
    any_graph.save(tmp_path / "beside.csv")
    assert {path.name for path in tmp_path.glob("beside*")} == {"beside.nodes.csv", "beside.relationships.csv"}


KUZU_TYPES = {"string": "STRING", "string[]": "STRING", "long": "INT64", "double": "DOUBLE", "boolean": "BOOL", "date": "DATE"}


def kuzu_columns(header):
    return ", ".join(f"`{name}` {KUZU_TYPES[type or 'string']}" for name, _, type in (field.partition(":") for field in header))


def test_kuzu_copies_the_tables(any_graph, tmp_path):
    kuzu = pytest.importorskip("kuzu")
    any_graph.save(tmp_path / "import", format="csv")
    nodes, relationships = (tmp_path / "import" / name for name in ("nodes.csv", "relationships.csv"))
    connection = kuzu.Connection(kuzu.Database(str(tmp_path / "kuzu")))
    columns = kuzu_columns(["labels:string", *table_of(nodes)[0][2:]])
    connection.execute(f"CREATE NODE TABLE Node(id STRING, {columns}, PRIMARY KEY(id))")
    columns = kuzu_columns(["label:string", *table_of(relationships)[0][3:]])
    connection.execute(f"CREATE REL TABLE Rel(FROM Node TO Node, {columns})")
    options = "(header=true, delim=',', quote='\"', escape='\"', parallel=false)"
    connection.execute(f"COPY Node FROM '{nodes}' {options}")
    connection.execute(f"COPY Rel FROM '{relationships}' {options}")
    assert connection.execute("MATCH (n:Node) RETURN count(*)").get_next() == [len(any_graph)]
    assert connection.execute("MATCH ()-[r:Rel]->() RETURN count(*)").get_next() == [len(any_graph.edges)]
    patients = "MATCH (e:Node)-[r:Rel {label: 'patient'}]->(n:Node) RETURN DISTINCT n.id ORDER BY n.id"
    found = connection.execute(patients)
    rows = [found.get_next()[0] for _ in range(found.get_num_tuples())]
    assert rows == sorted({edge.target for edge in any_graph.edges if edge.type == "patient"})


def test_graphrag_tables_go_to_parquet_and_back(dispute, tmp_path):
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    tables = dispute.to_graphrag()
    assert list(tables) == ["covariates", "documents", "entities", "relationships", "text_units"]
    for name, table in tables.items():
        table.to_parquet(tmp_path / f"{name}.parquet")
        tables[name] = pandas.read_parquet(tmp_path / f"{name}.parquet")
    entities, relationships, units = tables["entities"], tables["relationships"], tables["text_units"]
    assert {"id", "title", "description", "text_unit_ids", "human_readable_id"} <= set(entities.columns)
    assert {"id", "source", "target", "description", "weight", "text_unit_ids"} <= set(relationships.columns)
    assert entities["title"].is_unique
    assert set(relationships["source"]) | set(relationships["target"]) <= set(entities["title"])
    assert {unit for units_of in entities["text_unit_ids"] for unit in units_of} <= set(units["id"])
    assert {unit for units_of in relationships["text_unit_ids"] for unit in units_of} <= set(units["id"])
    claims = tables["covariates"].set_index("id")
    assert claims.loc["v:fact", "status"] == "TRUE"
    assert claims.loc["v:denied", "status"] == "FALSE"
    assert claims.loc["v:fact", "start_date"] == "2026-02-01"


def test_pandas(any_graph):
    pytest.importorskip("pandas")
    nodes, edges = any_graph.to_pandas()
    assert list(nodes["id"]) == [node.id for node in any_graph.nodes]
    assert list(edges["type"]) == [edge.type for edge in any_graph.edges]
    assert {"kind", "name", "aliases", "documents"} <= set(nodes.columns)


def test_graphviz_draws_dot(any_graph):
    if not shutil.which("dot"):
        pytest.skip("Graphviz is not installed")
    done = subprocess.run(["dot", "-Tsvg"], input=any_graph.dumps("dot"), capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0 and not done.stderr and done.stdout.count('class="edge"') > 3
