"""Known answers of issue A on supervision modes: rounds, dates, acts, and who is meant by a name."""

from __future__ import annotations

from typing import Any

import pytest

from tests.running import Inside

TEN = {"北京", "天津", "南京", "杭州", "宁波", "厦门", "郑州", "广州", "深圳", "黄埔"}
TWELVE = {"上海", "福州", "青岛", "济南", "武汉", "长沙", "拱北", "湛江", "南宁", "重庆", "成都", "西安"}
FIRST_FIVE = {"上海市", "重庆市", "杭州市", "宁波市", "郑州市"}
PILOT = "programme/cbec-service-pilot"


def acts(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows whose tier is a cited act."""
    return [r for r in rows if r["tier"] == "act"]


@pytest.mark.parametrize("mode", ["9710", "9810"])
def test_9710_and_9810_open_in_two_rounds_and_then_everywhere(ask: Inside, mode: str) -> None:
    rows = acts(ask.rows("trace", mode))
    first = {r["subject_zh"] for r in rows if r["begin"] == "2020-07-01"}
    second = {r["subject_zh"] for r in rows if r["begin"] == "2020-09-01"}
    assert first == {f"{name}海关" for name in TEN}
    assert second == {f"{name}海关" for name in TWELVE}
    rest = [r for r in rows if r["begin"] > "2020-09-01"]
    assert [(r["subject"], r["stage"], r["act_zh"]) for r in rest] == [
        ("place/cn", "nationwide", "海关总署公告2021年第47号")
    ]
    assert {r["act_zh"] for r in rows if r["begin"] == "2020-07-01"} == {"海关总署公告2020年第75号"}
    assert {r["act_zh"] for r in rows if r["begin"] == "2020-09-01"} == {"海关总署公告2020年第92号"}


@pytest.mark.parametrize("mode", ["9710", "9810"])
def test_nanjing_is_the_customs_district_not_the_city(ask: Inside, mode: str) -> None:
    subjects = {r["subject"] for r in acts(ask.rows("trace", mode))}
    assert "customs/nanjing" in subjects
    assert not any(s.startswith("place/") and s != "place/cn" for s in subjects)


def test_until_shows_the_first_round_only(ask: Inside) -> None:
    rows = acts(ask.rows("trace", "9710", "--until", "2020-08-31"))
    assert len(rows) == 10


def test_the_first_service_pilots_come_before_1210(ask: Inside) -> None:
    """Recorded as designations of the pilot programme, not as adoptions of code 1210, and unverified."""
    rows = ask.rows("trace", "1210", "--all")
    pilots = [r for r in rows if r["object"] == PILOT]
    first = [r for r in pilots if r["begin"] == "2012-01-01" and r["claim"].startswith("public-acts/")]
    assert {r["subject_zh"] for r in first} == FIRST_FIVE
    assert {r["role"] for r in pilots} == {"designated"}
    assert {r["tier"] for r in first} == {"unverified"}
    assert {r["precision"] for r in first} == {"year"}
    shown = {r["claim"] for r in ask.rows("trace", "1210")}
    assert not shown & {r["claim"] for r in first}
    earliest = min(r["begin"] for r in rows if r["object"] == "innovation/1210" and r["begin"])
    assert earliest == "2014-08-01", "code 1210 is of 2014"


@pytest.mark.parametrize(
    ("begin", "act", "cities"),
    [("2016-12-01", "海关总署公告2016年第75号", 10), ("2018-01-01", None, 15),
     ("2019-01-01", "商财发〔2018〕486号", 37),
     ("2020-01-17", "商财发〔2020〕8号", 51)],
)  # fmt: skip
def test_1210_by_rounds(ask: Inside, begin: str, act: str | None, cities: int) -> None:
    """Ten cities of 2016, fifteen of 2018, 37 of 2019, and in 2020 fifty more with the whole of Hainan."""
    rows = [r for r in ask.rows("trace", "1210", "--all") if r["begin"] == begin and r["role"] == "piloted"]
    rows = [r for r in rows if r["claim"].startswith("public-acts/")]
    assert len({r["subject"] for r in rows}) == len(rows) == cities
    assert act is None or {r["act_zh"] for r in rows} == {act}


def test_1210_of_2019_names_its_cities(ask: Inside) -> None:
    rows = ask.rows("trace", "1210", "--all", "--role", "piloted")
    named = {r["subject_zh"] for r in rows if r["begin"] == "2019-01-01"}
    assert {"杭州市", "平潭综合实验区", "义乌市", "唐山市", "无锡市", "威海市", "珠海市", "东莞市"} <= named
    assert {r["role"] for r in rows} == {"piloted"}


def test_1210_began_by_an_act_that_is_cited(ask: Inside) -> None:
    rows = [r for r in ask.rows("trace", "1210") if r["subject"] == "place/cn"]
    told = {(r["begin"], r["kind"], r["act_zh"], r["tier"]) for r in rows}
    assert ("2014-08-01", "effective", "海关总署公告2014年第57号", "act") in told


def test_every_line_of_a_trace_has_its_evidence(ask: Inside) -> None:
    for innovation in ("1210", "六体系两平台", "9710"):
        for row in ask.rows("trace", innovation, "--all"):
            assert row["locator"], row
            assert row["tier"] in ("passage", "act", "unverified"), row
