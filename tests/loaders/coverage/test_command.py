"""`cemai coverage` as a user runs it."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Small
from tests.running import Cli


def test_rows_status_and_page(small: Small, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = small.cli("coverage", "--corpus", small.corpus, "--data", small.folder, "--format", "csv", "--page", page)
    assert done.status == 1, done.err
    rows = done.csv()
    assert [(r["kind"], r["status"], r["token"]) for r in rows] == [
        ("figure", "uncovered", "39111.70"), ("figure", "uncovered", "2.82"),
    ]  # fmt: skip
    assert "mini-text: 2/4" in done.err
    assert "39111.70" in page.read_text(encoding="utf-8")


def test_json_and_table(small: Small) -> None:
    asked = ("coverage", "--corpus", small.corpus, "--data", small.folder)
    assert len(small.cli(*asked, "--format", "json").json()) == 2
    table = small.cli(*asked).out
    assert "未覆盖 uncovered" in table and "39111.70" in table


def test_nothing_uncovered_gives_status_0(tmp_path: Path) -> None:
    from tests.making import mini

    folder = mini()
    folder.text = "杭州市于2015年3月7日设立综试区。宁波市自2016年起采用1210模式。\n"
    data = folder.write(tmp_path)
    done = Cli(tmp_path / "store")("coverage", "--corpus", tmp_path / "corpus", "--data", data)
    assert done.status == 0, done.err


def test_the_corpus_must_be_named(small: Small, tmp_path: Path) -> None:
    assert "--corpus" in small.cli("coverage").complaint
    assert "原文目录不存在" in small.cli("coverage", "--corpus", tmp_path / "nowhere").complaint


def test_the_shipped_datasets_account_for_nearly_everything(cli: Cli, corpus: Path) -> None:
    rows = cli("coverage", "--corpus", corpus, "--format", "csv").csv()
    uncovered = [r for r in rows if r["status"] == "uncovered"]
    assert len(uncovered) < 200, [(r["source"], r["start"], r["token"]) for r in uncovered[:40]]
