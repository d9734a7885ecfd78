"""The coverage of a made-up dataset: tokens, sections, ignored stretches, paragraphs without a claim, the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.errors import DataError, TextError
from cemai.loaders.collection import collect
from cemai.viz.pages.coverage.page import render

from cemai.pipeline.coverage import measure_coverage
from cemai.presenters.pages.coverage import page_of
from tests.making import Folder, mini

MORE = (
    "一、总论\n（一）起步\n杭州与江山的 5 个园区。\n（二）杭州跨境电商\n全球都在看海。\n来源：杭州\n"
    "二、展望\n预计超过 7 家。<b>& 第 8 版\n"
)


def longer(**meta: object) -> Folder:
    """The made-up dataset with a text of several sections."""
    folder = mini()
    folder.text += MORE
    folder.meta.update(meta)
    del folder.meta["sources"][0]["document_sha256"]
    return folder


def test_known_answers(tmp_path: Path) -> None:
    folder = longer()
    start = folder.text.index("第 8 版")
    start = len("".join(folder.text[:start].split()))
    folder.meta["ignore"] = [{"source": "mini-text", "start": start, "end": start + 3, "reason": "页脚 footer"}]
    data = folder.write(tmp_path)
    (found,), unread = measure_coverage(collect([data]), tmp_path / "corpus")
    status = {t.words: s for t, s in found.tokens}
    assert status == {
        "2015年3月7日": "covered", "39111.70": "uncovered", "2.82": "uncovered", "2016年": "covered",
        "5": "uncovered", "7": "uncovered", "8": "ignored",
    }  # fmt: skip
    assert found.sections()["一、总论 › （一）起步"] == {"uncovered": 1}
    assert (unread, found.changed, found.coverage.stale) == ([], False, 0)
    soft = {p.section: names for p, names in found.unclaimed}
    assert soft == {"一、总论 › （一）起步": ["杭州"]}


def test_a_changed_file_is_reported(tmp_path: Path) -> None:
    data = mini().write(tmp_path)
    text = tmp_path / "corpus" / "mini-text.txt"
    text.write_text("改" + text.read_text(encoding="utf-8"), encoding="utf-8")
    (found,), _ = measure_coverage(collect([data]), tmp_path / "corpus")
    assert (found.changed, found.coverage.stale, found.by_status["covered"]) == (True, 5, 0)


def test_an_ignored_stretch_outside_the_text_is_refused(tmp_path: Path) -> None:
    entry = {"source": "mini-text", "start": 5, "end": 9999, "reason": "页脚"}
    data = longer(ignore=[entry]).write(tmp_path)
    with pytest.raises(DataError, match=r"dataset.yml, column ignore, value '5-9999'.*outside"):
        measure_coverage(collect([data]), tmp_path / "corpus")


def test_no_text_at_hand(tmp_path: Path) -> None:
    data = mini().write(tmp_path)
    (tmp_path / "corpus" / "mini-text.txt").unlink()
    with pytest.raises(TextError, match="no source text"):
        measure_coverage(collect([data]), tmp_path / "corpus")


def test_the_page_shows_the_words_as_text(tmp_path: Path) -> None:
    data = longer().write(tmp_path)
    page = render(page_of(*measure_coverage(collect([data]), tmp_path / "corpus")))
    assert "&lt;b&gt;&amp; 第" in page
    assert "<b>" not in page and "<script" not in page
    assert "default-src &#39;none&#39;" in page
    assert "http" not in page.replace("http-equiv", "")
    assert '<span class="value" title="mini/adoptions/ningbo (value)">2016年</span>' in page
    assert "只供持有原文者本人核对" in page
    assert page.count('class="uncovered hint"') == 5
    for anchor in (part.split('"')[0] for part in page.split('<a href="#')[1:]):
        assert f'id="{anchor}"' in page
