"""Documents and graphs as plain data, files and graphs of other libraries."""

from __future__ import annotations

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
    return given if given is not None else path.suffix.lstrip(".") or "json"


def save(graph: Graph, path: str | os.PathLike[str], format: str | None) -> None:
    """Write to a temporary name beside `path`, then rename."""
    target = Path(path)
    data = graph.dumps(_format_of(target, format))
    handle, part = tempfile.mkstemp(prefix=target.name, suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
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
    return _core.Graph.loads(source.read_text(encoding="utf-8"), _format_of(source, format), str(source))


def to_networkx(graph: Graph) -> Any:
    """A networkx.MultiDiGraph. Attributes are scalars only, so that every networkx writer accepts them; lists are joined by "; "."""
    try:
        import networkx  # type: ignore[import-untyped,unused-ignore]
    except ImportError as error:
        raise ImportError("to_networkx() needs networkx: pip install networkx") from error
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
