"""The one writer for spreadsheets: what a workbook holds, and what a CSV file that a spreadsheet opens.

A number is a number and a day a day where the column says so; everything else is text that the program must not turn
into something else: no formula, no month made a day (2024-03), no code made a number (0571). A workbook says so in
the cell; in CSV only an apostrophe in front can.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from cemai.graph.errors import OutputError

from .csvfile import cell

MOST_ROWS, MOST_COLUMNS, LONGEST = 1_048_576, 16_384, 32_767  # of a sheet, the header included, and of a cell
MOST_DIGITS = 15  # more a spreadsheet rounds away
SHEET = "cemai"
_FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets disagree on the calendar
_WRITTEN = datetime(2000, 1, 1)  # no clock in the data
NUMBERS, DAYS = frozenset({"number", "integer", "decimal"}), frozenset({"date"})
# Characters that XML, and so a workbook, cannot hold; and what Excel would read as one: _x000D_.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_FORMULA = re.compile(r"\s*[=+\-@]|[\t\r\n]")
_FIGURE = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?")
# What a spreadsheet turns, as far as it then means or shows something else.
_TURNED = re.compile(
    r"[+-]?(0\d[\d,.]*"  # a code
    r"|[\d,]{16,}"  # more digits than it holds
    r"|\d+(\.\d*)?e[+-]?\d+"  # a code again, or a power of ten
    r"|\d{1,4}[-/]\d{1,2}|\d{1,2}[-/]\d{4}|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|\d{4}/\d{1,2}/\d{1,2}"  # a month, a ratio
    r"|\d{2,4}年\d{1,2}月|\d{1,2}月(\d{1,2}日)?"
    r"|\d+ \d+/\d+|\d{1,2}:\d{2}(:\d{2})?( ?[ap]m)?"
    rf"|{_MONTH}[-/. ]?\d{{1,4}}|\d{{1,4}}[-/. ]?{_MONTH}([-/. ]\d{{2,4}})?"
    r"|\([\d,.]+\)|true|false|#[a-z0-9/]+[!?]?)",
    re.IGNORECASE,
)


def guarded(text: str) -> str:
    """A text for CSV: an apostrophe before what a spreadsheet would run or turn, signs that it cannot hold replaced."""
    text = _FORBIDDEN.sub("\ufffd", text)
    seen = unicodedata.normalize("NFKC", text)
    runs = _FORMULA.match(seen) and not _FIGURE.fullmatch(seen)
    return f"'{text}" if runs or _TURNED.fullmatch(seen.strip()) else text


def csv_cell(kind: str | None, value: Any) -> str:
    """A value for CSV that a spreadsheet opens; `kind` is what its column holds."""
    text = cell(value)
    if not isinstance(value, str) or (kind in NUMBERS and _number(text) is not None) or (kind in DAYS and _day(text)):
        return text if not isinstance(value, list) else guarded(text)
    return guarded(text)


def too_much(rows: int, cells: Iterable[str]) -> Iterator[str]:
    """What a spreadsheet will not show of a CSV file of so many rows, its header included."""
    if rows > MOST_ROWS:
        yield f"{rows} rows, a spreadsheet shows the first {MOST_ROWS} 行数超出表格软件上限，只显示前 {MOST_ROWS} 行"
    if long := sum(len(text) > LONGEST for text in cells):
        yield f"{long} cells are longer than {LONGEST} characters, a spreadsheet cuts them 单元格过长，表格软件会截断"


def workbook(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], kinds: Mapping[str, str]) -> bytes:
    """One sheet; the same rows give the same bytes. Raises OutputError for what a sheet cannot hold."""
    try:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell
    except ImportError:
        raise OutputError("XLSX needs openpyxl: pip install 'cemai[excel]', or write .csv with --excel "
                          "需要安装 openpyxl，或改用 --excel 的 CSV") from None  # fmt: skip
    _check_size(columns, rows)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"

    def made(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        text = WriteOnlyCell(sheet, value)
        text.data_type, text.number_format = "s", "@"  # text stays text, also when its cell is edited
        return text

    sheet.append([made(_safe(column)) for column in columns])
    for row in rows:
        sheet.append([made(sheet_value(kinds.get(column), row.get(column))) for column in columns])
    buffer = io.BytesIO()
    book.save(buffer)
    return _same_bytes(buffer)


def sheet_value(kind: str | None, value: Any) -> Any:
    """What stands in a cell of a workbook: a number or day where the column holds such and the sheet can, else text."""
    match value:
        case None | "":
            return None
        case bool():
            return value
        case int() | float() | Decimal():
            found = _number(str(value))
            return _safe(cell(value)) if found is None else found
        case date():
            return value if value >= _FIRST_DAY else value.isoformat()
    text = cell(value)
    if kind in NUMBERS and (found := _number(text)) is not None:
        return found
    if kind in DAYS and (day := _day(text)):
        return day
    return _safe(text)


def _number(text: str) -> int | float | None:
    """A number that a spreadsheet holds to its last digit; None for another."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if (
        not number.is_finite()
        or len(number.normalize().as_tuple().digits) > MOST_DIGITS
        or abs(number.adjusted()) > 300
    ):
        return None
    return int(number) if number == number.to_integral_value() and number.adjusted() < MOST_DIGITS else float(number)


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None


def _safe(text: str) -> str:
    """A text as a workbook holds it."""
    text = _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _ESCAPE.sub("_x005F_", text)


def _check_size(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    instead = "write .csv or .json instead 请改存 .csv 或 .json"
    if len(rows) + 1 > MOST_ROWS or len(columns) > MOST_COLUMNS:
        raise OutputError(f"{len(rows)} rows and {len(columns)} columns, a sheet holds {MOST_ROWS} and {MOST_COLUMNS}: "
                          f"{instead} 超出工作表上限")  # fmt: skip
    for number, row in enumerate(rows, start=2):
        for column in columns:
            value = row.get(column)
            if isinstance(value, str) and len(_safe(value)) > LONGEST:
                raise OutputError(f"row {number}, column {column}: {len(value)} characters, a cell holds {LONGEST}: "
                                  f"{instead} 单元格过长")  # fmt: skip


def _same_bytes(packed: io.BytesIO) -> bytes:
    """A workbook without the hour of its writing."""
    again = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(
                    rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), data
                )
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, data)
    return again.getvalue()
