"""Read a CSV table strictly: known columns only, every cell checked, errors with file, row, column and value."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from cemai.graph.errors import DataError, DataErrors, Where
from cemai.graph.model.file_text import hidden_signs, read_text
from pydantic import ValidationError

from .faults import explain
from .schema import TableRow

R = TypeVar("R", bound=TableRow)
LARGEST_CELL = 20_000  # asked of our own cells only: the limit of the csv module is one for the whole process
# Signs that part columns elsewhere, and their names.
_SEPARATORS = {
    ";": ("semicolons", "分号"), "\t": ("tabs", "制表符"), "，": ("full-width commas", "全角逗号"),
    "|": ("bars", "竖线"), "；": ("full-width semicolons", "全角分号"), "、": ("pause marks", "顿号"),
}  # fmt: skip
_INSTRUCTION = re.compile(r"\ufeff?sep=.*", re.IGNORECASE)
_SHEET_ERROR = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|#{2,})")


def read_table(path: Path, model: type[R]) -> list[tuple[int, R]]:
    """All rows of a table with their line numbers (1 is the header). Raises DataErrors with every fault."""
    rows: list[tuple[int, R]] = []
    errors: list[DataError] = []
    for number, cells in read_cells(path, columns(model)):
        try:
            rows.append((number, model.model_validate(cells)))
        except ValidationError as error:
            errors += [_explain(path, number, cells, e) for e in error.errors()]
    if errors:
        raise DataErrors(errors)
    return rows


def columns(model: type[TableRow]) -> list[str]:
    """The column names of a table of that kind."""
    return [field.alias or name for name, field in model.model_fields.items()]


def read_cells(path: Path, known: Sequence[str] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """The non-empty cells of each row by column name. Raises DataError for a file that is no such table.

    With `known` given, a column of any other name is an error even where all its cells are empty. What spreadsheets
    leave unasked is read: empty rows, empty columns without a name, spaces around names.
    """
    text = read_text(path)  # line ends within cells stay what they are
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        first = next(reader, [])
        _check_dialect(path, first, known)
        header = [name.strip() for name in first]
        _check_header(path, header, known)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                _check_width(path, reader.line_num, header, cells)
                row = {h: c for h, c in zip(header, cells, strict=False) if c.strip()}
                for column, value in row.items():
                    _check_cell(Where(path, reader.line_num, column, value), value)
                yield reader.line_num, row
    except csv.Error as error:
        raise _no_table(path, reader.line_num, str(error)) from None


def _check_dialect(path: Path, first: list[str], known: Sequence[str]) -> None:
    """Refuse a first row that is parted by another sign than a comma, or an instruction to a spreadsheet."""
    line = ",".join(first)
    if _INSTRUCTION.fullmatch(line):
        problem = "an instruction to a spreadsheet, not a header 给表格软件的指令，不是表头"
        fix = "remove this row, and part the columns by commas 删去此行，各列用逗号分隔"
        raise DataError(Where(path, 1, None, line), problem, fix)
    for sign, (en, zh) in _SEPARATORS.items():
        parts = [part.strip() for part in line.split(sign)]
        if len(parts) > 1 and (len(first) == 1 or set(parts) & set(known)):
            problem = f"the columns are parted by {en}, not by commas 各列以{zh}而非逗号分隔"
            fix = "save it as CSV with commas 请另存为以逗号分隔的 CSV"
            raise DataError(Where(path, 1, None, line), problem, fix)


def _check_header(path: Path, header: list[str], known: Sequence[str]) -> None:
    if not any(header):
        raise DataError(Where(path, 1), "the table is empty 表为空", "add a header row 请加表头")
    for name in header:
        _check_cell(Where(path, 1, name), name)
    twice = sorted({h for h in header if h and header.count(h) > 1})
    if twice:
        raise DataError(
            Where(path, 1, twice[0]), "duplicate column 列名重复", "rename or remove one of them 改名或删去一列"
        )
    unknown = [h for h in header if h and known and h not in known]
    if unknown:
        fix = f"known columns 可用的列: {', '.join(known)}"
        raise DataError(Where(path, 1, unknown[0]), "unknown column 未知列", fix)


def _check_width(path: Path, row: int, header: list[str], cells: list[str]) -> None:
    """Every column that has a name has a cell, and every cell that holds something a name."""
    problem = f"{len(cells)} cells where the header has {len(header)} 列数不符"
    if len(cells) < len(header):
        fix = "add the cells that are missing at its end 补全行末缺少的单元格"
        raise DataError(Where(path, row), problem, fix)
    if any(cell.strip() for cell in cells[len(header) :]):
        fix = "quote a cell that holds a comma 含逗号的单元格请加引号"
        raise DataError(Where(path, row, None, cells[-1]), problem, fix)
    for number, (name, cell) in enumerate(zip(header, cells, strict=False), start=1):
        if not name and cell.strip():
            fix = "name the column in row 1, or empty the cell 请在首行写列名，或清空此格"
            problem = "a cell in a column without a name 此列没有列名"
            raise DataError(Where(path, row, str(number), cell), problem, fix)


def _check_cell(where: Where, text: str) -> None:
    """Refuse what is too long, hides a sign, or is an error of a spreadsheet."""
    if len(text) > LARGEST_CELL:
        problem = f"larger than {LARGEST_CELL} characters: {len(text)} 共 {len(text)} 字，至多 {LARGEST_CELL} 字"
        raise DataError(where, problem, "shorten it, or check the quotes 请缩短，或检查引号")
    for at, sign in hidden_signs(text):
        problem = f"holds {sign} at character {at + 1}, which nobody sees 第 {at + 1} 字为看不见的字符"
        raise DataError(where, problem, "remove it, or type the cell anew 请删去，或重新键入")
    if _SHEET_ERROR.fullmatch(text.strip()):
        problem = "an error of a spreadsheet in place of the value 单元格为表格软件的错误值"
        raise DataError(where, problem, "write the value itself 请写出数值本身")


def _no_table(path: Path, row: int, reason: str) -> DataError:
    """What the csv module found, in plain words."""
    if "larger" in reason:
        problem = f"a cell is larger than {LARGEST_CELL} characters 有单元格超过 {LARGEST_CELL} 字"
    elif "unexpected end" in reason:
        problem = "not a CSV table: a quote is open at the end of the file 引号到文件末尾仍未闭合"
    else:
        problem = "not a CSV table: text after a closing quote 不是合法的 CSV：引号之后还有文字"
    fix = 'check the quotes: " around the cell, "" within it 检查引号：外用 "，内用 ""'
    return DataError(Where(path, row), problem, fix)


def _explain(path: Path, row: int, cells: dict[str, str], error: Any) -> DataError:
    column = str(error["loc"][0]) if error["loc"] else ""
    return DataError(Where(path, row, column, cells.get(column)), *explain(error))
