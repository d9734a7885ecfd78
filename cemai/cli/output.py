"""Rows to stdout as a table, CSV or JSON; messages to stderr."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cemai.api.notes import NOTHING
from cemai.queries.runner import Cell

from .options import Format

if TYPE_CHECKING:
    from cemai.api.result import Result

WIDE = 180


def say(message: str) -> None:
    """A message for the user, on stderr."""
    sys.stderr.write(message + "\n")


def say_no_rows() -> None:
    """An empty answer is no denial."""
    say(NOTHING)


@dataclass(frozen=True)
class Output:
    """Where rows go and how: to stdout in a format, or to a file by its suffix; `excel` makes CSV for spreadsheets."""

    how: Format = Format.table
    out: Path | None = None
    excel: bool = False

    @property
    def readable(self) -> bool:
        """Whether a person reads the rows in a terminal, so that heads and words may stand around them."""
        return self.how is Format.table and self.out is None

    def answer(self, found: Result[Any]) -> None:
        """Write an answer: its rows as data, or for a person under heads in words; its notes to stderr."""
        self.write(found.records, found.columns, found.table.headings, found.shown(), found.kinds)
        for note in found.notes:
            say(note)

    def write(
        self,
        rows: Iterable[Mapping[str, Cell]],
        columns: Sequence[str],
        heads: Mapping[str, str] | None = None,
        shown: Iterable[Mapping[str, Cell]] | None = None,
        kinds: Mapping[str, str] | None = None,
    ) -> None:
        """Write `rows` as data, or `shown` (else `rows`) as a table under `heads`. Raises OutputError.

        `kinds` says which columns hold numbers and days, for spreadsheets.
        """
        from cemai.graph.export.tables import csv_text, write_table

        if self.out is not None:
            kept = list(rows)
            for note in write_table(self.out, columns, kept, kinds=kinds, excel=self.excel):
                say(note)
            say(f"{len(kept)} rows 行 → {self.out}")
        elif self.how is Format.table:
            write_rows(rows if shown is None else shown, list(heads) if heads else columns, self.how, heads)
        elif self.how is Format.csv:
            sys.stdout.write(csv_text(columns, list(rows), kinds=kinds, excel=self.excel))
        else:
            write_rows(rows, columns, self.how)


def write_rows(
    rows: Iterable[Mapping[str, Cell]],
    columns: Sequence[str],
    how: Format,
    heads: Mapping[str, str] | None = None,
) -> None:
    """Write rows to stdout. `columns` picks and orders them; `heads` names them in a table."""
    match how:
        case Format.json:
            json.dump([{c: row.get(c) for c in columns} for row in rows], sys.stdout, ensure_ascii=False, indent=1)
            sys.stdout.write("\n")
        case Format.csv:
            from cemai.graph.export.tables import csv_text

            sys.stdout.write(csv_text(columns, list(rows)))
        case Format.table:
            _table(rows, columns, heads or {})


def _table(rows: Iterable[Mapping[str, Cell]], columns: Sequence[str], heads: Mapping[str, str]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(heads.get(column, column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_text(row.get(c))) for c in columns))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDE
    Console(file=sys.stdout, width=max(width, 60), highlight=False).print(table)


def _text(value: Cell) -> str:
    return "" if value is None else str(value)
