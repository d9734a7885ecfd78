"""Paragraphs, sections, ignored stretches and the softer list, on a made-up dataset."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.errors import DataError, TextError
from cemai.graph.model.locators import Document
from cemai.graph.model.names import NameIndex
from cemai.graph.model.statement import Thing
from cemai.loaders.collection import collect
from cemai.viz.coverage import render

from cemai.pipeline.coverage import Names, coverage, page_of, paragraphs
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


def parts(raw: str) -> list[tuple[str, str]]:
    document = Document("source/x", raw, "")
    return [(p.section, document.squeezed[p.start : p.end]) for p in paragraphs(document)]


def test_sections_follow_the_headings() -> None:
    assert parts("前言。\n一、甲\n（一）乙\n丙。\n二、丁\n戊。") == [
        ("", "前言。"), ("一、甲", "一、甲"), ("一、甲 › （一）乙", "（一）乙"), ("一、甲 › （一）乙", "丙。"),
        ("二、丁", "二、丁"), ("二、丁", "戊。"),
    ]  # fmt: skip


def test_contents_open_no_section() -> None:
    assert [s for s, _ in parts("目录\n一、甲\t1\n（一）乙.....2\n一、甲\n丙。")] == ["", "", "", "一、甲", "一、甲"]


def test_broken_lines_are_joined_and_table_rows_are_not() -> None:
    line = "这一行因为版面的宽度而在句子的中间断开了，所以下面的那一行"
    assert len(parts(f"{line}\n\n接着它往下说。\n另起一段。")) == 2
    assert len(parts("江苏 1.0\n浙江 2.0")) == 2


def test_a_heading_printed_twice_is_named_once() -> None:
    assert parts("（一）甲乙（一）甲乙\n丙。")[1][0] == "（一）甲乙"


def test_two_wide_spaces_part_paragraphs() -> None:
    assert [text for _, text in parts("　　甲。　　乙。")] == ["甲。", "乙。"]


@pytest.mark.parametrize("raw", ["", " \n\n　　\n"])
def test_a_text_without_words_has_no_paragraph(raw: str) -> None:
    assert parts(raw) == []


def test_known_answers(tmp_path: Path) -> None:
    folder = longer()
    start = folder.text.index("第 8 版")
    start = len("".join(folder.text[:start].split()))
    folder.meta["ignore"] = [{"source": "mini-text", "start": start, "end": start + 3, "reason": "页脚 footer"}]
    data = folder.write(tmp_path)
    (found,), unread = coverage(collect([data]), tmp_path / "corpus")
    status = {t.words: s for t, s in found.tokens}
    assert status == {
        "2015年3月7日": "covered", "39111.70": "uncovered", "2.82": "uncovered", "2016年": "covered",
        "5": "uncovered", "7": "uncovered", "8": "ignored",
    }  # fmt: skip
    assert found.sections()["一、总论 › （一）起步"] == {"uncovered": 1}
    assert (unread, found.changed, found.cover.stale) == ([], False, 0)
    soft = {p.section: names for p, names in found.unclaimed}
    assert soft == {"一、总论 › （一）起步": ["杭州"]}


def test_a_changed_file_is_told(tmp_path: Path) -> None:
    data = mini().write(tmp_path)
    text = tmp_path / "corpus" / "mini-text.txt"
    text.write_text("改" + text.read_text(encoding="utf-8"), encoding="utf-8")
    (found,), _ = coverage(collect([data]), tmp_path / "corpus")
    assert (found.changed, found.cover.stale, found.by_status["covered"]) == (True, 5, 0)


def test_an_ignored_stretch_outside_the_text_is_refused(tmp_path: Path) -> None:
    entry = {"source": "mini-text", "start": 5, "end": 9999, "reason": "页脚"}
    data = longer(ignore=[entry]).write(tmp_path)
    with pytest.raises(DataError, match=r"dataset.yml, column ignore, value '5-9999'.*outside"):
        coverage(collect([data]), tmp_path / "corpus")


def test_no_text_at_hand(tmp_path: Path) -> None:
    data = mini().write(tmp_path)
    (tmp_path / "corpus" / "mini-text.txt").unlink()
    with pytest.raises(TextError, match="no source text"):
        coverage(collect([data]), tmp_path / "corpus")


def test_names_the_longest_first_and_no_ordinary_word() -> None:
    things = [
        Thing(id="place/1", classes=("City",), name_zh="马鞍"),
        Thing(id="place/2", classes=("City",), name_zh="马鞍山"),
        Thing(id="place/3", classes=("Town",), name_zh="江山镇", aliases_zh=("江山",)),
        Thing(id="org/k", classes=("Enterprise",), name_zh="K1"),
        Thing(id="indicator/x", classes=("Indicator",), name_zh="出口额"),
    ]  # fmt: skip
    look = Names(NameIndex(things))
    assert look.inside("马鞍山的江山如画，K1与K12，出口额") == ["马鞍山", "K1"]


def test_the_page_shows_the_words_as_text(tmp_path: Path) -> None:
    data = longer().write(tmp_path)
    page = render(page_of(*coverage(collect([data]), tmp_path / "corpus")))
    assert "&lt;b&gt;&amp; 第" in page
    assert "<b>" not in page and "<script" not in page
    assert "default-src &#39;none&#39;" in page
    assert "http" not in page.replace("http-equiv", "")
    assert '<span class="value" title="mini/adoptions/ningbo (value)">2016年</span>' in page
    assert "只供持有原文者本人核对" in page
    assert page.count('class="uncovered hint"') == 5
    for anchor in (part.split('"')[0] for part in page.split('<a href="#')[1:]):
        assert f'id="{anchor}"' in page
