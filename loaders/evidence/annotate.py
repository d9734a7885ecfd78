"""From a reading sheet to a dataset's table and its spans.

A reading sheet is a table of claims with extra columns that quote the document: ``@value``, ``@subject``,
``@period``, ``@header``, ``@unit``, ``@statement``; ``@2.value`` … for a second evidence. A cell holds words that
stand once in the document, the span itself between ⟦ and ⟧; several are joined by `` || ``. The quotes are the
source's words, so a sheet (``*.sheet.csv``) stays out of the repository; what is kept is positions and hashes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from cemai.graph.errors import DataError, DataErrors, TextError, Where
from cemai.graph.export.csvfile import csv_records
from cemai.graph.model.locators import Document, sha256
from cemai.loaders.csv_reader import columns, read_cells, read_table
from cemai.loaders.schema import EvidenceRow

SUFFIX = ".sheet.csv"
_ANCHOR = re.compile(r"@(?:(\d+)\.)?(value|subject|period|header|unit|statement)")


def locate_quotes(sheet: Path, document: Document) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Split a sheet into the rows of its table and the rows of evidence.csv; DataErrors lists all faults."""
    rows, spans, errors = list[dict[str, str]](), list[dict[str, str]](), list[DataError]()
    table = sheet.name.removesuffix(SUFFIX)
    seen: dict[str, int] = {}
    for number, cells in read_cells(sheet):
        errors += _key_faults(sheet, number, cells.get("key", ""), seen)
        rows.append({c: v for c, v in cells.items() if not c.startswith("@")})
        for column, value in cells.items():
            if column.startswith("@"):
                try:
                    spans += _locate(table, cells.get("key", ""), column, value, document)
                except TextError as error:
                    fix = "quote it again from the document 请按原文重新引用"
                    errors.append(DataError(Where(sheet, number, column, value), str(error), fix))
    if errors:
        raise DataErrors(errors, shown=60)
    return rows, spans


def _key_faults(sheet: Path, row: int, key: str, seen: dict[str, int]) -> Iterator[DataError]:
    """A row without a key, or with one that stands already: its spans would go to another row."""
    if not key:
        yield DataError(Where(sheet, row, "key"), "a value is needed here 缺少值", "give the row a key 请给此行一个键")
    elif (first := seen.setdefault(key, row)) != row:
        problem = f"duplicate key, row {first} has it 键重复，第 {first} 行已用"
        yield DataError(Where(sheet, row, "key", key), problem, "give each row a key of its own 每行用不同的键")


def _locate(table: str, key: str, column: str, value: str, document: Document) -> Iterator[dict[str, str]]:
    named = _ANCHOR.fullmatch(column)
    if not named:
        raise TextError(f"not an anchor column: {column} 不是定位列, write @value, @subject … or @2.value 请这样写")
    for anchor in value.split(" || "):
        start, end = document.find(anchor.strip())
        yield {
            "table": table, "key": key, "evidence": named[1] or "1", "role": named[2], "source": document.id,
            "start": str(start), "end": str(end), "sha256": sha256(document.slice(start, end)),
        }  # fmt: skip


def write_table(path: Path, rows: list[dict[str, str]], header: list[str]) -> None:
    """Write rows as CSV with the columns of `header` that hold anything."""
    used = [c for c in header if any(r.get(c) for r in rows)]
    path.write_bytes(csv_records(used, ({c: v for c, v in row.items() if v} for row in rows)).encode())


def merge_rows(path: Path, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows of the table at `path` with those of `rows` added, or put in the place of the same key."""
    new = {row["key"]: row for row in rows}
    old = [cells for _, cells in read_cells(path)] if path.exists() else []
    return sorted([*(r for r in old if r["key"] not in new), *new.values()], key=lambda r: r["key"])


def merge_evidence(path: Path, spans: list[dict[str, str]], replaced: Callable[[str, str], bool]) -> None:
    """Put `spans` into evidence.csv, in the place of the spans of every (table, key) that is `replaced`."""
    old = read_table(path, EvidenceRow) if path.exists() else []
    kept = [{name: str(value) for name, value in row} for _, row in old]
    kept = [c for c in kept if not replaced(c["table"], c["key"])]
    rows = sorted(kept + spans, key=lambda r: (r["table"], r["key"], int(r["evidence"]), r["role"], int(r["start"])))
    write_table(path, rows, columns(EvidenceRow))
