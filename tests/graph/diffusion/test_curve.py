"""The curve, the times to 10, 50 and 90 %, durations and Kaplan-Meier, all against answers by hand."""

from __future__ import annotations

import pytest
from cemai.graph.diffusion.curve import curve, times
from cemai.graph.diffusion.survival import EARLIEST, LATEST, Durations, durations, kaplan_meier

from tests.graph.diffusion.making import adoption, at_risk, day

START, UNTIL = day("2020-01-01"), day("2020-12-31")


def test_counts_and_shares() -> None:
    """c joins the risk set in June, d leaves it in July; x adopts but is never at risk; u is undated."""
    made = [adoption("a", "2020-03-01"), adoption("c", "2020-02-01"), adoption("x", "2020-01-15"), adoption("u")]
    risk = [at_risk("a"), at_risk("b"), at_risk("c", "2020-06-01"), at_risk("d", "0001-01-01", "2020-07-01"),
            at_risk("u")]  # fmt: skip
    points = {str(p.day): (p.certain, p.at_risk, p.certain_at_risk) for p in curve(made, risk, START, UNTIL)}
    assert points == {
        "2020-01-01": (0, 4, 0), "2020-01-15": (1, 4, 0), "2020-02-01": (2, 4, 0), "2020-03-01": (3, 4, 1),
        "2020-06-01": (3, 5, 2), "2020-07-01": (3, 4, 2), "2020-12-31": (3, 4, 2),
    }  # fmt: skip
    assert times(curve(made, risk, START, UNTIL)) == {
        10: (day("2020-03-01"), day("2020-03-01")), 50: (day("2020-07-01"), day("2020-07-01")), 90: (None, None),
    }  # fmt: skip


def test_a_year_gives_two_curves() -> None:
    made = [adoption("a", "2020"), adoption("b", "2020-07-01")]
    points = curve(made, [at_risk("a"), at_risk("b")], START, UNTIL)
    assert [(str(p.day), p.certain, p.possible) for p in points] == [
        ("2020-01-01", 0, 1), ("2020-07-01", 1, 2), ("2020-12-31", 2, 2),
    ]  # fmt: skip
    assert times(points)[50] == (day("2020-01-01"), day("2020-07-01"))
    assert times(points)[90] == (day("2020-07-01"), day("2020-12-31"))


def test_nobody_at_risk_has_no_share() -> None:
    (first, last) = curve([adoption("a", "2020-01-01")], [], START, UNTIL)
    assert first.share_certain is None and last.share_possible is None and last.certain == 1


def test_durations_and_censoring() -> None:
    made = [adoption("a", "2020-01-11"), adoption("b", "2020-05-01"), adoption("e"), adoption("g", "2020"),
            adoption("h", "2021-02-01")]  # fmt: skip
    risk = [
        at_risk("a"),  # 10 days
        at_risk("b", "2020-06-01"),  # had adopted before it was at risk
        at_risk("c", "2020-06-01", "2020-07-01"),  # left: censored on 30 June, after 29 days
        at_risk("d"),  # censored at the data's end: 365 days of a leap year
        at_risk("e"),  # adopted, nobody says when
        at_risk("f", "2021-01-01"),  # comes after the data's end
        at_risk("g"),  # some day of 2020: 0 or 365 days
        at_risk("h"),  # adopted after the data's end: censored
    ]
    late = durations(made, risk, START, UNTIL)
    assert (late.events, late.censored, late.before, late.undated) == ((10, 365), (29, 365, 365), 1, 1)
    early = durations(made, risk, START, UNTIL, EARLIEST)
    assert (early.events, early.censored) == ((0, 10), (29, 365, 365))


def test_kaplan_meier_by_hand() -> None:
    """S(5) = 1 - 2/5; S(10) = 0.6 (1 - 1/2). Greenwood at 5: 0.36 * 2/(5*3) = 0.048, so 0.6 - 1.96 * 0.219."""
    steps = kaplan_meier(Durations(LATEST, (5, 5, 10), (7, 20), 0, 0))
    assert [(s.day, s.at_risk, s.events) for s in steps] == [(5, 5, 2), (10, 2, 1)]
    assert [s.survival for s in steps] == pytest.approx([0.6, 0.3])
    assert steps[0].low == pytest.approx(0.170593, abs=1e-5) and steps[0].high == pytest.approx(1.0)


def test_kaplan_meier_to_the_end_and_without_events() -> None:
    steps = kaplan_meier(Durations(LATEST, (3, 8), (), 0, 0))
    assert [s.survival for s in steps] == [0.5, 0.0]
    assert kaplan_meier(Durations(LATEST, (), (5, 9), 0, 0)) == []
