"""What a rule reads from one claim: its source, caliber, period and value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cemai.graph.model.dates import year_earlier
from cemai.graph.model.statement import Claim, Span

ACTUAL = ("actual", "estimate")
MONEY = ("CNY", "USD")
# What a place or an organisation may do with an innovation.
ROLES = ("originated", "piloted", "adopted", "madeEligible", "mandated", "reportedOperating")
Days = tuple[date, date]


def source_of(claim: Claim) -> str:
    """The source that states it: of its first evidence."""
    return claim.evidence[0].source if claim.evidence else f"dataset/{claim.dataset}"


def caliber_of(claim: Claim) -> str | None:
    """The caliber when it is known."""
    return None if claim.caliber == "unspecified" else claim.caliber


def period_of(claim: Claim) -> Days | None:
    """First and last day of its period."""
    return (claim.period_begin, claim.period_end) if claim.period_begin and claim.period_end else None


def value_of(claim: Claim) -> Decimal:
    """Its value, 0 where it has none."""
    return Decimal(0) if claim.value is None else claim.value


def modality_of(claim: Claim) -> str:
    """Whether the figure is actual, an estimate, a forecast or a target."""
    return claim.modality or "actual"


def is_actual(claim: Claim) -> bool:
    """Whether the figure is no estimate, forecast or target."""
    return modality_of(claim) == "actual"


def has_happened(claim: Claim) -> bool:
    """Whether the figure is of what has happened, if only by an estimate."""
    return modality_of(claim) in ACTUAL


def spans_of(claim: Claim, *roles: str) -> Iterator[Span]:
    """The spans of all its evidence, of some roles or of any."""
    return (s for e in claim.evidence for s in e.spans if not roles or s.role in roles)


def year_before(days: Days) -> Days | None:
    """The same part of the year before."""
    begin, end = map(year_earlier, days)
    return (begin, end) if begin and end else None


def year_of(number: int) -> Days:
    """First and last day of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def is_in_calendar(year: int) -> bool:
    """Whether there is a date of that year."""
    return date.min.year <= year <= date.max.year


def is_year(days: Days | None) -> bool:
    """Whether the days are one whole calendar year."""
    return days is not None and days == year_of(days[0].year)
