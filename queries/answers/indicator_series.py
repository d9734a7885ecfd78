"""An indicator of a thing over time, per caliber: growth beside level, targets beside outcomes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Annotated

from cemai.graph.errors import NameUnknown, QueryError
from cemai.ontology.labels import label
from cemai.queries.session import Session

from .columns import AnswerRow, Heading
from .figures import StatedFigure, stated_figures

MODALITIES = ("target", "forecast", "estimate")
MEASURES = ("level", "growth", "share", "rank", "multiple")


def _heading(scheme: str, key: str) -> Heading:
    """A column that stands under the label of its measure or modality."""
    return Heading(label(scheme, key).both())


@dataclass(frozen=True)
class SeriesPoint(AnswerRow):
    """All that is stated of one indicator for one period in one caliber; several statements are parted by ``|``."""

    indicator: str
    indicator_zh: str
    caliber: Annotated[str, Heading("口径 caliber")]
    period: Annotated[str | None, Heading("期间 period")]
    level: Annotated[str | None, _heading("measure", "level")]
    growth: Annotated[str | None, _heading("measure", "growth")]
    share: Annotated[str | None, _heading("measure", "share")]
    rank: Annotated[str | None, _heading("measure", "rank")]
    multiple: Annotated[str | None, _heading("measure", "multiple")]
    target: Annotated[str | None, _heading("modality", "target")]
    forecast: Annotated[str | None, _heading("modality", "forecast")]
    estimate: Annotated[str | None, _heading("modality", "estimate")]
    sources: Annotated[str, Heading("来源 sources")]
    claims: str

    shown = ("caliber", "period", *MEASURES, *MODALITIES, "sources")


@dataclass(frozen=True)
class Series:
    """The figures as stated, and the same as points; `hidden` unverified ones were left out.

    `calibers` are those that have figures, whichever was asked for.
    """

    subject: str
    figures: tuple[StatedFigure, ...]
    points: tuple[SeriesPoint, ...]
    hidden: int
    calibers: tuple[str, ...]


def read_series(
    kg: Session, subject: str, indicator: str, *, caliber: str | None = None, unverified: bool = False
) -> Series:
    """The series of an indicator of a place or other thing; of one caliber where one is named.

    Raises NameUnknown, NameAmbiguous, or QueryError for a caliber that is none.
    """
    if caliber is not None and caliber not in kg.concepts("caliber"):
        raise QueryError(
            f"no caliber is called {caliber!r} 没有此统计口径; keys 可用: {', '.join(kg.concepts('caliber'))}"
        )
    kg.entities.look_up([subject, indicator])
    thing = kg.one(subject)
    try:
        wanted = kg.one(indicator, ("Indicator",))
    except NameUnknown as error:
        raise NameUnknown(indicator, error.suggestions or known_indicators(kg, thing)) from None
    found, hidden = stated_figures(kg, [thing], wanted, unverified=unverified)
    kept = [f for f in found if caliber in (None, f.caliber)]
    return Series(thing, tuple(kept), tuple(_points(kept)), hidden, tuple(sorted({f.caliber for f in found})))


def known_indicators(kg: Session, subject: str) -> list[str]:
    """The indicators that a thing has figures of."""
    rows = kg.rows("series/indicators", {"subject": subject})
    return sorted({f"{row['indicator_zh']} ({row['indicator']})" for row in rows})


def _points(found: list[StatedFigure]) -> list[SeriesPoint]:
    groups: dict[tuple[str, str, str, str], list[StatedFigure]] = defaultdict(list)
    for figure in found:
        groups[(figure.indicator, figure.caliber, figure.period_begin or "9999", figure.period or "")].append(figure)
    return [_point(groups[key]) for key in sorted(groups)]


def _point(group: list[StatedFigure]) -> SeriesPoint:
    cells: dict[str, list[str]] = {name: [] for name in (*MEASURES, *MODALITIES)}
    for figure in group:
        column = _column(figure)
        cells[column].append(_cell(figure, column))
    first = group[0]
    texts = {name: " | ".join(dict.fromkeys(values)) or None for name, values in cells.items()}
    return SeriesPoint(
        first.indicator, first.indicator_zh, first.caliber, first.period, **texts,
        sources=" ".join(sorted({f.source for f in group})), claims=" ".join(sorted(f.claim for f in group)),
    )  # fmt: skip


def _column(figure: StatedFigure) -> str:
    """What is not actual stands under its modality, the rest under its measure; what has no column under the level."""
    named = (figure.modality, *MODALITIES), (figure.measure, *MEASURES)
    return next((name for name, *columns in named if name in columns), "level")


def _cell(figure: StatedFigure, column: str) -> str:
    """The figure with what its column does not say: measure, modality, rank among what, share of what, against what."""
    said = (column, "level", "actual")
    words = " ".join([*(key for key in (figure.modality, figure.measure) if key not in said), f"{figure.stated}"])
    share = figure.share_of_zh and f"占{figure.share_of_zh}"
    beside = figure.rank_scope or share or (figure.base_period and f"vs {figure.base_period}")
    return f"{words} ({beside})" if beside else words
