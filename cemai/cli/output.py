"""Rows to stdout as a table, CSV or JSON; messages to stderr."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cemai.queries.runner import Cell

from .options import Format

if TYPE_CHECKING:
    from cemai.api.result import Result

WIDE = 180


def say(message: str) -> None:
    """A message for the user, on stderr; where it cannot be heard, the answer is good all the same."""
    with suppress(OSError):
        sys.stderr.write(message + "\n")


@dataclass(frozen=True)
class Output:
    """Where rows go and how: to stdout in a format, or to a file by its suffix; `excel` makes CSV for spreadsheets."""

    how: Format = Format.table
    out: Path | None = None
    excel: bool = False

    def __post_init__(self) -> None:
        """Raise OutputError for a file that cannot be what is asked for, before any work is done for it."""
        if self.out is not None:
            from cemai.graph.export.tables import table_suffix

            table_suffix(self.out, self._format)

    @property
    def _format(self) -> str:
        """The format of a file that was asked for by name; a table is what is shown when nothing is asked for."""
        return "" if self.how is Format.table else self.how.value

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

        `kinds` says which columns hold numbers and days, for spreadsheets; it may be filled while the rows come.
        """
        from cemai.graph.export.tables import write_table

        if self.out is not None:
            kept = list(rows)
            notes = write_table(self.out, columns, kept, kinds=kinds, excel=self.excel, format=self._format)
            for note in notes:
                say(note)
            say(f"{len(kept)} rows 行 → {self.out}")
        elif self.how is Format.table:
            write_rows(rows if shown is None else shown, list(heads) if heads else columns, self.how, heads)
        else:
            write_rows(rows, columns, self.how, kinds=kinds, excel=self.excel)


def write_rows(
    rows: Iterable[Mapping[str, Cell]],
    columns: Sequence[str],
    how: Format,
    heads: Mapping[str, str] | None = None,
    *,
    kinds: Mapping[str, str] | None = None,
    excel: bool = False,
) -> None:
    """Write rows to stdout, data as they come. `columns` picks and orders them; `heads` names them in a table."""
    from cemai.graph.export.tables import csv_pieces, json_pieces

    match how:
        case Format.json:
            sys.stdout.writelines(json_pieces(columns, rows))
            sys.stdout.write("\n")
        case Format.csv:
            sys.stdout.writelines(csv_pieces(columns, rows, kinds=kinds, excel=excel))
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
