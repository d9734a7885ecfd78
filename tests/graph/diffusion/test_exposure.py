"""Neighbours at adoption, stages of the centre, pairs, unit-years, citations: by hand."""

from __future__ import annotations

from cemai.graph.diffusion.citations import Citation, network, why_not_inferred
from cemai.graph.diffusion.events import Adoption, Unit
from cemai.graph.diffusion.exposure import Exposure, batch_peers, exposure_of, province_peers, stage_of, stage_shares
from cemai.graph.diffusion.history import dyads, unit_years
from cemai.graph.diffusion.study import nationwide

from tests.graph.diffusion.making import adoption, at_risk, day, event

UNITS = [Unit("a", "甲", province="x", batch=1), Unit("b", "乙", province="x", batch=2),
         Unit("c", "丙", province="x", batch=2), Unit("d", "丁", province="y", batch=2), Unit("e", "戊"),
         Unit("k", "关", kind="district", province="x")]  # fmt: skip


def test_exposure_by_hand() -> None:
    made = [
        adoption("a", "2019-01-01"),
        adoption("b", "2020-07-01"),
        adoption("c", "2020"),
        adoption("d", "2020-07-01"),
    ]
    b = made[1]
    assert province_peers(UNITS[1], UNITS) == ["a", "b", "c"]
    assert exposure_of(b, made, ["a", "b", "c"]) == Exposure(peers=2, before=1, possible=2), "c may have come before"
    assert exposure_of(b, made, batch_peers(UNITS[1], UNITS)) == Exposure(peers=2, before=0, possible=1)
    assert exposure_of(adoption("b"), made, ["a"]) is None
    assert province_peers(UNITS[4], UNITS) == batch_peers(UNITS[4], UNITS) == []


def test_stage_of_the_centre() -> None:
    central = [event("cn", "2014-08-01", stage="pilot"), event("cn", "2021-03-18", stage="nationwide")]

    def at(when: str | None, stage: str | None = None) -> tuple[str | None, str | None]:
        e = event("a", when, stage=stage)
        return stage_of(Adoption("a", "p", "any", e.begin, e.end, (e,)), central)

    assert at("2013-05-01") == ("none", "act in force")
    assert at("2014-08-01") == ("pilot", "act in force")
    assert at("2022") == ("nationwide", "act in force")
    assert at("2022", "encouraged") == ("encouraged", "stated")
    assert at(None) == (None, None), "without a day the stage of that day is not known"
    assert stage_shares(["pilot", "pilot", "none", "pilot"]) == {"pilot": (3, 75.0), "none": (1, 25.0)}


def test_an_opening_nationwide_closes_the_risk_set() -> None:
    act = event("cn", "2021-06-22", role="madeEligible", stage="nationwide")
    opened, did = [adoption("a", "2020-07-01")], [Adoption("a", "p", "any", day("2020-07-01"), day("2020-07-01"),
                                                           (event("a", "2020-07-01", role="adopted"),))]  # fmt: skip
    assert nationwide(opened, [act], day("2020-07-01")) == act
    assert nationwide(did, [act], day("2020-07-01")) is None, "what is open to all is not yet done by all"
    assert nationwide(opened, [event("cn", "2021-06-22", role="mandated", stage="nationwide")], act.begin) is None


def test_dyads() -> None:
    made = [adoption("a", "2019-01-01"), adoption("b", "2020-07-01"), adoption("c", "2020"), adoption("u")]
    found = [(d.follower.unit, d.leader.unit, d.order, d.days_min, d.days_max) for d in dyads(made)]
    assert found == [
        ("b", "a", "after", 547, 547), ("c", "a", "after", 365, 730), ("b", "c", "undecided", 0, 183),
    ]  # fmt: skip


def test_unit_years() -> None:
    made = [adoption("a", "2020-07-01"), adoption("b", "2019-05/2020-02"), adoption("u"), adoption("w", "2017-01-01")]
    risk = [at_risk("a"), at_risk("b"), at_risk("n", "2019-06-01"), at_risk("u"), at_risk("w")]
    rows = [(y.unit, y.year, y.since, y.event, y.possible) for y in
            unit_years(made, risk, day("2018-01-01"), day("2020-12-31"))]  # fmt: skip
    assert rows == [
        ("a", 2018, 0, 0, 0), ("a", 2019, 1, 0, 0), ("a", 2020, 2, 1, 1),
        ("b", 2018, 0, 0, 0), ("b", 2019, 1, 0, 1), ("b", 2020, 2, 1, 1),
        ("n", 2019, 0, 0, 0), ("n", 2020, 1, 0, 0),
    ]  # fmt: skip


def test_citations_as_a_network() -> None:
    made = [Citation("1", "a", "b", "cites"), Citation("2", "a", "b", "follows"), Citation("3", "c", "b", "cites"),
            Citation("4", "x", "y", "cites")]  # fmt: skip
    found = network(made)
    assert (found.papers, found.ties, found.components) == (5, 3, 2)


def test_no_network_is_inferred_and_why() -> None:
    made = {"p": [adoption(u, "2019-01-01") for u in "abcde"], "q": [adoption("a", "2020")]}
    words = why_not_inferred(made)
    few = {"p": [adoption(u, "2019-01-01") for u in "abcd"] + [adoption("e")]}
    assert "0 of 1 innovations" in why_not_inferred(few), "four with a date are too few"
    assert "1 of 2 innovations" in words and "5 adoptions fall on 1 different days" in words
