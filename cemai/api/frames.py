"""Answers as data frames: a column holds what its contract says in every row, dates as dates, numbers as numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from cemai.graph.errors import OutputError
from cemai.queries.answers.columns import Kind
from cemai.queries.runner import Cell

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped]
    import polars

Columns = dict[str, list[Any]]
_PANDAS = {"text": "string", "integer": "Int64", "number": "float64", "boolean": "boolean", "date": "datetime64[s]"}
# Columns of the catalogue that hold a day or a decimal; ``date`` and ``printed`` are as the source writes them.
_DATE_NAMES = ("begin", "end", "period_begin", "valid_from", "valid_to", "day")
_NUMBER_NAMES = ("value", "rate", "amount", "cap", "floor", "threshold", "relative", "gap")
_ISO, _DECIMAL = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"[-+]?\d+(\.\d+)?")
_PLAIN: tuple[tuple[type, Kind], ...] = ((bool, "boolean"), (int, "integer"), (float, "number"))


def seen_kinds(
    columns: Sequence[str], rows: Sequence[Mapping[str, Cell]], typed: Mapping[str, str] | None = None
) -> dict[str, Kind]:
    """What the columns of a query's rows hold, by what stands there; only some names make a text a date or number.

    `typed` says what the store's own types make of columns of texts.
    """
    return {
        column: _seen(column, [v for row in rows if (v := row.get(column)) is not None], (typed or {}).get(column))
        for column in columns
    }


def to_pandas(kinds: Mapping[str, Kind], rows: Sequence[Mapping[str, Cell]]) -> pandas.DataFrame:
    """The rows as a pandas frame. Raises OutputError without pandas."""
    try:
        import pandas
    except ImportError:
        raise missing("pandas") from None
    held = _typed(kinds, rows)
    series = {name: pandas.Series(values, dtype=_PANDAS[kinds[name]]) for name, values in held.items()}
    return pandas.DataFrame(series, columns=list(kinds))


def to_polars(kinds: Mapping[str, Kind], rows: Sequence[Mapping[str, Cell]]) -> polars.DataFrame:
    """The rows as a polars frame. Raises OutputError without polars."""
    try:
        import polars
    except ImportError:
        raise missing("polars") from None
    types = {"text": polars.String, "integer": polars.Int64, "number": polars.Float64, "boolean": polars.Boolean,
             "date": polars.Date}  # fmt: skip
    return polars.DataFrame(_typed(kinds, rows), schema={name: types[kind] for name, kind in kinds.items()})


def missing(library: str) -> OutputError:
    """The error that names the extra."""
    return OutputError(f"data frames need {library}: pip install 'cemai[frames]' 需要安装 {library}")


def _typed(kinds: Mapping[str, Kind], rows: Sequence[Mapping[str, Cell]]) -> Columns:
    return {name: [_value(kind, row.get(name)) for row in rows] for name, kind in kinds.items()}


def _value(kind: Kind, cell: Cell) -> Any:
    if cell is None:
        return None
    match kind:
        case "date":
            return date.fromisoformat(str(cell))
        case "number":
            return float(cell)
        case "text":
            return str(cell)
    return cell


def _seen(column: str, cells: list[Cell], typed: str | None) -> Kind:
    types = {type(cell) for cell in cells}
    plain = next((kind for one, kind in _PLAIN if types == {one}), None)
    if plain or types != {str}:
        return plain or "text"
    for names, form, kind in ((_DATE_NAMES, _ISO, "date"), (_NUMBER_NAMES, _DECIMAL, "number")):
        if (column in names or kind == typed) and all(form.fullmatch(str(cell)) for cell in cells):
            return kind  # type: ignore[return-value]
    return "text"
