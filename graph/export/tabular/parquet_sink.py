"""A table as Parquet: dates as dates, decimals as 64-bit floats, lists as lists. Needs polars (extra ``frames``)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from cemai.graph.errors import OutputError

from .model import Kind, Row, TableSchema, Value

_ROWS = 20_000  # in memory as Python values at a time


def need_polars() -> None:
    """Raise OutputError where polars is not installed."""
    try:
        import polars  # noqa: F401
    except ImportError:
        raise OutputError("Parquet needs polars: pip install 'cemai[frames]', or --format csv "
                          "需要安装 polars，或改用 --format csv") from None  # fmt: skip


class ParquetSink:
    """A Parquet file, open for rows. Raises OutputError."""

    def __init__(self, path: Path, schema: TableSchema) -> None:
        import polars

        self.path = path
        self._types = {column.name: _type(column.kind) for column in schema.columns}
        self._parts = [polars.DataFrame(schema=self._types)]
        self._waiting: list[list[Value | float]] = []

    def add(self, row: Row) -> None:
        """Take a row."""
        self._waiting.append([_plain(value) for value in row])
        if len(self._waiting) == _ROWS:
            self._gather()

    def close(self) -> int:
        """Write the file; the number of rows."""
        import polars

        self._gather()
        frame = polars.concat(self._parts, rechunk=False)
        try:
            frame.write_parquet(self.path, compression="zstd")
        except polars.exceptions.PolarsError as error:
            raise OutputError(f"cannot write {self.path}: {error} 无法写入") from None
        return frame.height

    def _gather(self) -> None:
        import polars

        if self._waiting:
            self._parts.append(polars.DataFrame(self._waiting, schema=self._types, orient="row"))
            self._waiting = []


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
