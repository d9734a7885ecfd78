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
