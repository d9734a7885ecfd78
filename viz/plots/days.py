"""Days on an axis: numbers, ticks that need no month names, and spans."""

from __future__ import annotations

from datetime import date
from typing import Any

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


def number(day: date) -> int:
    """A day as a number on the axis."""
    return day.toordinal()


def mark(axes: Any, begin: date, end: date, most: int = 9) -> None:
    """Ticks on the x axis at the first days of years (``2019``), or of months (``2020-07``) in a short range."""
    years = range(begin.year, min(end.year + 1, date.max.year) + 1)
    if end.toordinal() - begin.toordinal() > 2 * 366:
        step = next((s for s in _STEPS if len(years) / s <= most), _STEPS[-1])
        days = [date(y, 1, 1) for y in years if y % step == 0]
        words = [str(day.year) for day in days]
    else:
        months = [date(y, m, 1) for y in years for m in range(1, 13) if begin <= date(y, m, 1) <= end]
        days = months[:: max(1, -(-len(months) // most))]
        words = [day.isoformat()[:7] for day in days]
    axes.set_xticks([number(day) for day in days], words)


def span(earliest: date, latest: date) -> str:
    """``2020-07-01``, or ``2014-08-01 – 2016-12-31`` where the sources leave several days open."""
    if earliest == latest:
        return f"{latest}"
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return f"{earliest.year}" if earliest.year == latest.year else f"{earliest.year} – {latest.year}"
    return f"{earliest} – {latest}"
