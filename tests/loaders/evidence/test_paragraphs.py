"""Paragraphs and sections of a text: headings, contents, broken lines."""

from __future__ import annotations

import pytest
from cemai.graph.model.locators import Document
from cemai.loaders.evidence.paragraphs import split_paragraphs


def parts(raw: str) -> list[tuple[str, str]]:
    document = Document("source/x", raw, "")
    return [(p.section, document.squeezed[p.start : p.end]) for p in split_paragraphs(document)]


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


def headings(raw: str) -> dict[str, bool]:
    document = Document("source/x", raw, "")
    return {document.squeezed[p.start : p.end]: p.heading for p in split_paragraphs(document)}


def test_a_numbered_sentence_is_no_heading() -> None:
    """It ends as sentences do, or is longer than a heading; the section bears its first words all the same."""
    long = "（一）" + "长" * 60 + "。"
    raw = f"一、总体要求\n（一）支持企业建站。\n（二）物流；\n{long}\n平常的话。"
    assert headings(raw) == {
        "一、总体要求": True, "（一）支持企业建站。": False, "（二）物流；": False, long: False, "平常的话。": False,
    }  # fmt: skip
    assert parts(raw)[1][0] == "一、总体要求 › （一）支持企业建站"
    assert parts(raw)[3][0].endswith("长…") and len(parts(raw)[3][0].partition(" › ")[2]) == 48


@pytest.mark.parametrize("raw", ["图1 进出口额", "表2：试点城市", "资料来源：海关总署。", "来源：作者整理"])
def test_captions_and_notes_of_a_source_are_no_running_text(raw: str) -> None:
    assert headings(raw) == {raw.replace(" ", ""): True}


def test_short_lines_head_a_text_only_where_no_heading_is_numbered() -> None:
    plain = "发展现状与趋势\n2023年进出口2.38万亿元，增长15.6%。\n短\n完。"
    assert parts(plain)[1][0] == "发展现状与趋势" and headings(plain)["发展现状与趋势"] and not headings(plain)["短"]
    assert {section for section, _ in parts(f"{plain}\n一、甲")} == {"", "一、甲"}


def test_a_new_section_ends_those_below_the_one_before() -> None:
    sections = [section for section, _ in parts("一、甲\n（一）乙\n二、丙\n丁。\n（一）戊\n己。")]
    assert sections == ["一、甲", "一、甲 › （一）乙", "二、丙", "二、丙", "二、丙 › （一）戊", "二、丙 › （一）戊"]
