"""Growth, multiples, shares, sums, ranks and differences, each with an answer computed by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from cemai.graph.model.statement import Claim

from tests.queries.audit.making import audited, figure, percent, verdicts


def growth(printed: str, now: str = "2.37万亿元", base: str = "2.1万亿元") -> list[Claim]:
    """A growth of 2023 with both levels."""
    return [percent("g", "cbec-trade", printed), figure("n", "cbec-trade", now),
            figure("b", "cbec-trade", base, period="2022")]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [("12.9%", []), ("15.3%", [("growth", "arithmetic", False)]), ("10.0%", [("growth", "arithmetic", False)]),
     ("16.5%", [("growth", "arithmetic", True)]), ("9.5%", [("growth", "arithmetic", True)])],
)  # fmt: skip
def test_growth_within_the_rounding_of_its_levels(printed: str, verdict: list[tuple[str, str, bool]]) -> None:
    """2.37/2.1 is 12.86%; 2.365/2.15 and 2.375/2.05 leave 10.0% to 15.85%."""
    assert verdicts(*growth(printed)) == verdict


def test_growth_of_exact_levels() -> None:
    """73,270.10 on 38,068.86 is 92.47%, not 93.47%."""
    levels = [figure("n", "revenue", "73,270.10", value="732701000"),
              figure("b", "revenue", "38,068.86", value="380688600", period="2022")]  # fmt: skip
    (one,) = audited(percent("g", "revenue", "93.47%"), *levels)
    assert (one.rule, one.disagreement, one.gap, one.gap_unit) == ("growth", True, Decimal(1), "percentage-point")
    assert verdicts(percent("g", "revenue", "92.47%"), *levels) == []


def test_growth_over_two_sources_without_caliber_is_not_comparable() -> None:
    claims = [c for c in growth("40%") if c.key != "b"]
    base = figure("b", "cbec-trade", "2.1万亿元", period="2022", source="two")
    assert verdicts(*claims, base) == [("growth", "caliber", False)]


def multiple(printed: str, now: str, base: str, **more: str) -> list[Claim]:
    """A multiple over the base year, the number of 2023 and that of 2022."""
    return [figure("m", "parcels", printed, measure="multiple", unit="times", base_period="2022"),
            figure("n", "parcels", now, unit="order"),
            figure("b", "parcels", base, unit="order", period="2022", **more)]  # fmt: skip


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [(multiple("3.3倍", "435单", "100单"), [("multiple-reading", "arithmetic", False)]),
     (multiple("4.4倍", "435单", "100单"), [("multiple-reading", "arithmetic", False)]),
     (multiple("9倍", "435单", "100单"), [("multiple", "arithmetic", True)]),
     (multiple("30倍", "63436单", "2000单", hedge="under"), [("multiple", "arithmetic", False)])],
)  # fmt: skip
def test_multiples_read_as_to_and_as_by(claims: list[Claim], verdict: list[tuple[str, str, bool]]) -> None:
    assert verdicts(*claims) == verdict


def test_a_target_multiple_is_held_against_the_target() -> None:
    claims = [figure("m", "cbec-trade", "12倍", measure="multiple", unit="times", modality="target", period="2026",
                     base_period="2023"), figure("t", "cbec-trade", "1500亿元", modality="target", period="2026"),
              figure("b", "cbec-trade", "124.7亿元")]  # fmt: skip
    (one,) = audited(*claims)
    assert (one.rule, one.disagreement) == ("multiple-reading", False)
    assert "12.03" in one.sentence.zh and "增至" in one.sentence.zh


def test_ten_times_in_five_years_against_the_growth_of_three() -> None:
    growths = [
        percent(y, "cbec-trade", p, period=y) for y, p in [("2019", "22.2%"), ("2020", "25.7%"), ("2021", "18.6%")]
    ]
    ten = figure("m", "cbec-trade", "10倍", measure="multiple", unit="times", period="2017/2021")
    assert verdicts(ten, *growths) == [("multiple-chain", "caliber", False)]


def share(printed: str, part: str, whole: str, **more: str) -> list[Claim]:
    """A share of city A in the exports of its province."""
    return [percent("s", "export", printed, "share", share_of="indicator/export", **more), figure("p", "export", part),
            figure("w", "export", whole, subject="place/p")]  # fmt: skip


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [(share("40%", "4085亿元", "16632.6亿元", hedge="about"), [("share", "arithmetic", True)]),
     (share("24.6%", "4085亿元", "16632.6亿元"), []), (share("35%", "37亿元", "100亿元", hedge="at-least"), []),
     (share("三分之一", "35.5亿元", "100亿元", value="33.33"), [("share", "arithmetic", False)])],
)  # fmt: skip
def test_a_share_of_the_province(claims: list[Claim], verdict: list[tuple[str, str, bool]]) -> None:
    assert verdicts(*claims) == verdict


def test_a_share_of_a_province_is_not_held_against_the_nation() -> None:
    claims = share("40%", "297亿元", "700亿元")[:2]
    assert verdicts(*claims, figure("w", "export", "2.37万亿元", subject="place/cn")) == []


def test_a_share_without_a_period_is_held_against_the_periods_of_its_source() -> None:
    claims = share("35%", "41亿元", "100亿元")
    undated = percent("s", "export", "35%", "share", share_of="indicator/export", period=None, hedge="about")
    assert verdicts(undated, *claims[1:]) == [("share", "arithmetic", True)]


def test_a_group_of_places_is_the_sum_of_its_members() -> None:
    parts = [figure(k, "trade", v, subject=f"place/{k}") for k, v in (("p", "30亿元"), ("q", "20亿元"))]
    whole = figure("w", "trade", "100亿元", subject="place/cn")
    member = [Claim(id=f"one/t/m{k}", kind="Relation", dataset="one", key=k, subject="place/group", predicate="hasPart",
                    object=f"place/{k}") for k in "pq"]  # fmt: skip
    for printed, verdict in (("50%", []), ("44.3%", [("share", "arithmetic", True)])):
        claim = percent("s", "trade", printed, "share", subject="place/group", share_of="indicator/trade")
        assert verdicts(claim, *parts, whole, *member) == verdict


def test_exports_and_imports_make_trade() -> None:
    parts = figure("e", "export", "9142.5亿元"), figure("i", "import", "7010.1亿元")
    assert verdicts(figure("t", "trade", "1.62万亿元"), *parts) == []
    assert verdicts(figure("t", "trade", "1.72万亿元"), *parts) == [("sum", "arithmetic", True)]


def test_a_remainder_that_only_rounding_explains_is_reported() -> None:
    parts = figure("e", "cbec-export", "1.53万亿元"), figure("i", "cbec-import", "5300亿元", hedge="about")
    assert verdicts(figure("t", "cbec-trade", "2.1万亿元"), *parts) == [("sum", "arithmetic", False)]


def test_parts_that_may_count_twice() -> None:
    parts = [figure(f"p{i}", f"policies-issued-{name}", f"{n}条", unit="item") for i, (name, n) in enumerate(
        zip(("clearance", "exhibition", "finance-fx", "market-expansion", "platform-services", "trade-statistics"),
            (2, 2, 1, 1, 2, 1), strict=True))]  # fmt: skip
    (one,) = audited(figure("w", "policies-issued", "7条", unit="item"), *parts)
    assert (one.rule, one.disagreement, one.gap) == ("sum", False, Decimal(2))


def test_shares_that_leave_nothing_out_make_a_hundred() -> None:
    names = ("none", "up-to-10", "11-20", "21-30", "31-40", "over-41")

    def shares(values: tuple[int, ...]) -> list[Claim]:
        return [percent(n, f"sellers-unsold-{n}", f"{v}%", "share") for n, v in zip(names, values, strict=True)]

    assert verdicts(*shares((8, 21, 26, 19, 13, 13))) == []
    assert verdicts(*shares((8, 21, 26, 19, 13, 23))) == [("shares-complete", "arithmetic", True)]


def test_a_part_above_its_whole() -> None:
    founders = figure("f", "founding-universities", "40余所", unit="institution", value=40, hedge="over", period=None)
    members = figure("m", "members", "19所", unit="institution", period=None)
    assert verdicts(founders, members) == [("part-exceeds-whole", "arithmetic", True)]


def test_a_city_above_its_province_in_another_year() -> None:
    firms = {"unit": "enterprise"}
    city = figure("c", "cbec-firms", "63436家", period="2023", **firms)
    assert verdicts(
        city, figure("p", "cbec-firms", "3836家", subject="place/p", period="2021-12", source="two", **firms)
    ) == [("place-above-its-whole", "caliber", False)]
    assert verdicts(city, figure("p", "cbec-firms", "3836家", subject="place/p", **firms)) == [
        ("place-above-its-whole", "arithmetic", True)
    ]


def test_ranks_against_the_values() -> None:
    values = [figure(k, "trade", v, subject=f"place/{k}") for k, v in (("p", "30亿元"), ("q", "20亿元"))]
    rank = {"measure": "rank", "unit": "rank-position", "rank_scope": "全国各省"}
    assert verdicts(*values, figure("r", "trade", "第2", subject="place/q", **rank)) == []
    assert verdicts(*values, figure("r", "trade", "第1", subject="place/q", **rank)) == [("rank", "arithmetic", True)]
    assert (
        verdicts(*values, figure("r", "trade", "第1", subject="place/q", **rank | {"rank_scope": "全国沿海各省"})) == []
    )


def test_a_rank_below_all_known_places_is_open_until_all_are_known() -> None:
    """P leads Q: rank 3 of Q is wrong where the two provinces are all, and possible where a third may lie between."""
    values = [figure(k, "trade", v, subject=f"place/{k}") for k, v in (("p", "30亿元"), ("q", "20亿元"))]
    rank = figure("r", "trade", "第3", subject="place/q", measure="rank", unit="rank-position", rank_scope="全国各省")
    assert verdicts(*values, rank, complete_sets={"Province": 2}) == [("rank", "arithmetic", True)]
    assert verdicts(*values, rank, complete_sets={"Province": 3}) == []
    assert verdicts(*values, rank, complete_sets={}) == []


@pytest.mark.parametrize(("whole", "found"), [("50亿元", []), ("60亿元", [("sum", "arithmetic", True)])])
def test_the_provinces_make_the_nation_once_all_are_known(whole: str, found: list[tuple[str, str, bool]]) -> None:
    values = [figure(k, "trade", v, subject=f"place/{k}") for k, v in (("p", "30.0亿元"), ("q", "20.0亿元"))]
    nation = figure("n", "trade", whole, subject="place/cn")
    assert verdicts(*values, nation, complete_sets={"Province": 2}) == found
    assert verdicts(*values, nation, complete_sets={"Province": 3}) == []


def test_two_places_at_one_rank() -> None:
    rank = {"measure": "rank", "unit": "rank-position", "rank_scope": "全国各省", "period": None}
    claims = [figure(k, "gdp", "第1", subject=f"place/{k}", **rank) for k in "pq"]
    assert verdicts(*claims) == [("rank-twice", "arithmetic", True)]


def test_a_gap_of_two_places() -> None:
    """16632.6 less 16619.69 is 12.91: nearly 13."""
    values = [
        figure("a", "export", "16632.6亿元", subject="place/p"),
        figure("b", "export", "16619.69亿元", subject="place/q"),
    ]
    for printed, verdict in (("13亿元", []), ("20亿元", [("gap", "arithmetic", True)])):
        assert verdicts(*values, figure("g", "export-gap", printed, subject="place/p", hedge="nearly")) == verdict


def test_differences_in_percentage_points() -> None:
    """5.9 less 5.7 is 0.2; 20.2 less the growth from 1.39 to 1.53 (10.07) is 10.1."""
    of = {"share_of": "indicator/trade"}
    shares = [
        percent("n", "cbec-trade", "5.9%", "share", period="2024-H1", **of),
        percent("b", "cbec-trade", "5.7%", "share", **of),
    ]
    for printed, verdict in (("0.2个百分点", []), ("0.6个百分点", [("points", "arithmetic", True)])):
        change = figure("c", "cbec-trade", printed, measure="growth", unit="percentage-point", period="2024-H1",
                        base_period="2023", **of)  # fmt: skip
        assert verdicts(*shares, change) == verdict
    levels = [figure("m", "cbec-export", "1.53万亿元", period="2022"),
              figure("o", "cbec-export", "1.39万亿元", period="2021"),
              percent("g", "cbec-export", "20.2%")]  # fmt: skip
    for printed, verdict in (("10.1个百分点", []), ("12.1个百分点", [("points", "arithmetic", True)])):
        change = figure("c", "cbec-export-growth-change", printed, unit="percentage-point", base_period="2022")
        assert verdicts(*levels, change) == verdict
