"""Value and caliber: two printed figures for one thing."""

from __future__ import annotations

from decimal import Decimal

from tests.queries.audit.making import figure, found, percent, told

VALUE, CALIBER = ("value-differs", "value", True), ("caliber-differs", "caliber", False)


def test_nearly_and_over_one_mark_in_one_source() -> None:
    claims = figure("x", "cbec-trade", "2000亿元", hedge="nearly"), figure("y", "cbec-trade", "2000亿元", hedge="over")
    assert told(*claims) == [VALUE]


def test_rounding_and_hedges_that_hold_together_are_no_finding() -> None:
    assert told(figure("x", "trade", "1.62万亿"), figure("y", "trade", "16152.6亿元")) == []
    assert (
        told(figure("x", "cbec-trade", "2600亿元", hedge="over"), figure("y", "cbec-trade", "2000亿元", hedge="over"))
        == []
    )
    assert (
        told(
            figure("x", "cost-saved", "1000万元", hedge="over"), figure("y", "cost-saved", "1000万元", hedge="at-least")
        )
        == []
    )


def test_truncation_is_not_rounding() -> None:
    (one,) = found(figure("x", "trade", "2.63万亿"), figure("y", "trade", "26356.84亿元"))
    assert (one.rule, one.disagreement, one.gap, one.gap_unit) == ("value-differs", True, Decimal("5684000000"), "CNY")
    assert one.relative == Decimal("0.22")
    assert "2.63万亿" in one.zh and "26356.84亿元" in one.en


def test_two_sources_without_caliber_are_not_comparable() -> None:
    assert told(figure("x", "cbec-trade", "300亿元"), figure("y", "cbec-trade", "500亿元", source="two")) == [CALIBER]


def test_one_known_caliber_makes_it_a_disagreement() -> None:
    known = {"caliber": "customs-platform"}
    claims = figure("x", "cbec-trade", "300亿元", **known), figure("y", "cbec-trade", "500亿元", source="two", **known)
    assert told(*claims) == [VALUE]


def test_two_calibers_of_one_source_are_not_comparable() -> None:
    claims = figure("x", "cbec-trade", "300亿元", caliber="customs-platform"), figure("y", "cbec-trade", "500亿元")
    assert told(*claims) == [CALIBER]


def test_what_differs_in_period_modality_unit_or_place_is_never_compared() -> None:
    base = figure("x", "students", "300万", unit="student")
    others = [{"period": "2022"}, {"modality": "target"}, {"subject": "place/b"}, {"unit": "person"}]
    for i, other in enumerate(others):
        assert told(base, figure(f"y{i}", "students", "500万", **({"unit": "student"} | other))) == []


def test_a_large_group_gives_the_two_that_lie_farthest_apart() -> None:
    (one,) = found(*(figure(f"k{n}", "members", f"{n}家", unit="institution") for n in (7, 3, 9, 5)))
    assert one.claims == ("one/t/k3", "one/t/k9")


def test_yuan_and_dollars_at_no_rate_of_exchange() -> None:
    dollars = {"unit": "USD", "source": "two"}
    assert told(figure("x", "cbec-import", "5300亿元"), figure("y", "cbec-import", "170.9亿美元", **dollars)) == [
        ("currency", "caliber", False)
    ]
    assert told(figure("x", "cbec-import", "1100亿元"), figure("y", "cbec-import", "170.9亿美元", **dollars)) == []


def test_a_quarter_far_below_the_year_is_of_another_caliber() -> None:
    year = figure("x", "cbec-trade", "850亿元", hedge="over")
    assert told(year, figure("y", "cbec-trade", "64.5亿元", period="2024-Q1")) == [("part-of-year", "caliber", False)]
    assert told(year, figure("y", "cbec-trade", "230亿元", period="2024-Q1")) == []


def test_a_forecast_that_lets_the_rest_of_the_year_fall() -> None:
    """1.48/1.152 = 1.285 of 1.84 leaves 0.555 for the last quarter; below 2 - 1.475 = 0.525 the rest must fall."""
    claims = (
        figure("f", "cbec-export", "2万亿元", hedge="nearly", modality="forecast", period="2024"),
        figure("p", "cbec-export", "1.48万亿元", period="2024-01/2024-09"),
        percent("g", "cbec-export", "15.2%", period="2024-01/2024-09"),
        figure("b", "cbec-export", "1.84万亿元"),
    )
    assert told(*claims) == [("forecast-below-pace", "arithmetic", False)]


def test_a_jump_of_cumulative_growth() -> None:
    """13.3% over two months and 0.6% over three ask for (0.6*3 - 13.3*2) = -24.8% in March."""
    series = (
        percent("x", "trade", "13.3%", period="2022-01/2022-02"),
        percent("y", "trade", "0.6%", period="2022-01/2022-03"),
    )
    (one,) = found(*series)
    assert (one.rule, one.disagreement) == ("growth-jump", False) and "-24.8%" in one.zh
    assert told(series[0], percent("y", "trade", "12.1%", period="2022-01/2022-03")) == []


def test_cities_of_several_calibers_side_by_side() -> None:
    claims = (
        figure("x", "cbec-trade", "124.7亿元", caliber="customs-platform"),
        figure("y", "cbec-trade", "850亿元", subject="place/b"),
    )
    assert told(*claims) == [("cities-by-caliber", "caliber", False)]


def test_transactions_beside_trade() -> None:
    claims = figure("x", "cbec-transactions", "1253亿元"), figure("y", "cbec-trade", "850亿元", subject="place/b")
    assert told(*claims) == [("cities-by-indicator", "scope", False)]
