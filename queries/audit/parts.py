"""The figures of the parts of a whole, and what they make together."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from cemai.graph.model.statement import Claim

from .claim_fields import Days, source_of
from .figure_index import FigureIndex
from .intervals import Interval, strict


def parts_of(
    figures: FigureIndex, subject: str, indicators: Iterable[str], days: Days | None, like: Claim, measure: str
) -> list[Claim]:
    """The best figure of each indicator in the period, of the unit and whole of `like`; fewer where one is missing.

    Without a period only figures of the same source count.
    """
    best = (figures.best(subject, i, days, like, measure) for i in indicators)
    same = [c for c in best if c and c.unit == like.unit and c.share_of == like.share_of]
    return [c for c in same if days or source_of(c) == source_of(like)]


def added(parts: Iterable[Claim]) -> Interval:
    """Every sum that the printed forms of the parts allow."""
    return sum((strict(part) for part in parts), Interval(Decimal(0), Decimal(0)))
