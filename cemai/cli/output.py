"""Rows to stdout as a table, CSV or JSON; messages to stderr."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence

from cemai.queries.runner import Cell

from .options import Format

WIDE = 180


def say(message: str) -> None:
    """A message for the user, on stderr."""
    sys.stderr.write(message + "\n")


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
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([_text(row.get(c)) for c in columns] for row in rows)
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
