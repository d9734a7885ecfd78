"""Places side by side as one offline page: small multiples of their figures, then what is known in each dimension.

Figures of one small picture share indicator, measure, unit and modality; where calibers differ their marks differ,
and the page says that they are not comparable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from cemai.ontology.text import LangText
from cemai.viz.content import EntityView, Head, StatementView
from cemai.viz.shell import ViewPage, render_view

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#5C6166")


@dataclass(frozen=True)
class ChartPoint:
    """One figure: whose it is, its number, how it is printed, its caliber, the claim that states it."""

    place: str
    value: float
    printed: LangText
    caliber: LangText
    claim: str


@dataclass(frozen=True)
class Small:
    """One small picture: what is measured, in which unit, and the points; `unstated` where a caliber is."""

    name: LangText
    unit: LangText
    points: tuple[ChartPoint, ...]
    unstated: bool


@dataclass(frozen=True)
class ComparisonCell:
    """What is known of one place: words as stated, and the claims behind them."""

    text: LangText
    claims: tuple[str, ...]


@dataclass(frozen=True)
class ComparisonRow:
    """A row of a table: what is compared, whether it may be, and a cell for each place."""

    item: LangText
    beside: LangText
    comparable: LangText
    may: bool
    cells: tuple[ComparisonCell, ...]


@dataclass(frozen=True)
class Dimension:
    """One of the dimensions with its rows."""

    name: LangText
    lines: tuple[ComparisonRow, ...]


def comparison_page(
    head: Head,
    facts: tuple[StatementView, ...],
    places: Sequence[EntityView],
    smalls: Sequence[Small],
    parts: Sequence[Dimension],
) -> str:
    """The page as HTML text."""
    colours = {place.id: COLOURS[n % len(COLOURS)] for n, place in enumerate(places)}
    data = {"smalls": [asdict(small) for small in smalls], "colours": colours}
    context = {"places": places, "parts": parts, "numbers": {p.id: n % len(COLOURS) for n, p in enumerate(places)}}
    return render_view(ViewPage("comparison", head, facts, tuple(places), data, slider=False, context=context))
