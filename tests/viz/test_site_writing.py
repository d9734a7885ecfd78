"""How a site is written: what is left out, the same bytes each time, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.errors import OutputError
from cemai.viz.site.render import Renderer

from cemai.presenters.site.build import build_site
from tests.running import Inside


def test_unverified_statements_stand_only_where_they_are_asked_for(
    made: Inside, made_site: Path, tmp_path: Path
) -> None:
    assert made("site", "--out", tmp_path / "sure").status == 0
    everything, sure = ("".join(p.read_text("utf-8") for p in root.rglob("*.html")) for root in (made_site, tmp_path))
    assert "yunxi-c2" in everything and "yunxi-c2" not in sure


def test_two_builds_give_the_same_bytes(made: Inside, made_site: Path, tmp_path: Path) -> None:
    assert made("site", "--all", "--out", tmp_path / "again").status == 0
    first, second = ({p.relative_to(root): p.read_bytes() for p in root.rglob("*.html")}
                     for root in (made_site, tmp_path / "again"))  # fmt: skip
    assert first.keys() == second.keys()
    assert [path for path, text in first.items() if second[path] != text] == []


def test_a_folder_that_holds_something_is_replaced_only_by_force(made: Inside, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    assert "--force" in made("site", "--out", out).complaint
    assert [p.name for p in tmp_path.rglob("*")] == ["site", "mine.txt"]
    assert made("site", "--out", out, "--force").status == 0
    assert not (out / "mine.txt").exists() and (out / "index.html").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_build_that_fails_leaves_nothing(made: Inside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise OutputError("the disk is full 磁盘已满")

    monkeypatch.setattr(Renderer, "editor", fail)
    old = tmp_path / "old"
    old.mkdir()
    (old / "index.html").write_text("old", encoding="utf-8")
    for out in (tmp_path / "new", old):
        with pytest.raises(OutputError):
            build_site(made.store, out, force=True)
    assert [p.relative_to(tmp_path).as_posix() for p in sorted(tmp_path.rglob("*"))] == ["old", "old/index.html"]
    assert (old / "index.html").read_text(encoding="utf-8") == "old"


def test_words_of_passages_stand_only_where_the_texts_are_held(made_site: Path) -> None:
    assert "<blockquote>" not in "".join(p.read_text("utf-8") for p in made_site.rglob("*.html"))
