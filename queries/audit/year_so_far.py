"""The part of a year that is known when a forecast for the year is made."""

from __future__ import annotations

from datetime import date

from .claim_fields import Days
from .figure_index import Series


def part_of_year_given(series: Series, year: int) -> Days | None:
    """The longest part of a year from its first day on of which there is a figure."""
    return max((d for d in series if d and d[0] == date(year, 1, 1) and d[1] < date(year, 12, 31)), default=None)
