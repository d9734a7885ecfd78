"""Known answers on the real data: rounds of the supervision modes, zones by batch, risk sets, designation apart."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from cemai.graph.diffusion.study import DiffusionData
from cemai.queries.answers.diffusion_data import read_diffusion_data, study_of

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.running import Inside


@pytest.fixture(scope="module")
def held(kg: KnowledgeGraph) -> DiffusionData:
    return read_diffusion_data(kg)


def found(ask: Inside, *arguments: str) -> dict[str, Any]:
    done = ask("diffusion", *arguments, "--format", "json")
    assert done.status == 0, done.err
    answer: dict[str, Any] = json.loads(done.out)
    return answer


@pytest.mark.parametrize("mode", ["9710", "9810"])
def test_ten_districts_tie_and_twelve_follow(ask: Inside, mode: str) -> None:
    answer = found(ask, mode)
    order = [(r["rank_min"], r["rank_max"], r["earliest"], r["latest"]) for r in answer["order"]]
    assert Counter(order) == {(1, 10, "2020-07-01", "2020-07-01"): 10, (11, 22, "2020-09-01", "2020-09-01"): 12}
    assert {r["unit_kind"] for r in answer["order"]} == {"district"}
    assert [(p["day"], p["certain"], p["at_risk"]) for p in answer["curve"]][:3] == [
        ("2020-07-01", 10, 42), ("2020-09-01", 22, 42), ("2021-06-22", 22, 0),
    ]  # fmt: skip
    summary = answer["summary"]
    assert (summary["t10_certain"], summary["t50_certain"], summary["t90_certain"]) == (
        "2020-07-01",
        "2020-09-01",
        None,
    )
    assert summary["stage_pilot"] == 22 and summary["nationwide"] == "2021-06-22"


def test_kaplan_meier_of_the_districts(ask: Inside) -> None:
    """10 of 42 on the first day, 12 of 32 after 62 days, the other 20 censored when it opened nationwide."""
    summary = found(ask, "9710")["summary"]
    steps = [(s["day"], s["at_risk"], s["events"], s["survival"]) for s in summary["kaplan_meier"]]
    once = [(0, 42, 10, pytest.approx(32 / 42, abs=1e-6)), (62, 32, 12, pytest.approx(20 / 42, abs=1e-6))]
    assert steps == once * 2, "the dates are days: both bounds give one curve"
    assert summary["durations"][0]["censored"] == [355] * 20


def test_1210_in_37_cities_on_new_year_2019(ask: Inside) -> None:
    """37 cities by 2019-01-01, ten of them reported by 2016; all 35 zones of that day are among them."""
    answer = found(ask, "1210")
    order = answer["order"]
    assert sum("1210-2019-" in str(r["claims"]) for r in order) == 37
    ranks = Counter((r["rank_min"], r["rank_max"], r["latest"]) for r in order)
    assert ranks == {(1, 10, "2016-12-31"): 10, (11, 37, "2019-01-01"): 27, (38, 44, "2021-03-18"): 7}
    point = next(p for p in answer["curve"] if p["day"] == "2019-01-01")
    assert (point["certain"], point["at_risk"], point["certain_at_risk"], point["share_certain"]) == (37, 35, 35, 100.0)
    assert answer["summary"]["t90_certain"] == "2019-01-01"
    assert "no adopter classes" in answer["summary"]["classes"]


def test_the_risk_set_changes_the_share(ask: Inside) -> None:
    """35 of 337 cities is above 10 %; of three named cities two had it, 金华 came in 2020 (not verified)."""
    cities = found(ask, "1210", "--risk", "cities")["summary"]
    assert (cities["risk"], cities["t10_certain"], cities["t50_certain"]) == ("cities", "2019-01-01", None)
    named = found(ask, "1210", "--unit", "杭州", "--unit", "宁波", "--unit", "金华")
    last = next(p for p in named["curve"] if p["day"] == "2019-01-01")
    assert (last["certain_at_risk"], last["at_risk"]) == (2, 3)


def test_zones_by_batch(ask: Inside) -> None:
    order = found(ask, "zones")["order"]
    assert list(Counter((r["rank_min"], r["latest"]) for r in order).items()) == [
        ((1, "2015-03-07"), 1), ((2, "2016-01-12"), 12), ((14, "2018-07-24"), 22), ((36, "2019-12-15"), 24),
        ((60, "2020-04-27"), 46), ((106, "2022-01-22"), 27), ((133, "2022-11-14"), 33), ((166, "2025-04-25"), 16),
    ]  # fmt: skip
    assert {r["role"] for r in order} == {"designated"}


def test_designation_never_counts_as_adoption(held: DiffusionData) -> None:
    assert len({e.unit for e in held.zones}) == 181
    assert not [e for e in held.events if e.role == "designated"]
    assert not {e.claim for e in held.events} & {e.claim for e in held.designations}


def test_unverified_only_on_demand(ask: Inside, kg: KnowledgeGraph, held: DiffusionData) -> None:
    assert {e.tier for e in held.events} == {"act", "passage"}
    assert held.hidden["innovation/1210"] > 0
    everything = found(ask, "1210", "--all")
    marked = [r for r in everything["order"] if r["tiers"] == "unverified"]
    assert len(marked) > 40 and len(everything["order"]) > 44


def test_every_adopter_is_a_unit(kg: KnowledgeGraph, held: DiffusionData) -> None:
    assert {e.unit for e in held.events} <= set(held.units)
    for policy in held.policies:
        study = study_of(kg, policy, held)
        assert len(study.placed) + sum(study.other_kinds.values()) > 0
