"""`cemai ask` as a user types it: what stands where, exit status, files, and the same rows as the command it names."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.running import Cli, Inside


def test_it_says_what_ran_and_then_the_rows(inside: Inside) -> None:
    done = inside("ask", "1210 推广到了哪些城市？")
    assert done.status == 0
    first, second, *rest = done.out.splitlines()
    assert first == "查询 query: trace(name=1210)" and second == "命令 command: cemai trace 1210"
    assert any("郑州市" in line for line in rest)


@pytest.mark.parametrize("question", [
    "1210 推广到了哪些城市？", "谁对独立站补贴最多", "深圳和宁波有什么不同", "哪些说法互相矛盾", "9610是分几批推开的",
    "青岛跨境电商进出口额历年数据", "杭州和青岛之间有什么联系", "淄博比同批城市缺什么", "介绍一下郑州",
])  # fmt: skip
def test_the_rows_are_those_of_the_command_it_names(inside: Inside, question: str) -> None:
    asked = inside("ask", question, "--format", "json")
    assert asked.status == 0, asked.err
    command = next(line for line in asked.err.splitlines() if line.startswith("命令 command: cemai "))
    same = inside(*shlex.split(command.removeprefix("命令 command: cemai ")), "--format", "json")
    assert {json.dumps(row, sort_keys=True) for row in asked.json()} == {
        json.dumps(row, sort_keys=True) for row in same.json()
    }


def test_rows_of_the_catalogue_bear_tier_and_locator(inside: Inside) -> None:
    rows = inside("ask", "When did Qingdao get its zone?", "--format", "csv").csv()
    assert rows and all(row["evidence_tier"] in ("passage", "act") and row["locator"] for row in rows)
    assert {row["claim"] for row in rows} >= {"claim/public-acts/designations/zone-370200"}


def test_unverified_statements_show_only_when_asked_for(inside: Inside) -> None:
    shown = inside("ask", "杭州关区包括哪些地方", "--format", "json")
    everything = inside("ask", "杭州关区包括哪些地方", "--format", "json", "--all")
    assert shown.json() == [] and "--all" in shown.err and "not a no" in shown.err
    assert everything.json() and {row["evidence_tier"] for row in everything.json()} == {"unverified"}


def test_rows_of_one_place_count_what_is_hidden_there(inside: Inside) -> None:
    done = inside("ask", "青岛什么时候开始做1210", "--format", "json")
    assert {row["subject"] for row in done.json()} == {"place/370200"}
    more = inside("ask", "青岛什么时候开始做1210", "--format", "json", "--all")
    hidden = len(more.json()) - len(done.json())
    assert hidden and f"{hidden} 条未核实" in done.err


def test_not_understood_is_status_1_with_three_questions(inside: Inside) -> None:
    done = inside("ask", "1210 为什么失败")
    assert done.status == 1 and done.out == "" and "Traceback" not in done.err
    assert len([line for line in done.err.splitlines() if line.startswith("  ")]) == 3


def test_more_years_than_there_are_is_not_understood(inside: Inside) -> None:
    assert inside("ask", "哪些城市连续三年第一档").status == 0
    assert inside("ask", "哪些城市连续两年第一档").status == 1


def test_a_name_of_several_things_is_an_error(inside: Inside) -> None:
    assert "place/220200" in inside("ask", "吉林什么时候获批综试区").complaint


def test_an_empty_answer_says_what_is_known(inside: Inside) -> None:
    done = inside("ask", "青岛2030年跨境电商进出口额是多少", "--format", "json")
    assert done.status == 0 and done.json() == []
    assert "not a no" in done.err and "cemai show place/370200" in done.err


def test_words_need_no_quotes_and_nothing_runs_with_show_only(inside: Inside) -> None:
    done = inside("ask", "Which", "cities", "run", "1210?", "--show-only")
    assert done.out == "查询 query: trace(name=1210)\n命令 command: cemai trace 1210\n"


def test_no_question_is_an_error(inside: Inside) -> None:
    assert "--list" in inside("ask").complaint


def test_the_list_holds_every_competency_question(inside: Inside) -> None:
    rows = inside("ask", "--list", "--format", "json").json()
    assert {f"CQ{n}" for n in range(1, 16)} <= {cq for row in rows for cq in row["questions"].split()}


def test_it_saves_a_table_for_excel(inside: Inside, tmp_path: Path) -> None:
    out = tmp_path / "答.csv"
    assert inside("ask", "哪些综试区被撤销了", "--out", out, "--excel").status == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf") and "海口市" in out.read_text(encoding="utf-8-sig")


def test_the_installed_command_answers(cli: Cli) -> None:
    done = cli("ask", "哪些综试区被撤销了", "--format", "csv")
    assert done.status == 0 and {row["place_zh"] for row in done.csv()} == {"海口市", "三亚市", "阿拉山口市"}


@pytest.mark.parametrize("question", ["最早的综试区在哪里", "綜試區最早在哪個城市", "Where was the first pilot zone?"])
def test_the_first_zone_is_a_row_and_no_empty_list(inside: Inside, question: str) -> None:
    rows = inside("ask", question, "--format", "json").json()
    assert {row["place"] for row in rows} == {"place/330100"}
    assert "2015-03-07" in {row["begin"] for row in rows}
