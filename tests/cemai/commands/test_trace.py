"""cemai trace: an innovation, a policy and a topic; rounds, tree and curve, on a graph where all is known."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from cemai.graph.export.spreadsheet import guarded

from tests.running import Inside


def test_rounds_are_ties_and_undated_come_last(made: Inside) -> None:
    rows = made.rows("trace", "甲一", "--rounds")
    assert [(r["number"], r["begin"], r["role"], r["subjects"]) for r in rows] == [
        (1, "2012-01-01", "designated", 1), (2, "2014-07-01", "originated", 1), (3, "2015-09-01", "piloted", 2),
        (4, "2016-02-01", "piloted", 1), (5, "2017-01-01", "adopted", 1),
    ]  # fmt: skip
    assert rows[2]["who"] == "星城市、云山市" and rows[2]["act"] == "policy/act-1"


def test_the_tree_hangs_learners_below_teachers_and_others_below_acts(made: Inside) -> None:
    rows = made.rows("trace", "甲一", "--tree")
    parents = {(r["node"], r["claim"]): r["parent"] for r in rows}
    assert parents[("place/780100", "made/adoptions/xingcheng-c1")] == "place/790100"
    assert parents[("place/790200", "made/adoptions/yunxi-c1")] == "place/780100"
    assert parents[("place/790300", "made/adoptions/yunshan-c1")] == "policy/act-1"
    assert parents[("customs/yungang", "made/adoptions/customs-c1")] == "policy/act-2"
    claims = [r["claim"] for r in rows if r["claim"]]
    assert len(claims) == len(set(claims)) == 6, "every statement once"
    text = made("trace", "甲一", "--tree").out
    assert "learned from 学自" in text and "云溪市" in text


def test_a_policy_shows_who_acted_on_it_and_what_follows_it(made: Inside) -> None:
    rows = made.rows("trace", "第一号公告")
    assert {(r["subject"], r["role"]) for r in rows} == {
        ("place/780100", "piloted"), ("place/790300", "piloted"), ("policy/act-2", "follows"),
        ("policy/act-2", "cites"), ("policy/act-1", "supports"),
    }  # fmt: skip
    assert [r["role"] for r in made.rows("trace", "policy/act-1", "--role", "follows")] == ["follows"]


@pytest.mark.parametrize("word", ["独立站补贴", "independent-site", "independent sites", "独立站"])
def test_a_topic_shows_who_took_it_up_when_and_by_which_policy(made: Inside, word: str) -> None:
    rows = made.rows("trace", word)
    assert [(r["subject"], r["begin"], r["act"], r["role"]) for r in rows] == [
        ("place/790100", "2021-05-06", "policy/yungang-support", "provides"),
        ("place/780100", "2021-08-01", "policy/xingcheng-fund", "provides"),
    ]


def test_known_topics_of_the_shipped_graph(inside: Inside) -> None:
    plans = {(r["subject_zh"], r["object_zh"]) for r in inside.rows("trace", "行动计划")}
    assert {("深圳市", "城市跨境电商行动计划"), ("杭州市", "城市跨境电商行动计划")} <= plans
    warehouses = {(r["subject_zh"], (r["begin"] or "")[:4]) for r in inside.rows("trace", "海外仓")}
    assert {("青岛市", "2018"), ("青岛市", "2019"), ("深圳市", "2021"), ("宁波市", "2021")} <= warehouses
    assert {r["subject_zh"] for r in inside.rows("trace", "独立站补贴")} >= {"深圳市", "佛山市", "厦门市", "苏州市"}


def test_a_word_for_two_kinds_says_so(inside: Inside) -> None:
    done = inside("trace", "阳光化", "--format", "json")
    assert {r["object"] for r in done.json()} == {"innovation/yangguanghua"} and "--as topic" in done.err
    topic = inside.rows("trace", "阳光化", "--as", "topic")
    assert {r["role"] for r in topic} == {"provides"} and "深圳市" in {r["subject_zh"] for r in topic}


def test_the_same_rows_in_every_format_and_file(made: Inside, tmp_path: Path) -> None:
    rows = made.rows("trace", "甲一", "--rounds")
    plain, marked, data = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.json"
    for path, more in ((plain, ()), (marked, ("--excel",)), (data, ())):
        done = made("trace", "甲一", "--rounds", "--out", path, *more)
        assert done.status == 0 and str(path) in done.err
    assert json.loads(data.read_text(encoding="utf-8")) == rows
    assert marked.read_bytes().startswith(b"\xef\xbb\xbf") and not plain.read_bytes().startswith(b"\xef\xbb\xbf")
    with plain.open(encoding="utf-8", newline="") as one, marked.open(encoding="utf-8-sig", newline="") as other:
        assert list(csv.reader(other)) == [list(map(guarded, row)) for row in csv.reader(one)]
    assert len(plain.read_text(encoding="utf-8").splitlines()) == len(rows) + 1


def test_a_workbook_keeps_text_as_text(made: Inside, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "rounds.xlsx"
    assert made("trace", "甲一", "--rounds", "--out", path).status == 0
    sheet = openpyxl.load_workbook(path).active
    assert sheet.max_row == 6 and sheet.cell(row=1, column=1).value == "number"
