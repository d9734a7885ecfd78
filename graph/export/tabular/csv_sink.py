"""A table as CSV: UTF-8, one header, empty cells for what is not known, lists as JSON in one cell."""

from __future__ import annotations

import re
from typing import IO

from cemai.graph.export.csvfile import BOM, cell, csv_lines

from .model import Row, TableSchema

_BATCH = 1000  # rows that are written at once
# What a spreadsheet may take for a formula; a figure with its sign or percent is none.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_FIGURE = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?")


class CsvSink:
    """A CSV file, open for rows. `excel` is for spreadsheets: a mark in front, no cell that is a formula."""

    def __init__(self, file: IO[bytes], schema: TableSchema, *, excel: bool = False) -> None:
        self.excel, self._rows = excel, 0
        self._waiting = [[column.name for column in schema.columns]]
        self._file = file
        self._file.write((BOM if excel else "").encode())

    def add(self, row: Row) -> None:
        """Take a row."""
        cells = [cell(value) for value in row]
        self._waiting.append([_harmless(text) for text in cells] if self.excel else cells)
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


def _harmless(text: str) -> str:
    """An apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _FIGURE.fullmatch(text) else text
