"""Documents and graphs as plain data, files and graphs of other libraries."""

from __future__ import annotations

import importlib
import io
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from . import _core
from ._core import Doc, Graph


def doc_dict(doc: Doc) -> dict[str, Any]:
    """The document and its facts, as `diurna extract --format facts` has them, grouped by kind."""
    result: dict[str, Any] = {"id": doc.id, "date": doc.date, "title": doc.title, "text": doc.text}
    plurals = {"entity": "entities", "time": "times", "event": "events", "relation": "relations"}
    for plural in plurals.values():
        result[plural] = []
    for line in doc.dumps("facts").splitlines():
        fact = json.loads(line)
        fact.pop("doc", None)
        kind = fact.pop("kind")
        result.setdefault(plurals.get(kind, kind), []).append(fact)
    return result


def doc_json(doc: Doc) -> str:
    return json.dumps(doc_dict(doc), ensure_ascii=False)


def doc_plover(doc: Doc) -> list[dict[str, Any]]:
    return [json.loads(line) for line in doc.dumps("plover").splitlines()]


def doc_cameo(doc: Doc) -> list[dict[str, str]]:
    header, *rows = (line.split("\t") for line in doc.dumps("cameo").split("\n") if line)
    return [dict(zip(header, row)) for row in rows]


def _format_of(path: Path, given: str | None) -> str:
    """What is given, else the format with the longest ending that fits; an unknown ending is taken for a name."""
    if given is not None:
        return given
    fitting = [f for f in _core.formats() if not f.of_documents and f.extension and path.name.endswith(f.extension)]
    if fitting:
        return max(fitting, key=lambda f: len(f.extension)).name
    return path.suffix.lstrip(".") or "json"


def save(graph: Graph, path: str | os.PathLike[str], format: str | None, base: str) -> None:
    """Files that appear whole or not at all; several tables go to a folder, or beside a path that ends in .csv."""
    target = Path(path)
    name = _format_of(target, format)
    if not any(f.name == name and f.in_tables for f in _core.formats()):
        return _write(target, graph.to_bytes(name, base=base))
    tables = graph.tables(name)
    if target.suffix != ".csv":
        target.mkdir(parents=True, exist_ok=True)
    for table, text in tables.items():
        _write(target.with_suffix(f".{table}") if target.suffix == ".csv" else target / table, text.encode())


def _write(target: Path, data: bytes) -> None:
    """Write to a temporary name beside `target`, then rename."""
    handle, part = tempfile.mkstemp(prefix=target.name, suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(part, 0o666 & ~_umask())
        os.replace(part, target)
    except BaseException:
        os.unlink(part)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def load_graph(path: str | os.PathLike[str], format: str | None) -> Graph:
    source = Path(path)
    return _core.Graph.loads(source.read_bytes(), _format_of(source, format), str(source))


def _module(name: str, wanted_by: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ImportError(f"{wanted_by} needs {name}: pip install {name}") from error


def to_rdflib(graph: Graph, named_graphs: bool) -> Any:
    """The RDF of docs/rdf.md; a Dataset answers queries over all its graphs unless they name one."""
    rdflib = _module("rdflib", "to_rdflib()")
    if named_graphs:
        dataset = rdflib.Dataset(default_union=True)
        return dataset.parse(data=graph.dumps("nquads"), format="nquads")
    return rdflib.Graph().parse(data=graph.dumps("ntriples"), format="ntriples")


def to_pandas(graph: Graph) -> tuple[Any, Any]:
    """(nodes, edges): the members of `node-link` as columns; what a row has not is missing."""
    pandas = _module("pandas", "to_pandas()")
    data = json.loads(graph.dumps("node-link"))
    node_columns = ["id", "kind", "type", "name", "aliases", "documents", "evidence"]
    edge_columns = ["source", "target", "key", "type", "documents", "evidence"]
    return (
        pandas.DataFrame(data["nodes"], columns=_columns(data["nodes"], node_columns)),
        pandas.DataFrame(data["edges"], columns=_columns(data["edges"], edge_columns)),
    )


def _columns(rows: list[dict[str, Any]], first: list[str]) -> list[str]:
    return first + sorted({key for row in rows for key in row}.difference(first))


_GRAPHRAG_NUMBERS = {"human_readable_id": int, "n_tokens": int, "frequency": int, "degree": int, "weight": float}
_GRAPHRAG_LISTS = ("text_unit_ids", "document_ids", "entity_ids", "relationship_ids", "covariate_ids")


def to_graphrag(graph: Graph) -> dict[str, Any]:
    """GraphRAG's tables by name ("entities", …): `tables["entities"].to_parquet("entities.parquet")`."""
    pandas = _module("pandas", "to_graphrag()")
    result = {}
    for name, text in graph.tables("graphrag").items():
        table = pandas.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
        table = table.astype({column: type for column, type in _GRAPHRAG_NUMBERS.items() if column in table.columns})
        for column in set(_GRAPHRAG_LISTS).intersection(table.columns):
            table[column] = table[column].map(json.loads)
        result[name.removesuffix(".csv")] = table
    return result


def to_networkx(graph: Graph) -> Any:
    """A networkx.MultiDiGraph. Attributes are scalars only, so that every networkx writer accepts them; lists are joined by "; "."""
    networkx = _module("networkx", "to_networkx()")
    result = networkx.MultiDiGraph()
    for node in graph.nodes:
        evidence = {"aliases": "; ".join(node.aliases), "documents": _documents(node.evidence)}
        result.add_node(node.id, **{**node.properties, "kind": node.kind, "type": node.type, "name": node.name, **evidence})
    for edge in graph.edges:
        attributes = {**edge.properties, "type": edge.type, "documents": _documents(edge.evidence)}
        key = f"{edge.type} {edge.key}".rstrip()
        result.add_edge(edge.source, edge.target, key=key, **attributes)
    return result


def _documents(evidence: list[_core.GraphEvidence]) -> str:
    return "; ".join(sorted({item.document for item in evidence}))


def to_svg(graph: Graph) -> str:
    dot = shutil.which("dot")
    if dot is None:
        raise RuntimeError("to_svg() needs Graphviz: the program 'dot' was not found")
    done = subprocess.run([dot, "-Tsvg"], input=graph.dumps("dot"), capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise RuntimeError(f"dot failed: {done.stderr.strip()}")
    return done.stdout
