"""Read a CSV table strictly: known columns only, every cell checked, errors with file, row, column and value."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from cemai.graph.errors import DataError, DataErrors, Where
from pydantic import ValidationError

from .schema import TableRow

R = TypeVar("R", bound=TableRow)
LARGEST_CELL = 20_000  # asked of our own cells only: the limit of the csv module is one for the whole process


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

    With `known` given, a column of any other name is an error even where all its cells are empty.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")  # line ends within cells stay what they are
    except FileNotFoundError:
        raise DataError(Where(path), "the file is missing 文件不存在", "add it or take it out of dataset.yml") from None
    except UnicodeDecodeError as error:
        raise DataError(Where(path), f"not UTF-8: {error.reason} 编码不是 UTF-8", "save the table as UTF-8") from None
    except OSError as error:
        raise DataError(Where(path), f"cannot be read: {error.strerror} 无法读取", "make it a readable file") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        _check_header(path, header, known)
        for cells in reader:
            if not cells:
                continue
            if max(map(len, cells)) > LARGEST_CELL:
                raise csv.Error(f"field larger than field limit ({LARGEST_CELL})")
            if len(cells) != len(header):
                raise DataError(
                    Where(path, reader.line_num),
                    f"{len(cells)} cells where the header has {len(header)} 列数不符",
                    "quote a cell that holds a comma",
                )
            yield reader.line_num, {h: c for h, c in zip(header, cells, strict=True) if c.strip()}
    except csv.Error as error:
        raise DataError(
            Where(path, reader.line_num), f"not a CSV table: {error} 不是合法的 CSV", "check the quotes"
        ) from None


def _check_header(path: Path, header: list[str], known: Sequence[str]) -> None:
    if not header:
        raise DataError(Where(path, 1), "the table is empty 表为空", "add a header row")
    twice = sorted({h for h in header if header.count(h) > 1})
    if twice:
        raise DataError(Where(path, 1, twice[0]), "duplicate column 列名重复", "rename one of them")
    unknown = [h for h in header if known and h not in known]
    if unknown:
        fix = f"known columns: {', '.join(known)}"
        raise DataError(Where(path, 1, unknown[0]), "unknown column 未知列", fix)


def _explain(path: Path, row: int, cells: dict[str, str], error: Any) -> DataError:
    column = str(error["loc"][0]) if error["loc"] else ""
    match error["type"]:
        case "missing":
            return DataError(Where(path, row, column), "a value is needed here 缺少值", "fill the cell")
        case "literal_error":
            return DataError(Where(path, row, column, cells.get(column)), "not an allowed value 取值不在允许范围",
                             f"allowed: {error['ctx']['expected']}")  # fmt: skip
        case "not_listed":
            return DataError(
                Where(path, row, column, cells.get(column)), error["msg"], f"known: {error['ctx']['known']}"
            )
    problem = error["msg"].removeprefix("Value error, ")
    return DataError(Where(path, row, column, cells.get(column)), f"{problem} 值无效", "correct the cell")
