"""Dates with the precision a source gives them, as a span of days.

Two notations are read: the normal form of our tables (``2024``, ``2024-03``, ``2024-03-07``, ``2024-H1``,
``2024-Q3``, ``2024-01/2024-09``) and printed Chinese (``2015年3月7日``, ``2024年上半年`` …).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_CHINESE_QUARTER = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True)
class DateSpan:
    """First and last day that a stated date leaves open (both inclusive), and its precision."""

    begin: date
    end: date
    precision: str

    def __post_init__(self) -> None:
        if self.end < self.begin:
            raise ValueError(f"the date ends ({self.end}) before it begins ({self.begin})")

    def normal(self) -> str:
        """The normal form, which `parse` reads back to the same span."""
        b, e = self.begin, self.end
        match self.precision:
            case "day":
                return b.isoformat()
            case "month":
                return f"{b.year:04d}-{b.month:02d}"
            case "quarter":
                return f"{b.year:04d}-Q{(b.month + 2) // 3}"
            case "half":
                return f"{b.year:04d}-H{1 if b.month == 1 else 2}"
            case "year":
                return f"{b.year:04d}"
        return f"{b.isoformat()}/{e.isoformat()}"


def _months(year: int, first: int, last: int, precision: str) -> DateSpan:
    if not 1 <= year <= 9999:
        raise ValueError(f"no year {year}")
    return DateSpan(date(year, first, 1), date(year, last, monthrange(year, last)[1]), precision)


def shifted(day: date, days: int) -> date:
    """So many days later, or earlier; the first or last day that there is where the calendar ends before."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def year_earlier(day: date) -> date | None:
    """The same day of the year before (28 February for the 29th); None before the first year."""
    if day.year == date.min.year:
        return None
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def parse(text: str) -> DateSpan:
    """Read the normal form. Raises ValueError, with the reason, for anything else (2015-13-01, 2020-02-30)."""
    if text.count("/") == 1:
        first, last = text.split("/")
        return DateSpan(parse(first).begin, parse(last).end, "range")
    if m := re.fullmatch(r"([0-9]{4})-([0-9][0-9])-([0-9][0-9])", text):
        day = date(int(m[1]), int(m[2]), int(m[3]))
        return DateSpan(day, day, "day")
    if m := re.fullmatch(r"([0-9]{4})-([0-9][0-9])", text):
        month = int(m[2])
        if not 1 <= month <= 12:
            raise ValueError("month must be in 1..12")
        return _months(int(m[1]), month, month, "month")
    if m := re.fullmatch(r"([0-9]{4})-Q([1-4])", text):
        q = int(m[2])
        return _months(int(m[1]), 3 * q - 2, 3 * q, "quarter")
    if m := re.fullmatch(r"([0-9]{4})-H([12])", text):
        return _months(int(m[1]), 1, 6, "half") if m[2] == "1" else _months(int(m[1]), 7, 12, "half")
    if re.fullmatch(r"[0-9]{4}", text):
        return _months(int(text), 1, 12, "year")
    raise ValueError("not a date of the form 2024, 2024-03, 2024-03-07, 2024-Q1, 2024-H1 or 2024-01/2024-09")


def parse_printed(text: str) -> DateSpan | None:
    """Read an absolute date as Chinese documents print it; None when it is of another form (今年, 近年).

    Raises ValueError for a date of such a form that does not exist (2016年13月).
    """
    s = re.sub("年?全年", "年", "".join(text.split()))
    if m := re.fullmatch(r"([0-9]{4})[年.\-/]([0-9]{1,2})[月.\-/]([0-9]{1,2})日?", s):
        return parse(f"{m[1]}-{int(m[2]):02d}-{int(m[3]):02d}")
    if m := re.fullmatch(r"([0-9]{4})[年.]([0-9]{1,2})月?", s):
        return parse(f"{m[1]}-{int(m[2]):02d}")
    if m := re.fullmatch(r"([0-9]{4})年?", s):
        return parse(m[1])
    if m := re.fullmatch(r"([0-9]{4})年?(上|下)半年", s):
        return parse(f"{m[1]}-H{1 if m[2] == '上' else 2}")
    if m := re.fullmatch(r"([0-9]{4})年?第?([一二三四1-4])季度", s):
        return parse(f"{m[1]}-Q{_CHINESE_QUARTER[m[2]]}")
    if m := re.fullmatch(r"([0-9]{4})年前三季度", s):
        return parse(f"{m[1]}-01/{m[1]}-09")
    if m := re.fullmatch(r"([0-9]{4})年?([0-9]{1,2})[-－—~至]([0-9]{1,2})月份?", s):
        return parse(f"{m[1]}-{int(m[2]):02d}/{m[1]}-{int(m[3]):02d}")
    if m := re.fullmatch(r"([0-9]{4})年?[-－—~至]([0-9]{4})年?", s):
        return parse(f"{m[1]}/{m[2]}")
    return None
