"""The provinces behind a count: those that grew, that fell, that traded more than a trillion yuan."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.queries.audit.figure_index import figures_of
from cemai.queries.audit.statement_index import Facts, amount, period

Listed = dict[Hashable, Claim]
TRILLION = Decimal(10) ** 12
COMPLETE = 31


def _provinces(facts: Facts, count: Claim, measure: str, test: Callable[[Claim], bool]) -> Listed | None:
    figures = figures_of(facts)
    found = [c for c in figures.at("indicator/trade", measure, period(count)) if c.subject in facts.provinces]
    by_place = {c.subject: figures.best(c.subject, c.object, period(count), count, measure) for c in found}
    every = {place: c for place, c in by_place.items() if c}
    return {place: c for place, c in every.items() if test(c)} if len(every) >= COMPLETE else None


def provinces_growing(facts: Facts, count: Claim) -> Listed | None:
    """Provinces whose trade grew."""
    return _provinces(facts, count, "growth", lambda c: amount(c) > 0)


def provinces_declining(facts: Facts, count: Claim) -> Listed | None:
    """Provinces whose trade fell."""
    return _provinces(facts, count, "growth", lambda c: amount(c) < 0)


def provinces_over_trillion(facts: Facts, count: Claim) -> Listed | None:
    """Provinces with trade above a trillion yuan."""
    return _provinces(facts, count, "level", lambda c: amount(c) > TRILLION)
