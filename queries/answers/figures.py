"""Figures of a thing as typed rows: value, measure, unit, period, modality and caliber, each with its claim."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from cemai.graph.repository import UNVERIFIED, short
from cemai.queries.runner import Cell
from cemai.queries.session import Session

from .phrases import Coded, Phrase, phrase


@dataclass(frozen=True)
class Figure:
    """One stated figure. Figures may be compared only where `key` is equal."""

    subject: str
    subject_zh: str
    indicator: str
    indicator_zh: str
    measure: str
    modality: str
    caliber: str
    period: str | None
    period_begin: str | None
    base_period: str | None
    value: str
    unit: str
    printed: str | None
    hedge: str | None
    share_of: str | None
    share_of_zh: str | None
    rank_scope: str | None
    source: str
    tier: str
    claim: str

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

    def row(self) -> dict[str, Cell]:
        """The figure as a row for a table."""
        return asdict(self)

    def phrase(self) -> Phrase:
        """Hedge and printed form: ``over 2000亿元``, ``超过 2000亿元``."""
        sign = "-" if self.value.startswith("-") and "-" not in (self.printed or "") else ""
        return phrase(Coded("hedge", self.hedge) if self.hedge else None, f"{sign}{self.printed or self.value}")


def figures(
    kg: Session, subject: str, indicator: str | None = None, *, unverified: bool = False
) -> tuple[list[Figure], int]:
    """The figures of a thing (of one indicator), in a stable order, and how many unverified ones were left out."""
    asked = {"subject": subject} | ({"indicator": indicator} if indicator else {})
    found = [_figure(kg, subject, indicator, row) for row in kg.query("series/figures", asked).dicts()]
    shown = [f for f in found if unverified or f.tier != UNVERIFIED]
    return sorted(shown, key=_order), len(found) - len(shown)


def _order(figure: Figure) -> tuple[str, ...]:
    return (
        figure.indicator,
        figure.caliber,
        figure.period_begin or "9999",
        figure.period or "",
        figure.modality,
        figure.measure,
        figure.claim,
    )


def _figure(kg: Session, subject: str, indicator: str | None, row: dict[str, Cell]) -> Figure:
    def key(name: str) -> str:
        return str(row[name]).partition("/")[2]

    def text(name: str) -> str | None:
        return None if row[name] is None else str(row[name])

    return Figure(
        subject, str(row["subject_zh"]), str(row.get("indicator") or indicator), str(row["indicator_zh"]),
        key("figure"), key("modality"), key("caliber"), text("period"), text("period_begin"), text("base_period"),
        str(row["value"]), key("unit"), text("printed"), key("hedge") if row["hedge"] else None, text("share_of"),
        kg.label(str(row["share_of"])) if row["share_of"] else None, text("rank_scope"), key("source"),
        key("tier"), short(str(row["claim"])),
    )  # fmt: skip
