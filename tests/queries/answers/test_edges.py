"""Answers at their edges, on a graph made for them, where every answer is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.queries.answers.comparison import CALIBERS, ONE_SIDE, PERIODS, SEVERAL, UNSPECIFIED, YES

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.queries.answers.edges import edges
from tests.running import Inside


@pytest.fixture(scope="module")
def edge(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    root: Path = tmp_path_factory.mktemp("edges")
    done = Inside(root / "store")("build", "--data", edges().write(root))
    assert done.status == 0, done.err
    return KnowledgeGraph.open(root / "store")


def test_who_began_it_stands_first_though_no_date_is_known(edge: KnowledgeGraph) -> None:
    steps = [(s.subject_zh, s.role, s.begin) for s in edge.trace("乙二")]
    assert steps == [
        ("星城市", "originated", None), ("星湖市", "piloted", "2012-01-01"), ("云港市", "adopted", "2013-05-01"),
        ("云溪市", "adopted", None),
    ]  # fmt: skip


def test_a_trace_up_to_a_day_holds_that_day_and_counts_what_has_no_date(edge: KnowledgeGraph) -> None:
    for until, shown in (("2013-04-30", ["星湖市"]), ("2013-05-01", ["星湖市", "云港市"])):
        found = edge.trace("乙二", until=until)
        assert [step.subject_zh for step in found] == shown and found.answer.undated == 2


def test_rounds_of_one_day_that_end_on_other_days_are_two(edge: KnowledgeGraph) -> None:
    rounds = [(r.number, r.begin, r.end, r.subjects, r.who) for r in edge.rounds("甲一")]
    assert rounds == [
        (1, "2015-09-01", "2015-09-01", 2, "云港市、云溪市"), (1, "2015-09-01", "2015-09-30", 1, "星城市"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "valid"),
    [
        ("2020-12-31", ""), ("2021-01-01", "year"), ("2021-12-31", "year"), ("2022-01-01", ""), ("2022-02-28", ""),
        ("2022-03-01", "open-end"), ("2050-01-01", "open-end"), ("2020-06-30", "open-begin"), ("2020-07-01", ""),
        ("1990-01-01", "open-begin"),
    ],
)  # fmt: skip
def test_both_days_of_validity_count_and_an_open_end_never_ends(edge: KnowledgeGraph, day: str, valid: str) -> None:
    found = edge.measures("独立站", on=day)
    assert [row.measure for row in found] == [f"measure/{name}" for name in valid.split()]
    assert found.answer.without_dates == 1


def test_when_figures_may_be_compared(edge: KnowledgeGraph) -> None:
    found = edge.compare("云港", "星城")
    judged = {claim.rpartition("/")[2]: line.comparable for line in found for cell in line.claims if cell
              for claim in cell.split()}  # fmt: skip
    known = {
        "alike-a": YES, "alike-b": YES, "no-period-a": UNSPECIFIED, "no-period-b": UNSPECIFIED,
        "no-caliber-a": UNSPECIFIED, "no-caliber-b": UNSPECIFIED, "two-a1": SEVERAL, "two-a2": SEVERAL,
        "two-b": SEVERAL, "caliber-a": CALIBERS, "caliber-b": CALIBERS, "period-a": PERIODS, "period-b": PERIODS,
        "alone": ONE_SIDE,
    }  # fmt: skip
    assert {claim: judged[claim] for claim in known} == known


def test_what_ties_everything_ties_nothing(edge: KnowledgeGraph) -> None:
    """The same evaluation, the same indicator, and a statement that was given up tie no two cities."""
    assert not edge.path("星海", "星城") and not edge.path("星海", "云港")
    assert [hop.end_zh for hop in edge.path("云港", "星城", most=1)][-1] == "星城市"


def test_an_unverified_statement_ties_only_where_asked_for(edge: KnowledgeGraph) -> None:
    hops = edge.path("星海", "云港", unverified=True)
    assert [(hop.end, hop.predicate, hop.forward, hop.tier) for hop in hops] == [
        ("org/firm", "serves", False, "unverified"), ("place/790100", "locatedIn", True, "passage"),
    ]  # fmt: skip
