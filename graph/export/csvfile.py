"""The one writer of CSV: lines end with a line feed alone, and whatever a cell holds is read back as it was.

Python's writer quotes a cell only for the characters that it ends lines with, so a carriage return alone would stand
bare and end a line for most readers, ours among them. It is therefore set to end lines with both characters, and the
ends of lines are mended afterwards.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import IO, Any

from cemai.graph.rdf.writer import plain

BOM = "\ufeff"
_BATCH = 1000  # rows that are written at once
Record = Mapping[str, Any]


def csv_lines(rows: Sequence[Sequence[Any]]) -> str:
    """The rows as lines; nothing is an empty cell. For as many rows as memory may hold."""
    text = _with_both_ends(rows)
    if text.count("\r\n") == len(rows):  # no cell holds both characters
        return text.replace("\r\n", "\n")
    return "".join(_with_both_ends([row]).removesuffix("\r\n") + "\n" for row in rows)


def csv_records(columns: Sequence[str], records: Iterable[Record]) -> str:
    """Records under a header; ValueError for one with a column that the header does not name."""
    kept = list(records)
    if unknown := {name for record in kept for name in record} - set(columns):
        raise ValueError(f"no column of the table: {', '.join(sorted(unknown))}")
    return csv_lines([columns, *([record.get(column) for column in columns] for record in kept)])


def write_csv(file: IO[bytes], rows: Iterable[Sequence[Any]]) -> int:
    """Write rows as they come, the header being the first; how many came after it."""
    count, source = -1, iter(rows)
    while batch := list(islice(source, _BATCH)):
        file.write(csv_lines(batch).encode())
        count += len(batch)
    return count


def cell(value: Any) -> str:
    """A value of the model as the text of a cell; nothing and an empty list are an empty cell, a list is JSON."""
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


def _with_both_ends(rows: Iterable[Sequence[Any]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()
