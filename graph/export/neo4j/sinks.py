"""Rows to CSV files for neo4j-admin, in batches: memory holds a batch of each table, no more.

A field of Neo4j's CSV holds no line break and a list no delimiter, so control characters and line ends become spaces,
and a semicolon in an item of a list becomes a full-width one. Each change is counted, so that none goes untold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cemai.graph.export.csvfile import csv_lines

from .model import MARK, Neo4jTable, Row, Value

BATCH = 2000
IMPORTED = "import"
# Control characters of ASCII and Latin-1 and Unicode's line and paragraph ends.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Their first bytes in UTF-8, without the line feed that ends each line: a batch without them needs no closer look.
_STRAY = bytes({*range(0x20), 0x7F, 0xC2} - {0x0A})
_ENDS = ("\u2028".encode(), "\u2029".encode())


@dataclass
class ExportReport:
    """How many rows were written by table, and what had to be changed in them."""

    rows: dict[str, int] = field(default_factory=dict)
    controls: int = 0
    semicolons: int = 0

    def lines(self) -> Iterator[str]:
        """For people, Chinese and English."""
        yield from (f"{count:>9} {table}" for table, count in self.rows.items())
        if self.controls:
            yield f"{self.controls} 个控制符或换行改为空格 control characters and line ends became spaces"
        if self.semicolons:
            yield f"{self.semicolons} 个别名中的半角分号改为全角 semicolons in lists became full-width ones"


class CsvFolder:
    """``nodes/*.csv`` and ``relationships/*.csv`` in a folder, open for rows. OSError where the disk is full."""

    def __init__(self, folder: Path, tables: Iterable[Neo4jTable]) -> None:
        self.report = ExportReport()
        for kind in ("nodes", "relationships"):
            (folder / kind).mkdir()
        self._sinks = {table.name: _Sink(folder, table, self.report) for table in tables}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for sink in self._sinks.values():
            sink.file.close()

    def add(self, table: Neo4jTable, row: Row) -> None:
        """Take a row; it is written with the others of its batch."""
        sink = self._sinks[table.name]
        sink.rows.append(row)
        if len(sink.rows) == BATCH:
            sink.flush()

    def flush(self) -> None:
        """Write what waits."""
        for sink in self._sinks.values():
            sink.flush()


class _Sink:
    """The CSV file of one table; `rows` are those that wait for the next flush."""

    def __init__(self, folder: Path, table: Neo4jTable, report: ExportReport) -> None:
        self.table, self.report = table, report
        self.rows: list[Row] = []
        self.special = [i for i, c in enumerate(table.columns, table.first) if c.kind in ("string[]", "boolean")]
        path = folder / ("relationships" if table.end else "nodes") / f"{table.name}.csv"
        self.file = path.open("wb")
        self.file.write(csv_lines([[*table.heads, MARK]]).encode())
        report.rows[table.name] = 0

    def flush(self) -> None:
        """Write the batch. It is looked through as one text: rows are cleaned only where something is to be cleaned."""
        rows = [self._flat(row) for row in self.rows] if self.special else self.rows
        lines = _lines(rows)
        if _doubtful(lines, len(rows)):
            lines = _lines([tuple(map(self._clean, row)) for row in rows])
        self.file.write(lines)
        self.report.rows[self.table.name] += len(rows)
        self.rows = []

    def _flat(self, row: Row) -> Row:
        """Lists joined, booleans in small letters."""
        cells = list(row)
        for i in self.special:
            value = cells[i]
            if isinstance(value, list):
                self.report.semicolons += sum(item.count(";") for item in value)
                cells[i] = ";".join(item.replace(";", "；") for item in value)
            elif isinstance(value, bool):
                cells[i] = str(value).lower()
        return tuple(cells)

    def _clean(self, value: Value) -> Value:
        if not isinstance(value, str):
            return value
        cleaned, count = _CONTROL.subn(" ", value)
        self.report.controls += count
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
