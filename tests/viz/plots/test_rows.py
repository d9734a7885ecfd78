"""The rows that the plots get from the graph: known answers of the shipped data."""

from __future__ import annotations

from datetime import date

import pytest
from cemai.graph.errors import NameUnknown, QueryError
from cemai.viz.plots.curve import jumps
from cemai.viz.plots.tiers import changes

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.presenters.plots.batches import batch_rows
from cemai.presenters.plots.curve import curve_rows
from cemai.presenters.plots.raster import raster_rows
from cemai.presenters.plots.subsidies import subsidy_rows
from cemai.presenters.plots.tiers import tier_rows
from tests.running import Inside


def foot(head: object) -> str:
    return "\n".join(f"{note.zh} {note.en}" for note in head.notes)  # type: ignore[attr-defined]


def test_steps_of_1210(kg: KnowledgeGraph) -> None:
    head, rows = curve_rows(kg, "1210")
    assert jumps(rows.ties) == {date(2019, 1, 1): 27, date(2016, 12, 31): 10, date(2021, 3, 18): 7}
    assert [(p.certain, p.possible) for p in rows.points][-1] == (44, 44) and rows.points[0].possible == 10
    assert [(s.key, s.begin) for s in rows.stages] == [("pilot", date(2014, 8, 1)), ("nationwide", date(2021, 3, 18))]
    assert (rows.closed, rows.few, rows.more, rows.undated) == (date(2021, 3, 18), False, (), ())
    assert "181" in head.subtitle.zh and "44" in head.subtitle.en
    for words in (
        "2025-04-25",
        "2024-12",
        "not a no",
        "passage verified",
        "act cited",
        "unverified statements are not",
    ):
        assert words in foot(head), words


def test_9710_is_of_districts_and_no_citys_adoption(kg: KnowledgeGraph) -> None:
    head, rows = curve_rows(kg, "9710")
    assert [(str(p.day), p.certain, p.at_risk) for p in rows.points][:2] == [
        ("2020-07-01", 10, 42),
        ("2020-09-01", 22, 42),
    ]
    assert rows.unit.en == "customs districts" and "no adoption by the cities" in head.subtitle.en
    assert rows.stages[0].key == "pilot", "the stage that the claims of the districts state"
    assert all("海关" in name.zh for tie in rows.ties for name in tie.names)


def test_too_few_dates_are_said(kg: KnowledgeGraph) -> None:
    head, rows = curve_rows(kg, "六体系两平台")
    assert rows.few and {name.zh for name in rows.undated} == {"杭州", "青岛"} and rows.dated == 0
    assert "no trend can be read" in head.subtitle.en and "看不出趋势" in head.subtitle.zh
    (stage,) = rows.stages
    assert (stage.begin, stage.settled) == (date(2017, 1, 1), date(2017, 12, 31)), "a year is a span"


def test_unverified_statements_move_no_verified_step(kg: KnowledgeGraph) -> None:
    plain, asked = curve_rows(kg, "1210")[1], curve_rows(kg, "1210", unverified=True)[1]
    assert asked.points == plain.points and jumps(asked.ties) == jumps(plain.ties)
    assert asked.more[-1].certain > plain.points[-1].certain and any(not tie.sure for tie in asked.ties)
    _, alone = curve_rows(kg, "1039", unverified=True)
    assert alone.points == () and alone.more and not any(tie.sure for tie in alone.ties) and not alone.at_risk
    with pytest.raises(QueryError, match="not a no"):
        curve_rows(kg, "1039")


def test_batches(kg: KnowledgeGraph) -> None:
    head, rows = batch_rows(kg)
    assert [b.sure for b in rows] == [1, 12, 22, 24, 46, 27, 33, 16] and all(b.unsure == 0 for b in rows)
    assert [b.day for b in rows] == [
        "2015-03-07", "2016-01-12", "2018-07-24", "2019-12-15", "2020-04-27", "2022-01-22", "2022-11-14", "2025-04-25",
    ]  # fmt: skip
    ended = {name.zh: (b.number, on) for b in rows for name, on in b.ended}
    assert ended == {"海口": (3, "2025-04-25"), "三亚": (5, "2025-04-25"), "阿拉山口": (6, "2025-04-25")}
    assert "181" in head.subtitle.zh and "178 stand" in head.subtitle.en


def test_the_ladder(kg: KnowledgeGraph) -> None:
    _, ladder = tier_rows(kg)
    assert ladder.years == (2021, 2022, 2023) and len(ladder.rungs) == 14
    entered, left = changes(ladder, 2022)
    assert {r.place.zh for r in entered} == {"苏州", "长沙", "成都"}
    assert {r.place.zh for r in left} == {"南京", "厦门", "郑州"}
    assert [sum(y in r.tiers for r in ladder.rungs) for y in ladder.years] == [10, 10, 10]


def cells(kg: KnowledgeGraph, *, unverified: bool) -> dict[tuple[str, str], tuple[str, bool]]:
    _, found = raster_rows(kg, unverified=unverified)
    places = [place.zh for _, group in found.groups for place in group]
    return {(places[r], found.innovations[c].zh): (m.words(), m.sure) for (r, c), m in found.marks.items()}


def test_the_raster(kg: KnowledgeGraph) -> None:
    plain = cells(kg, unverified=False)
    assert plain["郑州", "1210"] == ("≤2016", True) and plain["义乌", "1210"] == ("2019", True)
    assert plain["北京海关", "9710"] == ("2020", True) and plain["青岛", "六体系两平台"] == ("·", True)
    assert ("石家庄", "1210") not in plain and ("北京", "9710") not in plain
    asked = cells(kg, unverified=True)
    assert {k: asked[k] for k in plain if plain[k][0] != "·"} == {k: v for k, v in plain.items() if v[0] != "·"}
    assert asked["石家庄", "1210"] == ("2020", False)
    head, found = raster_rows(kg, ("1210", "六体系两平台"))
    assert [i.zh for i in found.innovations] == ["1210", "六体系两平台"] and "91 more" in head.subtitle.en
    with pytest.raises(NameUnknown):
        raster_rows(kg, ("1211",))
    with pytest.raises(QueryError, match="--least"):
        raster_rows(kg, least=1000)


def test_subsidies(kg: KnowledgeGraph) -> None:
    head, rows = subsidy_rows(kg, ("独立站",))
    assert "not known" in head.subtitle.en and "现行是否有效未知" in head.subtitle.zh
    assert {a.topic.en for a in rows} == {"independent sites"} and len(rows) == 11
    (guangzhou,) = [a for a in rows if a.place.zh == "广州"]
    assert (guangzhou.floor, guangzhou.cap, guangzhou.currency) == (5000, 40000, "CNY")
    assert "起付5,000；上限4万" in guangzhou.terms.zh and "50% of" in guangzhou.terms.en
    likes = [a.like for a in rows]
    assert all(likes.index(like) + likes.count(like) > i for i, like in enumerate(likes)), "like beside like"
    assert {a.topic.en for a in subsidy_rows(kg, ("独立站", "marketing", "b2b"))[1]} == {
        "independent sites", "marketing", "B2B exports"
    }  # fmt: skip
    with pytest.raises(QueryError, match="no provision"):
        subsidy_rows(kg, ("export-insurance",))


def test_the_small_graph_of_the_tests(made: Inside) -> None:
    """A dataset of one's own, with a city of which only a year is known."""
    small = KnowledgeGraph.open(made.store)
    head, amounts = subsidy_rows(small)
    assert {a.place.zh for a in amounts} and "as published" in head.subtitle.en.lower()
    assert sum(b.sure for b in batch_rows(small)[1]) > 0
