"""A table as CSV: UTF-8, one header, empty cells for what is not known, lists as JSON in one cell."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TextIO

from cemai.graph.rdf.writer import plain

from .model import Table, Value

BOM = "\ufeff"
# What a spreadsheet may take for a formula; a figure with its sign or percent is none.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_FIGURE = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?")


class _Lines:
    """Takes whole lines from csv.writer and ends them with a line feed alone.

    The writer is told to end lines with both characters, because it quotes cells only for those that it ends with.
    """

    def __init__(self, file: TextIO) -> None:
        self.file = file

    def write(self, line: str) -> int:
        return self.file.write(line.removesuffix("\r\n") + "\n")


def write_csv(path: Path, table: Table, *, excel: bool = False) -> int:
    """Write the table; the number of rows. `excel` is for spreadsheets: a mark in front, no cell that is a formula."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(BOM if excel else "")
        writer = csv.writer(_Lines(file), lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        rows = 0
        for cells in _cells(table):
            writer.writerow([_harmless(cell) for cell in cells] if excel else cells)
            rows += 1
    return rows


def _cells(table: Table) -> Iterator[list[str]]:
    for row in table.rows():
        yield [cell(value) for value in row]


def cell(value: Value) -> str:
    """A value as the text of a cell; nothing and an empty list are an empty cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain(value)
        case date():
            return value.isoformat()
        case list():
            return json.dumps(value, ensure_ascii=False) if value else ""
    return str(value)


def _harmless(text: str) -> str:
    """An apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _FIGURE.fullmatch(text) else text
