"""Rows to a file: CSV (for spreadsheets on request), JSON or XLSX, by the file's suffix."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from cemai.graph.errors import OutputError

from .csvfile import BOM, csv_lines
from .files import is_stream, whole_file
from .spreadsheet import csv_cell, guarded, too_much, workbook

_BATCH = 1000  # rows that make one piece
SUFFIXES = (".csv", ".json", ".xlsx")
Cell = str | int | float | bool | None
Record = Mapping[str, Cell]


def table_suffix(path: Path, format: str = "") -> str:
    """The suffix by which a table is written to `path`; `format` is ``csv``, ``json``, or empty where none was asked.

    A pipe or device whose name has no such suffix takes `format`, else CSV. Raises OutputError for a file of another
    suffix, and for one that contradicts `format`.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        if is_stream(path):
            return f".{format or 'csv'}"
        raise OutputError(f"{path}: files end in {', '.join(SUFFIXES)}, not {suffix!r} 文件后缀须为 csv、json 或 xlsx")
    if format and suffix != f".{format}":
        raise OutputError(f"{path}: --format {format} is written to a file that ends in .{format}: leave --format out, "
                          "the suffix is enough 文件后缀与 --format 不符，可省略 --format")  # fmt: skip
    return suffix


def write_table(
    path: Path,
    columns: Sequence[str],
    rows: Sequence[Record],
    *,
    kinds: Mapping[str, str] | None = None,
    excel: bool = False,
    format: str = "",
) -> list[str]:
    """Write `rows` under `columns`; what a spreadsheet will not show of the file, in lines.

    `kinds` says what columns hold (`spreadsheet`); any other is text. Raises OutputError for another suffix, a file
    that cannot be written, or rows that a sheet cannot hold.
    """
    notes: list[str] = []
    match table_suffix(path, format):
        case ".csv":
            notes += too_much(len(rows) + 1, _texts(columns, rows)) if excel else []
            data = csv_text(columns, rows, kinds=kinds, excel=excel).encode()
        case ".json":
            data = (json_text(columns, rows) + "\n").encode()
        case _:
            data = workbook(columns, rows, kinds or {})
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
    return "".join(csv_pieces(columns, rows, kinds=kinds, excel=excel))


def csv_pieces(
    columns: Sequence[str],
    rows: Iterable[Record],
    *,
    kinds: Mapping[str, str] | None = None,
    excel: bool = False,
) -> Iterator[str]:
    """The same in pieces, as the rows come."""
    yield BOM + csv_lines([[guarded(c) for c in columns]]) if excel else csv_lines([columns])
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        if excel:
            held = kinds or {}
            yield csv_lines([[csv_cell(held.get(c), row.get(c)) for c in columns] for row in batch])
        else:
            yield csv_lines([[row.get(c) for c in columns] for row in batch])


def _texts(columns: Sequence[str], rows: Sequence[Record]) -> Iterator[str]:
    return (value for row in rows for c in columns if isinstance(value := row.get(c), str))


def json_text(columns: Sequence[str], rows: Sequence[Record]) -> str:
    """The rows as a JSON list of objects."""
    return "".join(json_pieces(columns, rows))


def json_pieces(columns: Sequence[str], rows: Iterable[Record]) -> Iterator[str]:
    """The same in pieces, as the rows come; with the line breaks that ``json.dumps(…, indent=1)`` gives the list."""
    number = 0
    for number, row in enumerate(rows, 1):
        record = json.dumps({c: row.get(c) for c in columns}, ensure_ascii=False, indent=1)
        yield ("[" if number == 1 else ",") + "".join(f"\n {line}" for line in record.split("\n"))
    yield "\n]" if number else "[]"
