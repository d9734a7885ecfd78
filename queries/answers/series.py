"""An indicator of a thing over time, per caliber: growth beside level, targets beside outcomes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass

from cemai.graph.errors import NameUnknown, QueryError
from cemai.queries.runner import Cell
from cemai.queries.session import Session

from .figures import Figure, figures

_MODALITIES = ("target", "forecast", "estimate")
_MEASURES = ("level", "growth", "share", "rank", "multiple")


@dataclass(frozen=True)
class Point:
    """All that is stated of one indicator for one period in one caliber; several statements are parted by ``|``."""

    indicator: str
    indicator_zh: str
    caliber: str
    period: str | None
    level: str | None
    growth: str | None
    share: str | None
    rank: str | None
    multiple: str | None
    target: str | None
    forecast: str | None
    estimate: str | None
    sources: str
    claims: str

    def row(self) -> dict[str, Cell]:
        """The point as a row for a table."""
        return asdict(self)


@dataclass(frozen=True)
class Series:
    """The figures as stated, and the same as points; `hidden` unverified ones were left out."""

    subject: str
    figures: tuple[Figure, ...]
    points: tuple[Point, ...]
    hidden: int


def series(
    kg: Session, subject: str, indicator: str, *, caliber: str | None = None, unverified: bool = False
) -> Series:
    """The series of an indicator of a place or other thing; of one caliber where one is named.

    Raises NameUnknown, NameAmbiguous, or QueryError for a caliber that is none.
    """
    if caliber is not None and caliber not in kg.concepts("caliber"):
        raise QueryError(
            f"no caliber is called {caliber!r} 没有此统计口径; keys 可用: {', '.join(kg.concepts('caliber'))}"
        )
    thing = kg.one(subject)
    try:
        wanted = kg.one(indicator, ("Indicator",))
    except NameUnknown as error:
        raise NameUnknown(indicator, error.near or known_indicators(kg, thing)) from None
    found, hidden = figures(kg, thing, wanted, unverified=unverified)
    kept = [f for f in found if caliber in (None, f.caliber)]
    return Series(thing, tuple(kept), tuple(_points(kept)), hidden)


def known_indicators(kg: Session, subject: str) -> list[str]:
    """The indicators that a thing has figures of."""
    rows = kg.query("series/indicators", {"subject": subject}).dicts()
    return sorted({f"{row['indicator_zh']} ({row['indicator']})" for row in rows})


def calibers(found: Series) -> set[str]:
    """The calibers in a series: figures of different ones are not compared."""
    return {f.caliber for f in found.figures}


def _points(found: list[Figure]) -> list[Point]:
    groups: dict[tuple[str, str, str, str], list[Figure]] = defaultdict(list)
    for figure in found:
        groups[(figure.indicator, figure.caliber, figure.period_begin or "9999", figure.period or "")].append(figure)
    return [_point(groups[key]) for key in sorted(groups)]


def _point(group: list[Figure]) -> Point:
    cells: dict[str, list[str]] = {name: [] for name in (*_MEASURES, *_MODALITIES)}
    for figure in group:
        cells[figure.modality if figure.modality in _MODALITIES else figure.measure].append(_cell(figure))
    first = group[0]
    texts = {name: " | ".join(dict.fromkeys(values)) or None for name, values in cells.items()}
    return Point(
        first.indicator, first.indicator_zh, first.caliber, first.period, **texts,
        sources=" ".join(sorted({f.source for f in group})), claims=" ".join(sorted(f.claim for f in group)),
    )  # fmt: skip


def _cell(figure: Figure) -> str:
    """The figure with what it is a rank among, a share of, or measured against."""
    plain = figure.measure == "level" or figure.modality == "actual"
    words = f"{figure.phrase()}" if plain else f"{figure.measure} {figure.phrase()}"
    share = figure.share_of_zh and f"占{figure.share_of_zh}"
    beside = figure.rank_scope or share or (figure.base_period and f"vs {figure.base_period}")
    return f"{words} ({beside})" if beside else words
