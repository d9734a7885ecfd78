"""The columns of an answer, described once: what each holds, its heading for a person, and how a cell is shown.

A row type is a dataclass below `AnswerRow`: its fields are the columns in the order of the data, their annotations
say what they hold and how they are headed, and `shown` picks and orders those that a person sees. Answers whose rows
are dictionaries give a `AnswerTable` of columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any, ClassVar, Literal, get_type_hints

from cemai.graph.repository import Repository
from cemai.queries.runner import Cell

Kind = Literal["text", "integer", "number", "boolean", "date"]
KINDS: tuple[Kind, ...] = ("text", "integer", "number", "boolean", "date")
Record = Mapping[str, Cell]
Show = Callable[[Repository, Record], Cell]
_PLAIN: tuple[tuple[type, Kind], ...] = ((bool, "boolean"), (int, "integer"), (float, "number"))


@dataclass(frozen=True)
class AnswerColumn:
    """One column by its key. `kind` None: not in the data, made of other columns; `heading` None: for data only.

    A cell is shown by `show`, or as the label of a concept of `scheme` (``cm``: of a term), or as it is.
    """

    key: str
    kind: Kind | None = "text"
    heading: str | None = None
    scheme: str | None = None
    show: Show | None = None

    def cell(self, kg: Repository, record: Record) -> Cell:
        """The cell as a person reads it."""
        if self.show:
            return self.show(kg, record)
        value = record.get(self.key)
        if self.scheme is None:
            return value
        return kg.concept(self.scheme, str(value)).both() if value else ""


@dataclass(frozen=True)
class AnswerTable:
    """The columns of an answer in the order of its data; `shown` picks and orders those for a person (none: all).

    A notebook shows the first `most` rows.
    """

    columns: tuple[AnswerColumn, ...]
    shown: tuple[str, ...] = ()
    most: int = 20

    @property
    def kinds(self) -> dict[str, Kind]:
        """What each column of the data holds."""
        return {column.key: column.kind for column in self.columns if column.kind}

    @property
    def headings(self) -> dict[str, str]:
        """The headings of what is shown, in that order; the keys where nothing is chosen."""
        by_key = {column.key: column for column in self.columns}
        return {key: by_key[key].heading or key for key in self.shown or self.kinds}

    def show(self, kg: Repository, record: Record) -> dict[str, Cell]:
        """One record as a person reads it: names and labels in the place of keys."""
        by_key = {column.key: column for column in self.columns}
        return {key: by_key[key].cell(kg, record) for key in self.headings}


@dataclass(frozen=True)
class Heading:
    """Annotates a field of a row type: its heading, and how a cell is shown (see `AnswerColumn`)."""

    text: str
    scheme: str | None = None
    show: Show | None = None


# What fields of several row types hold. Texts that are always days in ISO form, or numbers, are said to be.
Day = Annotated[str | None, "date"]
Number = Annotated[str, "number"]
ClaimId = Annotated[str, Heading("陈述 claim")]
Tier = Annotated[str, Heading("证据层级 tier", "evidence-tier")]
Locator = Annotated[str, Heading("出处 locator")]
DatePrinted = Annotated[str | None, Heading("日期 date")]
ActName = Annotated[str | None, Heading("依据 act")]
Role = Annotated[str, Heading("角色 role", "cm")]


class AnswerRow:
    """A row of an answer; the dataclasses below it describe their columns by their annotations."""

    shown: ClassVar[tuple[str, ...]] = ()
    made: ClassVar[tuple[AnswerColumn, ...]] = ()  # columns for a person that are made of others

    def record(self) -> dict[str, Cell]:
        """The row as a record of plain cells."""
        return {column.key: getattr(self, column.key) for column in self.table().columns if column.kind}

    @classmethod
    def table(cls) -> AnswerTable:
        """The columns of rows of this type."""
        if cls not in _TABLES:
            _TABLES[cls] = AnswerTable((*_columns(cls), *cls.made), cls.shown)
        return _TABLES[cls]


_TABLES: dict[type[AnswerRow], AnswerTable] = {}


def _columns(row: type[AnswerRow]) -> Iterator[AnswerColumn]:
    hints = get_type_hints(row, include_extras=True)
    for field in fields(row):  # type: ignore[arg-type]
        hint = hints[field.name]
        notes = getattr(hint, "__metadata__", ())
        headings = [note for note in notes if isinstance(note, Heading)]
        kind = next((note for note in KINDS if note in notes), None) or _of_hint(hint)
        heading = headings[-1] if headings else None
        if heading:
            yield AnswerColumn(field.name, kind, heading.text, heading.scheme, heading.show)
        else:
            yield AnswerColumn(field.name, kind)


def _of_hint(hint: Any) -> Kind:
    """``int | None`` is an integer, ``int | float | None`` a number, all else text."""
    hint = getattr(hint, "__origin__", hint) if hasattr(hint, "__metadata__") else hint
    return kind_of_types(set(getattr(hint, "__args__", (hint,))) - {type(None)})


def kind_of_types(types: set[type]) -> Kind:
    """What cells of these types are; integers among numbers are numbers."""
    if float in types and types <= {float, int}:
        return "number"
    return next((kind for one, kind in _PLAIN if types == {one}), "text")
