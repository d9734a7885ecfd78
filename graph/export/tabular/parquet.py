"""A table as Parquet: dates as dates, decimals as 64-bit floats, lists as lists. Needs polars (extra ``frames``)."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cemai.graph.errors import OutputError

from .model import Kind, Table, Value

if TYPE_CHECKING:
    import polars

_ROWS = 20_000  # in memory as Python values at a time


def need_polars() -> None:
    """Raise OutputError where polars is not installed."""
    try:
        import polars  # noqa: F401
    except ImportError:
        raise OutputError("Parquet needs polars: pip install 'cemai[frames]', or --format csv "
                          "需要安装 polars，或改用 --format csv") from None  # fmt: skip


def write_parquet(path: Path, table: Table) -> int:
    """Write the table; the number of rows."""
    import polars

    held = frame(table)
    try:
        held.write_parquet(path, compression="zstd")
    except polars.exceptions.PolarsError as error:
        raise OutputError(f"cannot write {path}: {error} 无法写入") from None
    return held.height


def frame(table: Table) -> polars.DataFrame:
    """The table as a data frame."""
    import polars

    types = {column.name: _type(column.kind) for column in table.columns}
    rows = table.rows()
    parts = [polars.DataFrame(schema=types)]
    while block := [[_plain(value) for value in row] for row in islice(rows, _ROWS)]:
        parts.append(polars.DataFrame(block, schema=types, orient="row"))
    return polars.concat(parts, rechunk=False)


def _type(kind: Kind) -> Any:
    import polars

    simple = {"string": polars.String, "integer": polars.Int64, "decimal": polars.Float64, "date": polars.Date,
              "boolean": polars.Boolean, "list": polars.List(polars.String)}  # fmt: skip
    span = {"evidence": polars.Int64, "source": polars.String, "role": polars.String, "start": polars.Int64,
            "end": polars.Int64, "sha256": polars.String}  # fmt: skip
    return simple[kind] if kind in simple else polars.List(polars.Struct(span))


def _plain(value: Value) -> Value | float:
    """Floats for decimals; an empty list is nothing, as in CSV."""
    return float(value) if isinstance(value, Decimal) else None if value == [] else value
