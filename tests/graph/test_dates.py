"""Dates: the normal form reads back, a span never ends before it begins, printed Chinese says the same."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from cemai.graph.model.dates import DateSpan, parse, parse_printed
from hypothesis import given
from hypothesis import strategies as st

YEARS = st.integers(1, 9999)
MONTHS = st.integers(1, 12)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
BLANK = st.text(alphabet=" \t\n\u3000\u00a0", max_size=2)

normal_forms = st.one_of(
    YEARS.map(lambda y: f"{y:04d}"),
    st.builds(lambda y, m: f"{y:04d}-{m:02d}", YEARS, MONTHS),
    DAYS.map(date.isoformat),
    st.builds(lambda y, h: f"{y:04d}-H{h}", YEARS, st.integers(1, 2)),
    st.builds(lambda y, q: f"{y:04d}-Q{q}", YEARS, st.integers(1, 4)),
)


@given(normal_forms)
def test_normal_form_reads_back(text: str) -> None:
    span = parse(text)
    assert span.normal() == text
    assert span.begin <= span.end
    assert span.precision in ("day", "month", "quarter", "half", "year", "range")


@given(normal_forms, normal_forms)
def test_a_range_spans_both_ends_or_is_refused(first: str, last: str) -> None:
    begin, end = parse(first).begin, parse(last).end
    if end < begin:
        with pytest.raises(ValueError, match="before it begins"):
            parse(f"{first}/{last}")
        return
    span = parse(f"{first}/{last}")
    assert (span.begin, span.end, span.precision) == (begin, end, "range")
    assert parse(span.normal()) == span


@given(DAYS, st.integers(1, 4000))
def test_no_span_ends_before_it_begins(end: date, days: int) -> None:
    if end - date.min < timedelta(days):
        return
    with pytest.raises(ValueError, match="before"):
        DateSpan(end, end - timedelta(days), "range")


@pytest.mark.parametrize(
    "text",
    ["2015-13-01", "2020-02-30", "2015-00", "2024-Q5", "2024-H3", "24", "", "2024-1-1", "today", "2024-01/",
     "2024-01/2024-02/2024-03", "２０２４", "2024 ", "-2024"],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse(text)


@given(DAYS, BLANK)
def test_a_printed_day(day: date, blank: str) -> None:
    printed = [
        f"{day.year:04d}年{blank}{day.month}月{day.day}日", f"{day.year:04d}.{day.month}.{day.day}",
        f"{day.year:04d}-{day.month:02d}-{day.day:02d}", f"{blank}{day.year:04d}/{day.month}/{day.day}",
    ]  # fmt: skip
    assert {parse_printed(p) for p in printed} == {parse(day.isoformat())}


@given(YEARS, MONTHS, BLANK)
def test_a_printed_month_half_quarter_or_year(year: int, month: int, blank: str) -> None:
    assert parse_printed(f"{year:04d}{blank}年{month}月") == parse(f"{year:04d}-{month:02d}")
    assert parse_printed(f"{year:04d}年") == parse_printed(f"{year:04d}全年") == parse(f"{year:04d}")
    assert parse_printed(f"{year:04d}年全年") == parse(f"{year:04d}")
    assert parse_printed(f"{year:04d}年上{blank}半年") == parse(f"{year:04d}-H1")
    assert parse_printed(f"{year:04d}年下半年") == parse(f"{year:04d}-H2")
    for number, word in enumerate("一二三四", 1):
        assert parse_printed(f"{year:04d}年第{word}季度") == parse(f"{year:04d}-Q{number}")


@given(YEARS, MONTHS, MONTHS)
def test_printed_ranges(year: int, one: int, other: int) -> None:
    first, last = sorted((one, other))
    expected = parse(f"{year:04d}-{first:02d}/{year:04d}-{last:02d}")
    for dash in "-－—~至":
        assert parse_printed(f"{year:04d}年{first}{dash}{last}月") == expected
    assert parse_printed(f"{year:04d}年前三季度") == parse(f"{year:04d}-01/{year:04d}-09")


@given(st.one_of(st.text(max_size=12), st.from_regex(r"\A[0-9]{4}年[0-9]{1,2}(月[0-9]{1,2}日|[-至][0-9]{1,2}月)\Z")))
def test_a_printed_form_gives_a_span_or_none_or_is_refused(text: str) -> None:
    """Another form is None; a date that does not exist (2024年13月) is a ValueError with its reason."""
    try:
        span = parse_printed(text)
    except ValueError as error:
        assert str(error) and re.search("[0-9]{4}", text)
    else:
        assert span is None or span.begin <= span.end
