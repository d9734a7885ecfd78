"""Answers as data frames: a column holds what its contract says in every row, dates as dates, numbers as numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from cemai.graph.errors import OutputError
from cemai.queries.answers.columns import Kind, kind_of_types
from cemai.queries.catalogue import Query
from cemai.queries.runner import Cell

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped]
    import polars

Columns = dict[str, list[Any]]
_PANDAS = {"text": "string", "integer": "Int64", "number": "float64", "boolean": "boolean", "date": "datetime64[s]"}
_FORMS: dict[str, tuple[Kind, re.Pattern[str]]] = {
    "date": ("date", re.compile(r"\d{4}-\d{2}-\d{2}")),
    "number": ("number", re.compile(r"[-+]?\d+(\.\d+)?")),
}


def seen_kinds(
    columns: Sequence[str], rows: Sequence[Mapping[str, Cell]], query: Query | None = None
) -> dict[str, Kind]:
    """What the columns of a query's rows hold: as its header states, else by what stands there."""
    stated = {name: column.kind for name, column in query.columns.items()} if query else {}
    held = ((name, [v for row in rows if (v := row.get(name)) is not None]) for name in columns)
    return {name: _seen(stated.get(name, ""), cells) for name, cells in held}


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


def _seen(stated: str, cells: Sequence[Cell]) -> Kind:
    """Texts are what the header says, unless one is not of that form: it came from elsewhere."""
    if stated in _FORMS:
        kind, form = _FORMS[stated]
        return kind if all(form.fullmatch(str(cell)) for cell in cells) else "text"
    return kind_of_types({type(cell) for cell in cells})
