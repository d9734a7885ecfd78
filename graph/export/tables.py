"""Rows to a file: CSV (with a byte order mark for Excel on request), JSON or XLSX, by the file's suffix."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

from cemai.graph.errors import OutputError

from .csvfile import BOM, csv_lines
from .files import is_stream, whole_file

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
    path: Path, columns: Sequence[str], rows: Sequence[Record], *, excel: bool = False, format: str = ""
) -> None:
    """Write `rows` under `columns`. Raises OutputError for another suffix or a file that cannot be written."""
    match table_suffix(path, format):
        case ".csv":
            data = csv_text(columns, rows, excel=excel).encode()
        case ".json":
            data = (json_text(columns, rows) + "\n").encode()
        case _:
            data = _workbook(columns, rows)
    with whole_file(path) as file:
        file.write(data)


def csv_text(columns: Sequence[str], rows: Sequence[Record], *, excel: bool = False) -> str:
    """The rows as CSV; with `excel` a byte order mark stands in front, so that Excel reads it as UTF-8."""
    return "".join(csv_pieces(columns, rows, excel=excel))


def csv_pieces(columns: Sequence[str], rows: Iterable[Record], *, excel: bool = False) -> Iterator[str]:
    """The same in pieces, as the rows come."""
    yield (BOM if excel else "") + csv_lines([columns])
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        yield csv_lines([[row.get(c) for c in columns] for row in batch])


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


def _workbook(columns: Sequence[str], rows: Sequence[Record]) -> bytes:
    """One sheet; a text that begins with '=' stays text."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise OutputError(
            "XLSX needs openpyxl: pip install 'cemai[excel]', or write .csv with --excel "
            "需要安装 openpyxl，或改用 --excel 的 CSV"
        ) from None
    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)  # no clock in the data
    sheet = book.active
    sheet.title = "cemai"
    sheet.append(list(columns))
    for number, row in enumerate(rows, start=2):
        for place, column in enumerate(columns, start=1):
            cell = sheet.cell(row=number, column=place, value=row.get(column))
            if isinstance(row.get(column), str):
                cell.data_type = "s"
    sheet.freeze_panes = "A2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
