"""Figures that stand side by side: other periods, other wholes, other ways to count. None is a disagreement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cemai.graph.model.locators import sha256
from cemai.graph.model.statement import Claim, Evidence, Span

from tests.queries.audit.making import audited, dated, figure, percent, verdicts


def at(claim: Claim, start: int, period: str | None = None) -> Claim:
    """The claim with its value at a place of its source, and the words of its period."""
    where = claim.evidence[0].source
    value = Span("value", where, start, start + 2, sha256("v"))
    return replace(claim, evidence=(Evidence(1, where, (value,)),), period_printed=period)


def shares(words: str | None, start: int = 40, half: str = "45.3%") -> list[Claim]:
    """四成 of 2023 at 10, a share of a half year at `start`."""
    whole = {"measure": "share", "share_of": "indicator/cbec-trade"}
    return [at(percent("x", "cbec-trade", "四成", value="40", hedge="about", **whole), 10, "2023年"),
            at(percent("y", "cbec-trade", half, period="2024-H1", **whole), start, words)]  # fmt: skip


@pytest.mark.parametrize("words", ["上半年", "前三季度", "前6个月", "1-6月"])
def test_a_share_of_a_year_beside_one_of_a_part_without_a_year(words: str) -> None:
    assert verdicts(*shares(words)) == [("share-of-year-and-part", "caliber", False)]


@pytest.mark.parametrize(
    "claims",
    [shares("2024年上半年"), shares("去年上半年"), shares("上半年", start=900), shares("上半年", half="41%"),
     shares(None)],
)  # fmt: skip
def test_near_misses_of_a_share_of_a_year_and_a_part(claims: list[Claim]) -> None:
    """The half year stands with its year; in another sentence; with nearly the same share; its words are not kept."""
    assert verdicts(*claims) == []


def test_shares_of_two_wholes() -> None:
    """An export of exports in a quarter and trade of all trade in the year."""
    one = percent("x", "cbec-export", "4.6%", "share", period="2022-Q1", share_of="indicator/export", source="two")
    other = percent("y", "cbec-trade", "4.9%", "share", period="2022", share_of="indicator/trade")
    assert verdicts(one, other) == [("near-shares", "scope", False)]
    later = percent("y", "cbec-trade", "4.9%", "share", period="2023", share_of="indicator/trade")
    assert verdicts(one, later) == [], "another year"


def test_two_shares_of_the_same_digits() -> None:
    deals = percent("x", "cbec-service-financing-deals", "65%", "share", share_of="indicator/cbec-financing-deals")
    for printed, verdict in (("65.50%", [("said-alike", "scope", False)]), ("65.60%", []), ("34.5%", [])):
        other = percent("y", "cbec-other-financing", printed, "share", share_of="indicator/cbec-financing")
        assert verdicts(deals, other) == verdict


def test_one_number_of_batches_over_two_spans() -> None:
    batch = {"subject": "place/cn", "unit": "item"}
    one = figure("x", "pilot-zone-batches", "6批", period="2015/2022-06", **batch)
    other = figure("y", "pilot-zone-batches", "六个", value="6", period="2016/2022", source="two", **batch)
    assert ("same-number", "scope", False) in verdicts(one, other)
    same = figure("y", "pilot-zone-batches", "六个", value="6", period="2015/2022-06", source="two", **batch)
    assert verdicts(one, same) == []


def test_places_each_told_for_a_period_of_its_own() -> None:
    firms = {"unit": "enterprise"}
    claims = [figure("n", "active-trade-firms", "50万家", subject="place/cn", period="2022-H1", **firms),
              figure("p", "active-trade-firms", "10万家", subject="place/p", period="2021-01/2021-10", **firms),
              figure("c", "active-trade-firms", "2万家", period="2020", **firms)]  # fmt: skip
    assert verdicts(*claims) == [("places-by-period", "scope", False)]
    assert verdicts(*claims[:2]) == [], "two places make no table"
    again = figure("c2", "active-trade-firms", "2万家", period="2022-H1", **firms)
    assert verdicts(*claims, again) == [], "one of them has the period of another"


def test_an_association_that_reaches_more_than_the_nation_has() -> None:
    whole = figure("n", "cbec-firms", "3.39万家", subject="place/cn", unit="enterprise", period="2023-12")
    for printed, subject, verdict in (("4万家", "org/club", [("reach-above-nation", "caliber", False)]),
                                      ("3万家", "org/club", []), ("4万家", "org/office", [])):  # fmt: skip
        served = figure("s", "firms-served", printed, subject=subject, unit="enterprise", period=None)
        assert verdicts(whole, served) == verdict


def test_the_first_city_and_one_with_more_elsewhere() -> None:
    firms = {"unit": "enterprise", "period": "2021"}
    rank = figure(
        "r", "cbec-firms", "第一", value="1", measure="rank", rank_scope="全国各城市", unit="item", period="2021"
    )
    own = figure("o", "cbec-firms", "3300家", **firms)
    more = {"subject": "place/c", "unit": "enterprise", "period": "2023"}
    other = figure("m", "cbec-firms", "63436家", source="two", **more)
    assert ("first-but-others-more", "caliber", False) in verdicts(rank, own, other)
    assert verdicts(rank, own, figure("m", "cbec-firms", "3000家", source="two", **more)) == []


def test_a_zone_that_gathers_more_than_the_place_around_it() -> None:
    within = dated("w", "within", "place/a", None, None, subject="special-zone/z")
    place = figure("p", "cbec-firms", "100余家", value="100", hedge="over", unit="enterprise", period=None)
    for printed, verdict in (("1500家", [("zone-above-its-place", "scope", False)]), ("80家", [])):
        zone = figure("z", "merchants-served", printed, subject="special-zone/z", unit="seller", period=None)
        assert verdicts(within, place, zone) == verdict
        assert verdicts(place, zone) == [], "where the zone lies is not known"


def test_a_capacity_and_what_was_done() -> None:
    """3 million a day are 78 times 14 million a year; 50 thousand a day are 1.3 times."""
    year = figure("y", "parcels", "1400万单", unit="order")
    for printed, verdict in (("300万单", [("capacity-and-actual", "scope", False)]), ("5万单", [])):
        assert verdicts(year, figure("c", "clearance-capacity", printed, unit="order", period=None)) == verdict


def test_a_yearly_multiple_against_the_whole() -> None:
    """Doubling three times makes 8, not 12; 12 fits only because of 以上."""
    whole = figure("w", "cbec-trade", "12倍", measure="multiple", unit="times", period="2026", base_period="2023")
    yearly = {"measure": "multiple", "unit": "times", "period": "2024/2026"}
    open_ = figure("y", "cbec-trade", "2倍", hedge="at-least", **yearly)
    assert verdicts(whole, open_) == [("multiple-compound", "arithmetic", False)]
    assert verdicts(whole, figure("y", "cbec-trade", "2.00倍", **yearly)) == [("multiple-compound", "arithmetic", True)]
    assert verdicts(whole, figure("y", "cbec-trade", "2.29倍", **yearly)) == [], "2.29 cubed is 12.0"
    assert verdicts(whole, figure("y", "cbec-trade", "2倍", **yearly | {"period": "2024/2025"})) == [], "other years"


def points(printed: str, share: str) -> list[Claim]:
    """A growth in percent with the levels 4574 on 2983 (53.3 %) and the shares of the two years."""
    more = {"share_of": "indicator/revenue"}
    return [percent("g", "revenue-offline", printed, hedge="nearly"),
            figure("n", "revenue-offline", "4574亿元"), figure("b", "revenue-offline", "2983亿元", period="2022"),
            percent("s", "revenue-offline", share, "share", **more),
            percent("t", "revenue-offline", "31.90%", "share", period="2022", **more)]  # fmt: skip


def test_percent_written_for_points() -> None:
    (one,) = audited(*points("5%", "36.38%"))
    assert (one.rule, one.disagreement) == ("percent-for-points", True) and "升4.48个百分点" in one.sentence.zh
    assert verdicts(*points("5%", "46.38%")) == [("growth", "arithmetic", True)], "the share rose by 14 points"
    assert verdicts(*points("55%", "36.38%")) == [], "it is the growth"


def test_points_written_as_percent_beside_the_growth_are_reported_once() -> None:
    """5 and 53.3 percent exclude each other; which of the two is meant for points says it all."""
    real = percent("r", "revenue-offline", "53.3%")
    assert verdicts(*points("5%", "36.38%"), real) == [("percent-for-points", "arithmetic", True)]


def test_parts_that_need_not_be_all() -> None:
    parks = {"unit": "park"}
    parts = [figure("p", "cbec-provincial-parks", "11个", **parks), figure("b", "cbec-brand-bases", "12个", **parks)]
    assert verdicts(figure("w", "cbec-parks", "32个", **parks), *parts) == [("sum", "arithmetic", False)]
    assert verdicts(figure("w", "cbec-parks", "23个", **parks), *parts) == []
