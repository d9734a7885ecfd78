"""Rows between reading the graph and sending it: nodes first, then relationships."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from cemai.graph.export.spool import Spool

from .model import Neo4jTable, Row, Rows, Value


class RowSpool:
    """The rows of a graph put aside; `version` tells one state of the graph from another."""

    def __init__(self, tables: Sequence[Neo4jTable]) -> None:
        self._tables = tables
        self._numbers = {table.name: number for number, table in enumerate(tables)}
        self._days = [[i for i, c in enumerate(t.columns, t.first) if c.kind == "date"] for t in tables]
        self._nodes, self._links = Spool(), Spool()

    def add(self, table: Neo4jTable, row: Row) -> None:
        """Take a row. Raises OutputError where the disk of temporary files is full."""
        (self._links if table.end else self._nodes).append((self._numbers[table.name], *row))

    @property
    def version(self) -> str:
        """A digest of all rows and of the heads of their tables."""
        heads = [",".join(table.heads) for table in self._tables]
        return sha256("\n".join([*heads, self._nodes.digest, self._links.digest]).encode()).hexdigest()[:16]

    @property
    def counts(self) -> tuple[int, int]:
        """How many nodes and relationships there are."""
        return len(self._nodes), len(self._links)

    def nodes(self) -> Rows:
        """The rows of nodes."""
        return self._rows(self._nodes)

    def links(self) -> Rows:
        """The rows of relationships."""
        return self._rows(self._links)

    def _rows(self, spool: Spool) -> Rows:
        for number, *row in spool:
            for i in self._days[number]:
                row[i] = _day(row[i])
            yield self._tables[number], tuple(row)


def _day(value: Value) -> Value:
    """A day that was put aside as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
