"""What a table for Neo4j is: typed columns, and the id spaces of the nodes or of both ends of the relationships.

A row of nodes is ``(id, labels, *values)``, a row of relationships ``(start, end, type, *values)``; the labels stand
in one text, parted by semicolons. A value is None where a node has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["string", "string[]", "date", "long", "double", "boolean"]
Value = str | int | float | bool | date | list[str] | None
Row = tuple[Value, ...]
Rows = Iterator[tuple["Neo4jTable", Row]]

KINDS_OF_FORMS: dict[str, Kind] = {"decimal": "double", "integer": "long", "date": "date"}  # of `fields.Form`
OURS = "Cemai"  # the label that every node of ours has
MARK = "cemai_version"  # the property that says which load wrote a node or relationship


@dataclass(frozen=True)
class Neo4jColumn:
    """A property of nodes or relationships."""

    name: str
    kind: Kind = "string"

    @property
    def head(self) -> str:
        """The column's head in CSV: ``name`` or ``name:type``."""
        return self.name if self.kind == "string" else f"{self.name}:{self.kind}"


@dataclass(frozen=True)
class Neo4jTable:
    """Nodes of an id space, or, with `end`, relationships from the nodes of one id space to those of another."""

    name: str
    space: str
    columns: tuple[Neo4jColumn, ...] = ()
    end: str | None = None

    @property
    def first(self) -> int:
        """Where the values begin in a row."""
        return 3 if self.end else 2

    @property
    def heads(self) -> list[str]:
        """The first line of the CSV file."""
        if self.end:
            own = [f":START_ID({self.space})", f":END_ID({self.end})", ":TYPE"]
        else:
            own = [f"id:ID({self.space})", ":LABEL"]
        return [*own, *(column.head for column in self.columns)]


def labels(*names: str) -> str:
    """The labels of a node as one text, our own first."""
    return ";".join((OURS, *names))
