"""First adoptions from claims: designation apart, several dates of one act, spans, reports, ranks."""

from __future__ import annotations

from datetime import date

import pytest
from cemai.graph.diffusion.events import DESIGNATED, ROLES, Event, adoptions, best_ranked, start_of
from cemai.graph.diffusion.risk import zones

from tests.graph.diffusion.making import day, event

Bounds = tuple[str, str] | None


def first(*events: Event, start: date | None = None) -> Bounds:
    """The bounds of the one adopter's first adoption."""
    (found,) = adoptions(events, start=start)
    return (str(found.earliest), str(found.latest)) if found.earliest else None


@pytest.mark.parametrize(
    ("events", "bounds"),
    [
        ([event("a", "2020-07-01"), event("a", "2019-01-01")], ("2019-01-01", "2019-01-01")),
        ([event("a", "2020")], ("2020-01-01", "2020-12-31")),
        ([event("a", "2020"), event("a", "2020-07-01")], ("2020-07-01", "2020-07-01")),
        ([event("a", "2020"), event("a", "2020-12")], ("2020-12-01", "2020-12-31")),
        ([event("a", "2020"), event("a", "2020-01")], ("2020-01-01", "2020-01-31")),
        ([event("a", "2020"), event("a", "2019-11/2020-02")], ("2019-11-01", "2020-02-29")),
        ([event("a"), event("a", "2020-07")], ("2020-07-01", "2020-07-31")),
        ([event("a")], None),
    ],
    ids=[
        "the earlier",
        "a year is a span",
        "the finer one",
        "its last month",
        "its first month",
        "overlap keeps the least bounds",
        "undated",
        "no date",
    ],
)
def test_bounds(events: list[Event], bounds: Bounds) -> None:
    assert first(*events) == bounds


def test_the_days_of_one_act_are_one_event() -> None:
    days = [event("a", f"2016-01-{d}", date_kind=kind)
            for d, kind in (("06", "decided"), ("12", "signed"), ("15", "published"))]  # fmt: skip
    assert first(*days) == ("2016-01-12", "2016-01-12")
    assert first(days[0], days[2]) == ("2016-01-15", "2016-01-15")
    later = event("a", "2021-03-18", date_kind="effective")
    assert first(days[0], later) == ("2016-01-06", "2016-01-06"), "five years apart is not one act"


def test_days_of_two_quarters_are_two_acts() -> None:
    """Up to 92 days lie between the days of one act: signed in winter, published in spring."""
    early = event("a", "2016-01-01", date_kind="published")
    assert first(early, event("a", "2016-04-02", date_kind="signed")) == ("2016-04-02", "2016-04-02")
    assert first(early, event("a", "2016-04-03", date_kind="signed")) == ("2016-01-01", "2016-01-01")


def test_a_report_says_by_then() -> None:
    start = day("2014-08-01")
    report = event("a", "2016-12", date_kind="reported")
    assert first(report, start=start) == ("2014-08-01", "2016-12-31")
    assert first(report, event("a", "2019-01-01"), start=start) == ("2014-08-01", "2016-12-31")
    assert first(report, event("a", "2015-09", date_kind="started"), start=start) == ("2015-09-01", "2015-09-30")


def test_start_leaves_reports_out_where_it_can() -> None:
    report, act = event("a", "2012-01-01", date_kind="reported"), event("b", "2014-08-01")
    assert start_of([report, act]) == day("2014-08-01")
    assert start_of([report]) == day("2012-01-01")
    assert start_of([event("a")]) is None


def test_year_of_adoption() -> None:
    (one,) = adoptions([event("a", "2019-11/2020-02")])
    assert (one.year, one.exact_year) == (2020, False)
    (two,) = adoptions([event("a", "2020")])
    assert (two.year, two.exact_year) == (2020, True)


def test_a_designation_and_a_mandate_are_no_adoption() -> None:
    zone = event("a", "2015-03-07", role=DESIGNATED, policy="zone/a", date_kind="signed")
    told = event("a", "2017-10-26", role="mandated")
    assert adoptions([zone, told]) == []
    assert [s.unit for s in zones([zone]).spells] == ["a"], "it puts the place at risk, no more"
    assert [a.role for a in adoptions([told], ("mandated",))] == ["mandated"]
    assert DESIGNATED not in ROLES and "mandated" not in ROLES


def test_a_zone_ends() -> None:
    named = event("a", "2020-04-27", role=DESIGNATED, policy="zone/a", date_kind="signed", claim="n")
    ended = event("a", "2025-04-25", role=DESIGNATED, policy="zone/a", date_kind="ended", claim="e")
    (spell,) = zones([named, ended]).spells
    assert (str(spell.entry), str(spell.exit), spell.claims) == ("2020-04-27", "2025-04-25", ("n", "e"))
    assert spell.on(day("2025-04-24")) and not spell.on(day("2025-04-25"))


def test_only_best_ranked() -> None:
    kept = best_ranked([
        event("a", "2020", claim="normal"), event("a", "2021", claim="preferred", rank="preferred"),
        event("b", "2020", claim="alone"), event("c", "2020", claim="gone", rank="deprecated"),
    ])  # fmt: skip
    assert sorted(e.claim for e in kept) == ["alone", "preferred"]
