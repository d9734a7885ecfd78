"""Known answers of issue A on the three assessments of the ministry of commerce."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.running import Inside

ALWAYS = {"上海市", "杭州市", "宁波市", "青岛市", "广州市", "深圳市"}
ROUNDS = {f"商务部跨境电商综试区{year}年考核评估" for year in (2021, 2022, 2023)}
TABLE = "claim/casebook-2024/evaluations/"


def test_thirty_results_ten_a_year(ask: Inside) -> None:
    rows = [r for r in ask.rows("query", "evaluation/results") if r["claim"].startswith(TABLE)]
    assert Counter(r["year"] for r in rows) == {2021: 10, 2022: 10, 2023: 10}
    assert {r["round_zh"] for r in rows} == ROUNDS
    assert len({(r["year"], r["place"]) for r in rows}) == 30


def test_six_cities_in_the_first_tier_in_all_three_years(ask: Inside) -> None:
    rows = ask.rows("query", "evaluation/every-year")
    assert {r["place_zh"] for r in rows} == ALWAYS
    assert {r["years"] for r in rows} == {3}


@pytest.mark.parametrize("year", [2021, 2022, 2023])
def test_a_year_can_be_asked_for(ask: Inside, year: int) -> None:
    rows = ask.rows("query", "evaluation/results", "--param", f"year={year}")
    assert {r["year"] for r in rows} == {year}
    assert {r["place_zh"] for r in rows} >= ALWAYS
