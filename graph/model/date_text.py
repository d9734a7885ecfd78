"""Spans of days as text."""

from __future__ import annotations

from calendar import monthrange


def brief(begin: str, end: str) -> str:
    """A span of days as exactly as it is stated: ``2016-01-06``, ``2016-01``, ``2016``, ``2016-01-06–2016-02-01``."""
    if begin == end or not end:
        return begin
    month_end, year_end = f"{monthrange(int(end[:4]), int(end[5:7]))[1]:02d}", "12-31"
    if begin[:7] == end[:7] and begin.endswith("-01") and end.endswith(f"-{month_end}"):
        return begin[:7]
    if begin[:4] == end[:4] and begin.endswith("01-01") and end.endswith(year_end):
        return begin[:4]
    return f"{begin}–{end}"
