"""A table as CSV: UTF-8, one header, empty cells for what is not known, lists as JSON in one cell."""

from __future__ import annotations

from typing import IO

from cemai.graph.export.csvfile import BOM, cell, csv_lines
from cemai.graph.export.spreadsheet import csv_cell

from .model import Row, TableSchema

_BATCH = 1000  # rows that are written at once


class CsvSink:
    """A CSV file, open for rows. `excel` is for spreadsheets: a mark in front, no text that they would run or turn."""

    def __init__(self, file: IO[bytes], schema: TableSchema, *, excel: bool = False) -> None:
        self.excel, self._rows = excel, 0
        self._waiting = [[column.name for column in schema.columns]]
        self._kinds = [column.kind for column in schema.columns]
        self._file = file
        self._file.write((BOM if excel else "").encode())

    def add(self, row: Row) -> None:
        """Take a row."""
        if self.excel:
            self._waiting.append([csv_cell(kind, value) for kind, value in zip(self._kinds, row, strict=True)])
        else:
            self._waiting.append([cell(value) for value in row])
        self._rows += 1
        if len(self._waiting) >= _BATCH:
            self._write()

    def close(self) -> int:
        """Write what waits; the number of rows."""
        self._write()
        self._file.close()
        return self._rows

    def _write(self) -> None:
        self._file.write(csv_lines(self._waiting).encode())
        self._waiting = []
