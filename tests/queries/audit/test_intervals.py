"""What a printed figure leaves open, by hand and for any figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from cemai.queries.audit.intervals import INFINITE, Interval, growth, loose, place, strict
from hypothesis import given
from hypothesis import strategies as st

from tests.queries.audit.making import figure, percent


@pytest.mark.parametrize(
    ("printed", "unit", "value", "expected"),
    [("1.62万亿", "CNY", "1620000000000", "10000000000"), ("16152.6亿元", "CNY", "1615260000000", "10000000"),
     ("2000亿元", "CNY", "200000000000", "100000000"), ("39,378.97", "CNY", "393789700", "100"),
     ("12.9%", "percent", "12.9", "0.1"), ("四成", "percent", "40", "10"), ("三分之一", "percent", "33.33", "3.333"),
     ("105个", "zone", "105", "0"), ("1.65万家", "enterprise", "16500", "100"), ("六个", "item", "6", "0")],
)  # fmt: skip
def test_the_place_of_the_last_printed_digit(printed: str, unit: str, value: str, expected: str) -> None:
    assert place(figure("x", "trade", printed, unit=unit, value=value)) == Decimal(expected)


def test_a_rounded_figure_agrees_with_the_exact_one() -> None:
    short = figure("x", "trade", "1.62万亿")
    assert strict(short).meets(strict(figure("y", "trade", "16152.6亿元")))
    assert not strict(short).meets(strict(figure("y", "trade", "16149亿元")))


@pytest.mark.parametrize(
    ("hedge", "inside", "outside"),
    [("over", ["2000.1", "9000"], ["2000", "1999"]), ("at-least", ["2000", "9000"], ["1999"]),
     ("under", ["1999", "1"], ["2000"]), ("at-most", ["2000", "1"], ["2001"]),
     ("nearly", ["1999", "1800"], ["2000", "1799"]), ("about", ["1800", "2200"], ["1799", "2201"])],
)  # fmt: skip
def test_hedges(hedge: str, inside: list[str], outside: list[str]) -> None:
    span = strict(figure("x", "cbec-firms", "2000家", unit="enterprise", hedge=hedge))
    assert all(Decimal(n) in span for n in inside)
    assert not any(Decimal(n) in span for n in outside)


def test_a_fall_is_hedged_downwards() -> None:
    span = strict(percent("x", "trade", "5%", value="-5", hedge="over"))
    assert Decimal(-6) in span and Decimal(-5) not in span and Decimal(-4) not in span


def test_zeros_at_the_end_are_loose() -> None:
    claim = figure("x", "cbec-firms", "30倍", unit="times")
    assert Decimal("31.7") not in strict(claim) and Decimal("31.7") in loose(claim)


def test_open_ends_do_not_meet() -> None:
    below, above = Interval(Decimal(1), Decimal(2), high_open=True), Interval(Decimal(2), INFINITE)
    assert not below.meets(above) and not above.meets(below)


numbers = st.decimals(min_value="0.01", max_value=10**6, places=2)
places = st.integers(min_value=0, max_value=4)


@given(numbers, places)
def test_the_true_figure_lies_in_the_interval_of_its_rounding(true: Decimal, digits: int) -> None:
    shown = round(true, digits)
    assert true in strict(figure("x", "trade", f"{shown:f}", value=shown)) or not shown


@given(numbers, numbers, st.integers(min_value=1, max_value=3))
def test_the_true_growth_lies_in_the_growth_of_the_roundings(level: Decimal, base: Decimal, digits: int) -> None:
    shown = [figure("x", "trade", f"{round(n, digits):f}", value=round(n, digits)) for n in (level, base)]
    if all(c.value for c in shown):
        span = growth(strict(shown[0]), strict(shown[1]))
        slack = Decimal("0.0001")
        assert span.low - slack <= (level / base - 1) * 100 <= span.high + slack


@given(numbers, numbers)
def test_meeting_is_mutual_and_equal_figures_meet(one: Decimal, other: Decimal) -> None:
    a, b = (strict(figure("x", "trade", f"{n:f}", value=n)) for n in (one, other))
    assert a.meets(b) == b.meets(a)
    assert a.meets(a)
