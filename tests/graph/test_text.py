"""Squeezed text: white space may change, positions and words stay; a number is judged whole in the raw text."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.errors import TextError
from cemai.graph.model.locators import LONGEST_SPAN, Document, sha256, squeeze
from hypothesis import given
from hypothesis import strategies as st

SPACE = " \t\n\r\u3000\u00a0\u2003\u2028\x1c\x85"
blanks = st.text(alphabet=SPACE, max_size=3)
words = st.text(st.characters(codec="utf-8"), max_size=60).map(squeeze)
plain = st.text(alphabet="杭州策脉1290.,％a人𠮷", min_size=1, max_size=40)


def document(raw: str) -> Document:
    """A document of that text."""
    return Document("made-up", raw, "")


@st.composite
def spaced(draw: st.DrawFn) -> tuple[str, str]:
    """A text without white space, and the same with white space strewn in."""
    text = draw(st.one_of(words, plain))
    return text, draw(blanks) + "".join(c + draw(blanks) for c in text)


@given(spaced())
def test_white_space_changes_nothing(pair: tuple[str, str]) -> None:
    text, raw = pair
    held = document(raw)
    assert held.squeezed == text == squeeze(text)
    assert [raw[i] for i in held.raw_positions] == list(text)


@given(spaced(), st.data())
def test_every_slice_is_found_again(pair: tuple[str, str], data: st.DataObject) -> None:
    text, raw = pair
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    if words.startswith("#") or "⟦" in words or "⟧" in words:
        return
    before = [i for i in range(start + 1) if text.startswith(words, i)]
    found = document(raw).find(f"#{len(before)} {words}")
    assert found == (start, end)
    assert document(raw).slice(*found) == words
    if text.count(words) == 1 and len(before) == 1 and text.find(words, start + 1) < 0:
        assert document(raw).find(words) == (start, end)


@given(
    st.text("甲乙丙", min_size=1, max_size=6), st.text("一二三", min_size=1, max_size=6), st.text("人口", max_size=5)
)
def test_marks_pick_a_span_among_its_neighbours(before: str, span: str, after: str) -> None:
    raw = f"开头。{before}\u3000{span}\n{after}。结尾"
    start, end = document(raw).find(f"。{before}⟦{span}⟧{after}。")
    assert document(raw).slice(start, end) == span


decimals = st.builds("{}{}{}".format, st.integers(0, 10**6), st.sampled_from(".．"), st.integers(0, 10**4))
grouped = st.builds("{}{}{:03d}".format, st.integers(1, 999), st.sampled_from(",，"), st.integers(0, 999))


@given(st.integers(0, 10**9).map(str) | decimals | grouped, st.sampled_from(["元", " ", "\n", "\u3000", "。", ""]))
def test_a_cut_number_is_no_whole_token(number: str, after: str) -> None:
    """Every part of a printed number fails, the number itself passes, whatever stands after it."""
    held = document(f"约{number}{after}江苏")
    for start in range(len(number)):
        for end in range(start + 1, len(number) + 1):
            chunk = number[start:end]
            if chunk[0].isdigit() and chunk[-1].isdigit():
                assert held.is_whole_token(start + 1, end + 1) == (chunk == number), (chunk, number)


def test_white_space_ends_a_number() -> None:
    """Squeezing glues table cells together; the raw text tells them apart."""
    held = document("39111.70 2.82\n江苏")
    assert held.squeezed == "39111.702.82江苏"
    assert held.is_whole_token(*held.find("39111.70"))
    assert held.is_whole_token(*held.find("⟦2.82⟧江苏"))
    assert not held.is_whole_token(*held.find("⟦702.82⟧江苏"))


@pytest.mark.parametrize("span", [(-1, 1), (0, 0), (3, 2), (0, 5), (4, 6), (10, 11)])
def test_a_span_outside_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(TextError, match="made-up: span"):
        document("一 二 三 四").slice(*span)


def test_a_long_span_is_refused() -> None:
    held = document("文" * (LONGEST_SPAN + 1))
    assert len(held.slice(0, LONGEST_SPAN)) == LONGEST_SPAN
    with pytest.raises(TextError, match="longer"):
        held.slice(0, LONGEST_SPAN + 1)


@pytest.mark.parametrize("anchor", ["", "  ", "⟦⟧", "没有", "人人", "#9 人", "#0 人", "人"])
def test_an_anchor_that_fits_no_place_or_several_is_refused(anchor: str) -> None:
    with pytest.raises(TextError):
        document("人 口 和 人 口").find(anchor)


def test_a_document_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("杭州\r\n".encode())
    assert Document.read("a", path).file_sha256 == sha256("杭州\r\n")


@pytest.mark.parametrize(("data", "same"), [
    ("杭州\n宁波\n", True), ("\ufeff杭州\n宁波\n", True), ("杭州\r\n宁波\r\n", True), ("\ufeff杭州\r\n宁波\r\n", True),
    ("杭州\n宁波", False), ("杭州 \n宁波\n", False), ("杭 州\n宁波\n", False), ("杭州\n宁彼\n", False), ("", False),
])  # fmt: skip
def test_a_mark_and_line_ends_make_no_other_text(tmp_path: Path, data: str, same: bool) -> None:
    """Editors add a byte order mark and change line ends unasked; whichever way the recorded file had them."""
    path = tmp_path / "a.txt"
    path.write_bytes(data.encode())
    read = Document.read("a", path)
    assert read.is_recorded(sha256("杭州\n宁波\n")) is same
    assert read.is_recorded(sha256("杭州\r\n宁波\r\n")) is same
    assert read.is_recorded(sha256(data)) and read.is_recorded(None)
    assert not read.raw.startswith("\ufeff")


def test_the_words_around_a_span_end_where_the_text_ends() -> None:
    document = Document("source/x", "甲乙丙 丁戊己庚", "")
    assert document.around(2, 4, width=2) == ("甲乙", "丙丁", "戊己")
    assert document.around(1, 3) == ("甲", "乙丙", "丁戊己庚")
    assert document.around(0, 7, width=3) == ("", "甲乙丙丁戊己庚", "")
