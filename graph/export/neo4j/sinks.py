"""Rows to CSV files for neo4j-admin, in batches: memory holds a batch of each table, no more.

A field of Neo4j's CSV holds no line break and a list no delimiter, so control characters and line ends become spaces,
and a semicolon in an item of a list becomes a full-width one. Each change is counted, so that none goes untold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from cemai.graph.export.csvfile import csv_lines

from .model import MARK, Row, Rows, Table, Value

BATCH = 2000
IMPORTED = "import"
# Control characters of ASCII and Latin-1 and Unicode's line and paragraph ends.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Their first bytes in UTF-8, without the line feed that ends each line: a batch without them needs no closer look.
_STRAY = bytes({*range(0x20), 0x7F, 0xC2} - {0x0A})
_ENDS = ("\u2028".encode(), "\u2029".encode())


@dataclass
class Told:
    """How many rows were written by table, and what had to be changed in them."""

    rows: dict[str, int] = field(default_factory=dict)
    controls: int = 0
    semicolons: int = 0


def write_tables(folder: Path, tables: Iterable[Table], rows: Rows) -> Told:
    """Write ``nodes/*.csv`` and ``relationships/*.csv`` into `folder`; OSError where the disk does not take them."""
    told = Told()
    for kind in ("nodes", "relationships"):
        (folder / kind).mkdir()
    with ExitStack() as stack:
        sinks = {table.name: stack.enter_context(_Sink(folder, table, told)) for table in tables}
        for table, row in rows:
            sink = sinks[table.name]
            sink.rows.append(row)
            if len(sink.rows) == BATCH:
                sink.flush()
    return told


class _Sink:
    """The CSV file of one table; `rows` are those that wait for the next flush."""

    def __init__(self, folder: Path, table: Table, told: Told) -> None:
        self.table, self.told = table, told
        self.rows: list[Row] = []
        self.special = [i for i, c in enumerate(table.columns, table.first) if c.kind in ("string[]", "boolean")]
        path = folder / ("relationships" if table.end else "nodes") / f"{table.name}.csv"
        self.file = path.open("wb")

    def __enter__(self) -> _Sink:
        self.file.write(",".join([*self.table.heads, MARK]).encode() + b"\n")
        self.told.rows[self.table.name] = 0
        return self

    def __exit__(self, *error: object) -> None:
        try:
            if error[0] is None:
                self.flush()
        finally:
            self.file.close()

    def flush(self) -> None:
        """Write the batch. It is looked through as one text: rows are cleaned only where something is to be cleaned."""
        rows = [self._flat(row) for row in self.rows] if self.special else self.rows
        lines = _lines(rows)
        if _doubtful(lines, len(rows)):
            lines = _lines([tuple(map(self._clean, row)) for row in rows])
        self.file.write(lines)
        self.told.rows[self.table.name] += len(rows)
        self.rows = []

    def _flat(self, row: Row) -> Row:
        """Lists joined, booleans in small letters."""
        cells = list(row)
        for i in self.special:
            value = cells[i]
            if isinstance(value, list):
                self.told.semicolons += sum(item.count(";") for item in value)
                cells[i] = ";".join(item.replace(";", "；") for item in value)
            elif isinstance(value, bool):
                cells[i] = str(value).lower()
        return tuple(cells)

    def _clean(self, value: Value) -> Value:
        if not isinstance(value, str):
            return value
        cleaned, count = _CONTROL.subn(" ", value)
        self.told.controls += count
        return cleaned


def _lines(rows: Iterable[Row]) -> bytes:
    return csv_lines([(*row, IMPORTED) for row in rows]).encode()


def _doubtful(lines: bytes, count: int) -> bool:
    """Whether a batch may hold what a field must not: more line feeds than rows, or another control character."""
    return (
        lines.count(b"\n") != count
        or len(lines.translate(None, _STRAY)) != len(lines)
        or any(end in lines for end in _ENDS)
    )
