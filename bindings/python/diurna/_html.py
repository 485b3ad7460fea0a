"""How documents and graphs show themselves in notebooks."""

from __future__ import annotations

import shutil
from html import escape
from typing import NamedTuple

from ._core import Doc, Event, Filler, Graph, Relation
from ._export import to_svg

_COLOURS = {"trigger": "#ffe08a", "time": "#c9efc0", "name": "#cfe4ff"}
_LARGEST_DRAWING = 150
_MOST_ROWS = 100
_TABLE = "border-collapse:collapse;font-size:90%"
_CELL = "text-align:left;vertical-align:top;padding:2px 8px;border-bottom:1px solid #ddd"


class _Highlight(NamedTuple):
    start: int
    end: int
    kind: str
    hint: str


def _highlights(doc: Doc) -> list[_Highlight]:
    """Not overlapping, in text order; a trigger goes before a time, a time before a name."""
    wanted = [_Highlight(e.start, e.end, "trigger", str(e)) for e in doc.events]
    wanted += [_Highlight(t.start, t.end, "time", f"{t.type} {t.value}") for t in doc.times]
    for mention in doc.mentions:
        if mention.kind == "name":
            name = mention.entity.name if mention.entity else mention.text
            wanted.append(_Highlight(mention.start, mention.end, "name", f"{mention.type} {name}"))
    taken: list[_Highlight] = []
    covered: set[int] = set()
    for highlight in wanted:
        if covered.isdisjoint(range(highlight.start, highlight.end)):
            covered.update(range(highlight.start, highlight.end))
            taken.append(highlight)
    return sorted(taken)


def _marked_text(doc: Doc) -> str:
    text, parts, at = doc.text, [], 0
    for start, end, kind, hint in _highlights(doc):
        parts.append(escape(text[at:start]))
        style = f"background:{_COLOURS[kind]};border-radius:3px;padding:0 2px"
        parts.append(f'<mark style="{style}" title="{escape(hint)}">{escape(text[start:end])}</mark>')
        at = end
    parts.append(escape(text[at:]))
    return "".join(parts)


def _cells(*cells: str) -> str:
    return "<tr>" + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in cells) + "</tr>"


def _roles(roles: dict[str, list[Filler]]) -> str:
    named = (f"<i>{escape(role)}</i> " + escape(", ".join(f.name for f in fillers)) for role, fillers in roles.items())
    return "<br>".join(named)


def _event_row(event: Event) -> str:
    says = ", ".join(filler.name for filler in event.attribution)
    return _cells(
        escape(event.type),
        f"<b>{escape(event.text)}</b>",
        _roles(event.roles),
        escape(event.factuality) + (f"<br>says {escape(says)}" if says else ""),
    )


def _relation_row(relation: Relation) -> str:
    ends = f"{escape(relation.subject.name)} → {escape(relation.object.name)}"
    return _cells(escape(relation.type), ends, _roles(relation.qualifiers), "")


def doc_html(doc: Doc) -> str:
    rows = [_event_row(event) for event in doc.events] + [_relation_row(relation) for relation in doc.relations]
    head = f"<p><b>{escape(doc.id)}</b> {escape(doc.date)}</p>"
    body = f'<div style="white-space:pre-wrap;line-height:1.6;max-width:60em">{_marked_text(doc)}</div>'
    return f'<div>{head}{body}<table style="{_TABLE}">{"".join(rows)}</table></div>'


def graph_html(graph: Graph) -> str:
    if len(graph) <= _LARGEST_DRAWING and shutil.which("dot"):
        svg = to_svg(graph)
        return f'<div style="overflow:auto">{svg[svg.index("<svg"):]}</div>'
    names = {node.id: node.name for node in graph.nodes}
    edges = graph.edges
    rows = [
        _cells(escape(names[edge.source]), escape(edge.type), escape(names[edge.target])) for edge in edges[:_MOST_ROWS]
    ]
    more = f"<p>… and {len(edges) - _MOST_ROWS} more edges</p>" if len(edges) > _MOST_ROWS else ""
    return f'<div><p>{escape(repr(graph))}</p><table style="{_TABLE}">{"".join(rows)}</table>{more}</div>'
