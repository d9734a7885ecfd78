"""An answer as an object: typed rows, plain records, notes, claims; data frames; a small table in notebooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from cemai.graph.export.tables import write_table
from cemai.queries.answers.columns import AnswerTable, Kind, Record
from cemai.queries.runner import Cell

from . import frames
from .references import LOCATOR, claims_of

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped]
    import polars

    from .knowledge_graph import KnowledgeGraph

R = TypeVar("R", covariant=True)


@dataclass(frozen=True, eq=False, repr=False)
class Result(Sequence[R], Generic[R]):
    """The answer to one question.

    `rows` are typed (a Step, a Figure …) or dictionaries, `records` the same as dictionaries of plain cells; `head`
    stands above them (the first line is the title), `notes` below: what was left out, what the rows do not say.
    `table` describes the columns; `answer` is the whole answer, of the type that the question gives.
    """

    kg: KnowledgeGraph
    head: tuple[str, ...]
    rows: tuple[R, ...]
    records: tuple[Record, ...]
    table: AnswerTable
    notes: tuple[str, ...] = ()
    answer: Any = None

    @property
    def title(self) -> str:
        """What the answer is about."""
        return self.head[0] if self.head else ""

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The columns of the records and of data frames, and what they hold."""
        return self.table.kinds

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the records and of data frames."""
        return tuple(self.kinds)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims behind the rows, each once, in the order of the rows."""
        return tuple(dict.fromkeys(claim for record in self.records for claim in claims_of(record)))

    def shown(self) -> Iterator[Record]:
        """The records as a person reads them: names and labels in the place of keys."""
        return (self.table.show(self.kg, record) for record in self.records)

    def explain(self, number: int = 0, *, corpus: Path | str | None = None) -> Result[Mapping[str, Cell]]:
        """Evidence, passages, source and dates of every claim behind row `number`."""
        return self.kg.explain(*claims_of(self.records[number]), corpus=corpus)

    def located(self, number: int, most: int | None = None) -> str:
        """Where (the first `most`) claims of row `number` are stated: ``casebook-2024 8123–8160 [passage]; …``."""
        found = self.kg.claims(claims_of(self.records[number])[:most])
        return "; ".join(dict.fromkeys(f"{self.kg.locator(c)} [{c.evidence_tier}]" for c in found))

    def to_pandas(self, *, locators: bool = False) -> pandas.DataFrame:
        """The records as a pandas frame; with `locators` a column more that says where each row is stated."""
        return frames.to_pandas(*self._framed(locators))

    def to_polars(self, *, locators: bool = False) -> polars.DataFrame:
        """The records as a polars frame; with `locators` a column more that says where each row is stated."""
        return frames.to_polars(*self._framed(locators))

    def save(self, path: Path | str, *, excel: bool = False) -> list[str]:
        """Write the records to a file by its suffix (.csv, .json, .xlsx), as the option ``--out`` does.

        With `excel` CSV is made for spreadsheets. Returns what such a program will not show. Raises OutputError.
        """
        return write_table(Path(path), self.columns, self.records, kinds=self.kinds, excel=excel)

    def _framed(self, locators: bool) -> tuple[Mapping[str, Kind], Sequence[Record]]:
        if not locators or LOCATOR in self.kinds:
            return self.kinds, self.records
        self.kg.claims(self.claims)
        rows = [{**record, LOCATOR: self.located(number)} for number, record in enumerate(self.records)]
        return {**self.kinds, LOCATOR: "text"}, rows

    def _repr_html_(self) -> str:
        from .notebook import html

        return html(self)

    def __repr__(self) -> str:
        return f"<Result: {self.title}: {len(self)} rows 行; {', '.join(self.columns)}>"

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[R, ...]: ...
    def __getitem__(self, index: int | slice) -> R | tuple[R, ...]:
        return self.rows[index]
