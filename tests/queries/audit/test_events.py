"""Dates, totals, counts against lists, names and scope."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from cemai.graph.model.statement import Claim

from tests.queries.audit.making import audited, dated, figure, named, verdicts


def zone(key: str, place: str, day: str, kind: str, source: str, batch: int = 1, **more: Any) -> Claim:
    return dated(key, "designated", f"zone/{place}", day, kind, subject=f"place/{place}", source=source, batch=batch,
                 **{"kind": "Designation"} | more)  # fmt: skip


def test_kinds_of_date_are_reported_once_for_a_batch_and_are_no_disagreement() -> None:
    zones = [zone(f"{s}{p}", p, d, k, s) for p in "ab" for s, d, k in
             (("one", "2016-01-15", "published"), ("two", "2016-01-12", "signed"))]  # fmt: skip
    (one,) = audited(*zones)
    assert (one.rule, one.klass, one.disagreement, len(one.claims)) == ("date-kinds", "date-kind", False, 4)
    assert (one.gap, one.gap_unit) == (Decimal(3), "day")


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("2016-01-12", []), ("2016", []), ("2016-01", []), ("2016-01-14", [("date-differs", "value", True)])],
)
def test_days_of_one_kind(day: str, verdict: list[tuple[str, str, bool]]) -> None:
    """A year or month that holds the day says nothing else."""
    assert verdicts(zone("x", "a", "2016-01-12", "signed", "one"), zone("y", "a", day, "signed", "two")) == verdict


def test_two_tests_of_one_practice_in_one_source_are_two_events() -> None:
    tests = [dated(d, "piloted", "innovation/mode", d, "started", kind="Adoption") for d in ("2015-07", "2016-05")]
    assert verdicts(*tests) == []


def test_an_end_is_another_event() -> None:
    assert verdicts(zone("x", "a", "2016-01-12", "signed", "one"), zone("y", "a", "2025-04-25", "ended", "two")) == []


def count(key: str, indicator: str, printed: str, **more: Any) -> Claim:
    return figure(key, indicator, printed, **{"subject": "place/cn", "unit": "zone"} | more)


def test_a_total_that_was_overtaken_is_stale() -> None:
    old = count("x", "pilot-zones", "105个", period="2015/2024-06")
    new = count("y", "pilot-zones", "165个", period="2022-11-14", source="two")
    (one,) = audited(old, new)
    assert (one.rule, one.klass, one.disagreement, one.gap) == ("stale-total", "stale-total", True, Decimal(60))
    assert one.claims == ("one/t/x", "two/t/y")


def test_totals_of_different_days_are_no_disagreement() -> None:
    claims = (
        count("x", "pilot-zones", "132个", period="2022-06"),
        count("y", "pilot-zones", "165个", period=None, source="two"),
    )
    assert verdicts(*claims) == [("totals-by-day", "stale-total", False)]


def test_one_total_under_two_names() -> None:
    """Cities with a zone and zones are one running total."""
    cities = count("x", "pilot-zone-cities", "132个", period="2022-06")
    zones = count("y", "pilot-zones", "165个", period="2022-11-14", source="two")
    assert verdicts(cities, zones) == [("totals-by-day", "stale-total", False)]
    assert verdicts(count("x", "parcels", "132个", period="2022-06"), zones) == []


@pytest.mark.parametrize(("printed", "verdict"), [("2个", []), ("3个", [("count-designations", "arithmetic", True)])])
def test_zones_of_a_province_against_the_designations(printed: str, verdict: list[tuple[str, str, bool]]) -> None:
    """A and B lie in province P, C in Q; the zone of C is not counted."""
    zones = [zone(p, p, "2016-01-12", "signed", "one") for p in "abc"]
    assert verdicts(*zones, count("n", "pilot-zones", printed, subject="place/p", period="2024-06")) == verdict


def test_a_zone_that_ended_counts_no_more() -> None:
    zones = [zone(p, p, "2016-01-12", "signed", "one") for p in "ab"]
    ended = zone("end", "b", "2020-01-01", "ended", "one")
    assert verdicts(*zones, ended, count("n", "pilot-zones", "1个", subject="place/p", period="2024-06")) == []


@pytest.mark.parametrize(
    ("period", "printed", "found"),
    [("2022-11", "2个", []), ("2022-11", "3个", ["count-designations"]), ("2022-12", "3个", ["count-designations"]),
     ("2022-12", "2个", []), ("2023-01", "3个", []), ("2022-10", "3个", ["count-designations"]), ("2022-09", "3个", []),
     ("2016/2022", "3个", [])],
)  # fmt: skip
def test_zones_added_in_a_period_give_or_take_a_month(period: str, printed: str, found: list[str]) -> None:
    """A and B were signed on 2022-11-14, C years before; news came weeks later. Two batches leave nothing to say."""
    zones = [zone(p, p, "2022-11-14", "signed", "one", batch=7) for p in "ab"]
    known = [*zones, zone("c", "c", "2016-01-12", "signed", "one", batch=2)]
    assert [f.rule for f in audited(*known, count("n", "pilot-zones-added", printed, period=period))] == found


def test_zones_added_in_a_province_are_not_judged() -> None:
    """Only the nation's are told batch by batch."""
    known = [zone(p, p, "2022-11-14", "signed", "one", batch=7) for p in "ab"]
    assert verdicts(*known, count("n", "pilot-zones-added", "3个", period="2022-11", subject="place/p")) == []


def test_provinces_that_have_a_zone() -> None:
    """A and B lie in P, C in Q: three zones in two provinces."""
    known = [zone(p, p, "2016-01-12", "signed", "one") for p in "abc"]
    for printed, found in (("2个", []), ("3个", [("count-designations", "arithmetic", True)])):
        assert verdicts(*known, count("n", "pilot-zone-provinces", printed, period="2024-06")) == found


def test_provinces_above_a_bound_once_all_are_known() -> None:
    """P traded 1.2 trillion and Q just one: one is above. With a third province unknown nothing is said."""
    trade = [figure(k, "trade", v, subject=f"place/{k}") for k, v in (("p", "1.2万亿元"), ("q", "1万亿元"))]
    claims = [*trade, count("n", "provinces-trade-over-trillion", "2个", unit="item", period="2023")]
    found = audited(*claims, complete_sets={"Province": 2})
    assert [(f.rule, f.disagreement, f.claims) for f in found] == [
        ("count-figures", True, ("one/t/n", "one/t/p")),
    ]
    assert verdicts(*claims, complete_sets={"Province": 3}) == []


def test_a_number_of_zones_with_a_number_of_batches() -> None:
    zones = [
        zone(p, p, d, "signed", "one", batch=n)
        for p, d, n in (("a", "2015-03-07", 1), ("b", "2016-01-12", 2), ("c", "2018-07-24", 3))
    ]
    batches = count("n", "pilot-zone-batches", "2批", unit="item", period="2015/2024-06")
    findings = audited(*zones, count("z", "pilot-zones", "3个", period="2015/2024-06"), batches)
    assert {f.rule for f in findings} == {"zones-of-batches", "count-designations"}
    assert "前3批之和" in next(f.sentence.zh for f in findings if f.rule == "zones-of-batches")


def test_times_in_the_first_tier() -> None:
    years = [
        dated(f"e{y}", "evaluated", f"round/r{y}", None, None, kind="Evaluation", year=y, tier="tier-1")
        for y in (2021, 2023)
    ]
    for printed, verdict in (("两次", []), ("三次", [("count-evaluations", "arithmetic", True)])):
        times = figure("n", "evaluation-first-tier", printed, unit="event", period="2021/2023")
        assert verdicts(*years, times) == verdict


def test_a_code_that_is_older_than_its_report() -> None:
    use = dated("u", "piloted", "innovation/mode", "2020-07-01", "effective", kind="Adoption")
    claim = count("n", "supervision-codes-added", "1个", unit="item", period="2021")
    (one,) = audited(use, claim)
    assert (one.rule, one.disagreement) == ("count-modes-added", True) and "2020-07-01" in one.sentence.zh
    assert verdicts(use, count("n", "supervision-codes-added", "1个", unit="item", period="2020")) == []


def test_a_list_in_words_may_leave_items_out() -> None:
    words = Claim(
        id="one/t/w",
        kind="Relation",
        dataset="one",
        key="w",
        subject="place/a",
        predicate="produces",
        text="服务：甲、乙、丙",
    )
    for printed, verdict in (("3个", []), ("4个", [("count-listed-words", "arithmetic", False)]),
                             ("2个", [("count-listed-words", "arithmetic", True)])):  # fmt: skip
        assert verdicts(words, figure("n", "service-categories", printed, unit="item", period=None)) == verdict


def test_a_framework_that_names_its_number() -> None:
    parts = [Claim(id=f"one/t/{i}", kind="Relation", dataset="one", key=str(i), subject="innovation/frame",
                   predicate="hasPart", object=f"innovation/part{i}") for i in range(8)]  # fmt: skip
    frame = named("innovation/frame", "六体系两平台")
    assert verdicts(*parts, more=[frame]) == []
    assert verdicts(*parts[:2], more=[frame]) == [("named-parts", "arithmetic", False)]


def test_names_are_found_by_the_hash_of_their_passage() -> None:
    policy = named("policy/x", "行动计划", "行动方案", "计划")
    issued = [
        dated(f"k{i}", "issued", "policy/x", None, None, words=[w])
        for i, w in enumerate(("行动计划", "行动方案", "计划"))
    ]
    (one,) = audited(*issued, more=[policy])
    assert (one.rule, one.klass, one.disagreement) == ("name-variant", "name-variant", False)
    assert "“行动计划”" in one.sentence.zh and "“行动方案”" in one.sentence.zh and "“计划”" not in one.sentence.zh, (
        "a short form is no variant"
    )


def test_the_label_of_a_tier() -> None:
    reached = dated("e", "evaluated", "round/r", None, None, kind="Evaluation", year=2021, tier="tier-1")
    for text, verdict in (("成效显著", [("tier-label", "name-variant", False)]), ("成效明显", []), ("贸易强市", [])):
        label = Claim(
            id="one/t/l",
            kind="Relation",
            dataset="one",
            key="l",
            subject="place/a",
            predicate="recognisedAs",
            text=text,
        )
        assert verdicts(reached, label) == verdict


def test_one_number_for_two_things() -> None:
    claims = (
        figure("x", "cbec-financed-firms", "24家", unit="enterprise"),
        figure("y", "cbec-financing-deals", "24起", unit="event"),
    )
    assert verdicts(*claims) == [("counted-as", "scope", False)]


def test_the_first_one_and_the_first_batch() -> None:
    first = dated("x", "designated", "programme/p", "2009", "started", kind="Designation")
    batch = dated(
        "y", "designated", "programme/p", "2011-11", "decided", kind="Designation", subject="place/b", batch=1
    )
    assert verdicts(first, batch) == [("first-and-first-batch", "scope", False)]


def test_two_originators() -> None:
    claims = [dated(p, "originated", "innovation/mode", None, None, kind="Adoption", subject=f"place/{p}", source=s)
              for p, s in (("a", "one"), ("b", "two"))]  # fmt: skip
    assert verdicts(*claims) == [("originators", "value", True)]
