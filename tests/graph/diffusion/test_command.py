"""`cemai diffusion` on the command line: what it prints, and how it answers bad input."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.diffusion import survival
from cemai.graph.diffusion.codebook import columns

from tests.conftest import Small
from tests.running import Inside


def test_the_table_says_what_it_rests_on(ask: Inside) -> None:
    done = ask("diffusion", "1210")
    for words in ("at risk", "data end", "nationwide", "Kaplan-Meier", "no adopter classes", "censored"):
        assert words in done.out, words
    assert "unverified statements are not shown" in done.err


def test_without_a_date_there_is_no_curve(ask: Inside) -> None:
    done = ask("diffusion", "六体系两平台")
    assert "no dated adoption" in done.out and "Kaplan-Meier" not in done.out and "杭州" in done.out


def test_csv_is_the_order(ask: Inside) -> None:
    rows = ask("diffusion", "9810", "--format", "csv").csv()
    assert list(rows[0]) == columns("adoptions.csv") and len(rows) == 22


def test_the_overview_tells_bias_and_what_is_not_inferred(ask: Inside) -> None:
    done = ask("diffusion")
    assert "1210" in done.out and "Walker's score is biased" in done.err
    assert "no network is inferred (NetInf): 3 of" in done.err and "observed citations" in done.err


def test_one_role(ask: Inside) -> None:
    rows = ask.rows("diffusion", "all", "--role", "originated")
    assert {r["dated"] for r in rows if r["policy"] == "1210"} == {0}
    assert any(r["adopters"] for r in rows)


def test_data_end_is_an_option(ask: Inside) -> None:
    rows = ask("diffusion", "1210", "--until", "2018-12-31", "--format", "csv").csv()
    assert len(rows) == 10 + sum(not r["latest"] for r in rows)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("1211",), "1210"),
        (("1210", "--risk", "provinces"), "zones, cities, districts"),
        (("1210", "--role", "liked"), "piloted"),
        (("1210", "--unit", "吉林"), "place/220200"),
        (("杭州",), "没有名为"),
    ],
    ids=["innovation", "risk", "role", "ambiguous unit", "not an innovation"],
)
def test_bad_input(ask: Inside, arguments: tuple[str, ...], words: str) -> None:
    assert words in ask("diffusion", *arguments).complaint


def test_a_folder_that_cannot_be_written(ask: Inside) -> None:
    assert "无法写入" in ask("diffusion", "--out", "/proc/none").complaint


def test_without_scipy_the_rest_stands(ask: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survival, "available", lambda: False)
    monkeypatch.setattr("cemai.queries.answers.diffusion_words.available", lambda: False)
    done = ask("diffusion", "9710")
    assert done.status == 0 and "cemai[diffusion]" in done.out


def test_a_graph_with_next_to_nothing(small: Small, tmp_path: Path) -> None:
    for arguments in ((), ("1210",), ("zones",), ("--out", str(tmp_path))):
        done = small.inside("diffusion", *arguments)
        assert done.status == 0, done.err
    assert (tmp_path / "citations.csv").read_text(encoding="utf-8").count("\n") == 1, "the columns stand, no row does"
