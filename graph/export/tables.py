"""Rows to a file: CSV (for spreadsheets on request), JSON or XLSX, by the file's suffix."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cemai.graph.errors import OutputError

from .csvfile import BOM, csv_lines
from .files import whole_file
from .spreadsheet import csv_cell, guarded, too_much, workbook

SUFFIXES = (".csv", ".json", ".xlsx")
Cell = str | int | float | bool | None
Record = Mapping[str, Cell]


def write_table(
    path: Path,
    columns: Sequence[str],
    rows: Sequence[Record],
    *,
    kinds: Mapping[str, str] | None = None,
    excel: bool = False,
) -> list[str]:
    """Write `rows` under `columns`; what a spreadsheet will not show of the file, in lines.

    `kinds` says what columns hold (`spreadsheet`); any other is text. Raises OutputError for another suffix, a file
    that cannot be written, or rows that a sheet cannot hold.
    """
    notes: list[str] = []
    match path.suffix.lower():
        case ".csv":
            text = csv_text(columns, rows, kinds=kinds, excel=excel)
            notes += too_much(len(rows) + 1, _texts(columns, rows)) if excel else []
            data = text.encode()
        case ".json":
            data = (json_text(columns, rows) + "\n").encode()
        case ".xlsx":
            data = workbook(columns, rows, kinds or {})
        case other:
            raise OutputError(
                f"{path}: files end in {', '.join(SUFFIXES)}, not {other!r} 文件后缀须为 csv、json 或 xlsx"
            )
    with whole_file(path) as file:
        file.write(data)
    return notes


def csv_text(
    columns: Sequence[str],
    rows: Sequence[Record],
    *,
    kinds: Mapping[str, str] | None = None,
    excel: bool = False,
) -> str:
    """The rows as CSV; with `excel` for a spreadsheet: a byte order mark, and no text that it would run or turn."""
    if not excel:
        return csv_lines([columns, *([row.get(c) for c in columns] for row in rows)])
    held = kinds or {}
    cells = ([csv_cell(held.get(c), row.get(c)) for c in columns] for row in rows)
    return BOM + csv_lines([[guarded(c) for c in columns], *cells])


def _texts(columns: Sequence[str], rows: Sequence[Record]) -> Iterator[str]:
    return (value for row in rows for c in columns if isinstance(value := row.get(c), str))


def json_text(columns: Sequence[str], rows: Sequence[Record]) -> str:
    """The rows as a JSON list of objects."""
    return json.dumps([{c: row.get(c) for c in columns} for row in rows], ensure_ascii=False, indent=1)
