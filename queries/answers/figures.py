"""Figures of things as typed rows: value, measure, unit, period, modality and caliber, each with its claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from cemai.graph.repository import UNVERIFIED
from cemai.queries.runner import Row
from cemai.queries.session import Session

from .columns import AnswerRow, ClaimId, Day, Heading, Number
from .phrases import Coded, Phrase, phrase


@dataclass(frozen=True)
class StatedFigure(AnswerRow):
    """One stated figure. Figures may be compared only where `key` is equal."""

    subject: str
    subject_zh: str
    indicator: str
    indicator_zh: Annotated[str, Heading("指标 indicator")]
    measure: Annotated[str, Heading("类型 measure")]
    modality: Annotated[str, Heading("性质 modality")]
    caliber: Annotated[str, Heading("口径 caliber")]
    period: Annotated[str | None, Heading("期间 period")]
    period_begin: Day
    base_period: str | None
    value: Number
    unit: Annotated[str, Heading("单位 unit")]
    printed: Annotated[str | None, Heading("原文数值 as printed")]
    hedge: Annotated[str | None, Heading("约 hedge")]
    share_of: str | None
    share_of_zh: str | None
    rank_scope: str | None
    source: str
    tier: Annotated[str, Heading("证据层级 tier")]
    claim: ClaimId

    shown = ("indicator_zh", "caliber", "period", "modality", "measure", "hedge", "printed", "unit", "tier")

    @property
    def key(self) -> tuple[str | None, ...]:
        """What must be equal in figures that are compared."""
        return (
            self.indicator,
            self.measure,
            self.unit,
            self.period,
            self.modality,
            self.caliber,
            self.share_of,
            self.rank_scope,
        )

    @property
    def stated(self) -> Phrase:
        """Hedge and printed form: ``over 2000亿元``, ``超过 2000亿元``."""
        sign = "-" if self.value.startswith("-") and "-" not in (self.printed or "") else ""
        return phrase(Coded("hedge", self.hedge) if self.hedge else None, f"{sign}{self.printed or self.value}")


def stated_figures(
    kg: Session, subjects: Sequence[str], indicator: str | None = None, *, unverified: bool = False
) -> tuple[list[StatedFigure], int]:
    """The figures of some things (of one indicator), in a stable order, and how many unverified ones were left out."""
    rows = kg.rows("series/figures", {"subject": subjects} | ({"indicator": indicator} if indicator else {}))
    shown = [row for row in rows if unverified or row["tier"] != UNVERIFIED]
    kg.entities.load(str(row["share_of"]) for row in shown if row["share_of"])
    return sorted((_figure(kg, row) for row in shown), key=_order), len(rows) - len(shown)


def _order(figure: StatedFigure) -> tuple[str, ...]:
    return (
        figure.indicator,
        figure.caliber,
        figure.period_begin or "9999",
        figure.period or "",
        figure.modality,
        figure.measure,
        figure.claim,
    )


def _figure(kg: Session, row: Row) -> StatedFigure:
    cells = {name: None if cell is None else str(cell) for name, cell in row.items()}
    share_of = cells["share_of"]
    cells |= {"measure": cells.pop("figure"), "share_of_zh": kg.label(share_of) if share_of else None}
    return StatedFigure(**cells)  # type: ignore[arg-type]
