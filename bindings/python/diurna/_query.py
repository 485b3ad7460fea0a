"""What queries answer: rows, and the nodes, relationships and paths in them. All are values, free of the graph."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any


class ResultNode:
    """A node as it was when the query ran: ``node["name"]`` is a property, ``None`` when it has none."""

    __slots__ = ("_index", "labels", "properties")

    def __init__(self, index: int, labels: list[str], properties: dict[str, Any]) -> None:
        self._index = index
        self.labels = labels
        self.properties = properties

    @property
    def id(self) -> str | None:
        return self.properties.get("id")

    def __getitem__(self, key: str) -> Any:
        return self.properties.get(key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ResultNode) and (self._index, self.properties) == (other._index, other.properties)

    def __hash__(self) -> int:
        return hash(("node", self._index))

    def __repr__(self) -> str:
        return f"<ResultNode :{':'.join(self.labels)} {self.properties.get('name', self.id)!r}>"


class ResultRelationship:
    """A relationship; ``source`` and ``target`` are ids of nodes."""

    __slots__ = ("_index", "type", "source", "target", "properties")

    def __init__(
        self, index: int, type: str, source: str, target: str, properties: dict[str, Any]
    ) -> None:
        self._index = index
        self.type = type
        self.source = source
        self.target = target
        self.properties = properties

    def __getitem__(self, key: str) -> Any:
        return self.properties.get(key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ResultRelationship) and (self._index, self.type, self.properties) == (
            other._index,
            other.type,
            other.properties,
        )

    def __hash__(self) -> int:
        return hash(("relationship", self._index))

    def __repr__(self) -> str:
        return f"<ResultRelationship {self.source} -{self.type}-> {self.target}>"


class ResultPath:
    """Nodes with the relationships between them; ``len(path)`` is the number of relationships."""

    __slots__ = ("nodes", "relationships")

    def __init__(self, nodes: list[ResultNode], relationships: list[ResultRelationship]) -> None:
        self.nodes = nodes
        self.relationships = relationships

    def __len__(self) -> int:
        return len(self.relationships)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ResultPath) and (self.nodes, self.relationships) == (other.nodes, other.relationships)

    def __hash__(self) -> int:
        return hash((tuple(self.nodes), tuple(self.relationships)))

    def __repr__(self) -> str:
        return f"<ResultPath of {len(self.nodes)} nodes>"


class Row:
    """One row: ``row["name"]``, ``row[0]``, ``name, count = row``."""

    __slots__ = ("_columns", "_values")

    def __init__(self, columns: dict[str, int], values: tuple[Any, ...]) -> None:
        self._columns = columns
        self._values = values

    def __getitem__(self, key: str | int) -> Any:
        if isinstance(key, str):
            try:
                return self._values[self._columns[key]]
            except KeyError:
                raise KeyError(f"no column {key!r}; there are {', '.join(self._columns)}") from None
        return self._values[key]

    def get(self, key: str, default: Any = None) -> Any:
        return self[key] if key in self._columns else default

    def keys(self) -> list[str]:
        return list(self._columns)

    def values(self) -> list[Any]:
        return list(self._values)

    def items(self) -> list[tuple[str, Any]]:
        return list(zip(self._columns, self._values))

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Row):
            return self.items() == other.items()
        return isinstance(other, tuple) and self._values == other

    def __hash__(self) -> int:
        return hash(self._values)

    def __repr__(self) -> str:
        return f"<Row {', '.join(f'{name}={value!r}' for name, value in self.items())}>"


class Result:
    """The rows of a query: iterate, index, or take them as dicts or as a pandas.DataFrame."""

    def __init__(self, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
        self.columns = columns
        self._places = {name: place for place, name in enumerate(columns)}
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return (Row(self._places, row) for row in self._rows)

    def __getitem__(self, key: int | slice) -> Any:
        if isinstance(key, slice):
            return Result(self.columns, self._rows[key])
        return Row(self._places, self._rows[key])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Result) and (self.columns, self._rows) == (other.columns, other._rows)

    __hash__ = None  # type: ignore[assignment]

    def to_dicts(self) -> list[dict[str, Any]]:
        return [dict(zip(self.columns, row)) for row in self._rows]

    def to_pandas(self) -> Any:
        import pandas  # type: ignore[import-untyped,unused-ignore]

        return pandas.DataFrame(self._rows, columns=self.columns)

    def __repr__(self) -> str:
        return f"<Result: {len(self._rows)} rows of {', '.join(self.columns)}>"

    def _repr_html_(self, most: int = 50) -> str:
        def line(cells, tag):
            return "<tr>" + "".join(f"<{tag}>{html.escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"

        body = "".join(line(row, "td") for row in self._rows[:most])
        rest = f"<p>… {len(self._rows)} rows in all</p>" if len(self._rows) > most else ""
        return f"<table><thead>{line(self.columns, 'th')}</thead><tbody>{body}</tbody></table>{rest}"
