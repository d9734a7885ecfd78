"""Known answers of issue A on pilot zones: batches, provinces, zones that ended, the dates of one zone."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from tests.running import Inside

BATCHES = {1: 1, 2: 12, 3: 22, 4: 24, 5: 46, 6: 27, 7: 33}
PROVINCES = {
    "广东省": 21, "山东省": 16, "江苏省": 13, "浙江省": 12, "江西省": 9, "四川省": 8, "安徽省": 6, "湖南省": 6,
    "辽宁省": 6, "河南省": 5, "内蒙古自治区": 5, "湖北省": 4, "黑龙江省": 4,
    "新疆维吾尔自治区": 4, "云南省": 4, "山西省": 3,
}  # fmt: skip


@pytest.mark.parametrize("dataset", ["casebook-2024", "public-acts"])
def test_zones_by_batch_in_each_source(ask: Inside, dataset: str) -> None:
    rows = ask.rows("query", "zones/by-batch")
    counts = {r["batch"]: r["zones"] for r in rows if r["dataset"] == f"dataset/{dataset}"}
    seven = {batch: n for batch, n in counts.items() if batch <= 7}
    assert seven == BATCHES
    assert sum(seven.values()) == 165


def test_zones_by_province_at_the_end_of_2022(ask: Inside) -> None:
    rows = ask.rows("query", "zones/by-province", "--param", "until=2022-12-31")
    counts = {r["province_zh"]: r["zones"] for r in rows}
    assert counts | PROVINCES == counts
    assert sum(counts.values()) == 165
    assert len(counts) == 31


def test_zones_by_province_as_they_stand(ask: Inside) -> None:
    """By default all that is known: 16 of batch 8 came, 3 ended."""
    assert sum(r["zones"] for r in ask.rows("query", "zones/by-province")) == 165 + 16 - 3


@pytest.mark.parametrize(
    ("until", "zones"),
    [("2015-03-06", 0), ("2015-03-07", 1), ("2016-12-31", 13), ("2018-12-31", 35), ("2019-12-31", 59),
     ("2020-12-31", 105), ("2022-06-30", 132), ("2022-12-31", 165)],
)  # fmt: skip
def test_zones_grow_batch_by_batch(ask: Inside, until: str, zones: int) -> None:
    rows = ask.rows("query", "zones/by-province", "--param", f"until={until}")
    assert sum(r["zones"] for r in rows) == zones


def test_three_zones_ended_in_2025(ask: Inside) -> None:
    rows = ask.rows("query", "zones/ended")
    assert sorted({r["place_zh"] for r in rows}) == ["三亚市", "海口市", "阿拉山口市"]
    assert {r["ended"][:4] for r in rows} == {"2025"}
    assert len({r["zone"] for r in rows}) == 3


def dates_of(ask: Inside, place: str, dataset: str) -> dict[str, set[str]]:
    """Days by kind of date, as one dataset states them for a place's zone."""
    found: dict[str, set[str]] = defaultdict(set)
    rows: list[dict[str, Any]] = ask.rows("query", "zones/dates-of", "--param", f"place={place}")
    for row in rows:
        if row["dataset"] == f"dataset/{dataset}":
            found[row["kind"].removeprefix("date-kind/")].add(row["begin"])
    return found


def test_the_casebook_gives_zhengzhou_two_dates(ask: Inside) -> None:
    days = set().union(*dates_of(ask, "郑州", "casebook-2024").values())
    assert {"2016-01-06", "2016-01-15"} <= days


def test_the_public_acts_tell_which_kinds_they_are(ask: Inside) -> None:
    kinds = dates_of(ask, "郑州", "public-acts")
    assert kinds["decided"] == {"2016-01-06"}, "the meeting"
    assert kinds["signed"] == {"2016-01-12"}
    assert kinds["published"] == {"2016-01-15"}


def test_the_kinds_differ_so_it_is_no_conflict(ask: Inside) -> None:
    """No kind of date has two days, over both sources."""
    both: dict[str, set[str]] = defaultdict(set)
    for dataset in ("casebook-2024", "public-acts"):
        for kind, days in dates_of(ask, "郑州", dataset).items():
            both[kind] |= days
    assert {kind: days for kind, days in both.items() if len(days) > 1} == {}
