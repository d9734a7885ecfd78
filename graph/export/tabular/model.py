"""What a table is: columns with their meaning in both languages, a key, references to other tables; and its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from cemai.ontology.text import Described

Kind = Literal["string", "integer", "decimal", "date", "boolean", "list", "spans"]
Value = str | int | bool | Decimal | date | list[Any] | None
Row = Sequence[Value]


@dataclass(frozen=True, slots=True)
class SchemaColumn:
    """One column. `refers` is a table whose ``id`` the values are; `choices` are all values that may stand.

    A ``list`` is a list of texts, ``spans`` a list of objects with the fields of the table of spans. `property` is the
    IRI of the property that a cell says of the row's thing, `value` the URI template of its object, `language` the
    language of a text; columns without a property say nothing that is not said elsewhere.
    """

    name: str
    kind: Kind
    label: Described
    required: bool = False
    refers: str | None = None
    choices: tuple[str, ...] = ()
    property: str | None = None
    value: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns that together are the key of a row in another table."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table. `about` is the URI template of what a row speaks of."""

    name: str
    label: Described
    columns: tuple[SchemaColumn, ...]
    key: tuple[str, ...] = ("id",)
    also: tuple[Reference, ...] = ()
    about: str | None = None

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every reference: of single columns, then of several together."""
        single = (Reference((c.name,), c.refers, ("id",)) for c in self.columns if c.refers)
        return (*single, *self.also)


class FilledTable(NamedTuple):
    """A table with its rows, which are gone through once."""

    schema: TableSchema
    rows: Iterable[Row]
