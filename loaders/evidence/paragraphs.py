"""The paragraphs and sections of a document. Lines broken by a page or a column are joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cemai.graph.model.locators import Document

_BREAK = re.compile(r"\n|　{2,}")
_HEADING = re.compile(
    r"#+|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+[章节]|案例\d+"
)
_BARE_HEADING = re.compile(r"[^。！？；：，:]{6,30}")  # counts only in a text without a numbered heading
_OWN_LINE = re.compile(r"[图表]\d|[0-9]{1,2}[.、](?!\d)|[●·—-]|数据来源|资料来源|来源：|注：")
_CAPTION = re.compile(r"[图表]\d|(?:数据|资料)?来源：")
_CONTENTS_LINE = re.compile(r"(?:[.．…]{3,}|[^\d.,])\d{1,3}$")
_ENDS = "。！？；：.!?;:”》）)…"
_WRAPPED, _HEAD = 25, 48  # code points: a line that long may be broken; a heading is no longer


@dataclass(frozen=True)
class Paragraph:
    """Squeezed positions of a paragraph, its section, and whether it is a heading, a caption or a note of a source."""

    start: int
    end: int
    section: str
    heading: bool = False


def split_paragraphs(document: Document) -> list[Paragraph]:
    """The paragraphs of a text with their sections (``一、甲 › （一）乙``)."""
    parts: list[Paragraph] = []
    path: dict[int, str] = {}
    pieces = [(start, end, document.squeezed[start:end]) for start, end in _joined_lines(document)]
    numbered = any(_level(text) for _, _, text in pieces)
    for start, end, text in pieces:
        level = _level(text) if numbered else int(_BARE_HEADING.fullmatch(text) is not None)
        in_contents = level > 0 and len(text) < _HEAD + 10 and bool(_CONTENTS_LINE.search(text))
        if level and not in_contents:
            path = {k: v for k, v in path.items() if k < level} | {level: _heading_words(text)}
        heading = bool(_CAPTION.match(text)) or (bool(level) and len(text) <= _HEAD and text[-1] not in "。；")
        parts.append(Paragraph(start, end, " › ".join(path[k] for k in sorted(path)), heading))
    return parts


def _level(text: str) -> int:
    """1 for 一、 and #, 2 for （一） and 案例 1, 0 for a text that is no heading."""
    match = _HEADING.match(text)
    if not match:
        return 0
    return 2 if match.group()[0] in "（(案" or match.group() in ("##", "###") else 1


def _heading_words(text: str) -> str:
    """The words of a heading: up to the first full stop; a run that was printed twice is given once."""
    words = re.split("[。；【~]", text.lstrip("#"), maxsplit=1)[0]
    half = len(words) // 2
    if len(words) % 2 == 0 and words[:half] == words[half:]:
        words = words[:half]
    return words if len(words) <= _HEAD else words[: _HEAD - 1] + "…"


def _joined_lines(document: Document) -> Iterator[tuple[int, int]]:
    """Lines with those that go on in the next one joined to it."""
    text = document.squeezed
    open_line: tuple[int, int] | None = None
    for start, end in _lines(document):
        if open_line and _goes_on(text[slice(*open_line)], text[start:end]):
            open_line = open_line[0], end
            continue
        if open_line:
            yield open_line
        open_line = start, end
    if open_line:
        yield open_line


def _goes_on(before: str, line: str) -> bool:
    """Whether a line was broken by the width of its column and goes on in the next one."""
    if len(before) < _WRAPPED or before[-1] in _ENDS or _HEADING.match(line) or _OWN_LINE.match(line):
        return False
    return not (_HEADING.match(before) and len(before) <= _HEAD) and not _OWN_LINE.match(before)


def _lines(document: Document) -> Iterator[tuple[int, int]]:
    """Squeezed positions of the lines that hold more than white space."""
    cuts = [m.start() for m in _BREAK.finditer(document.raw)]
    start = 0
    place = 0
    for n, at in enumerate(document.raw_positions):
        crossed = False
        while place < len(cuts) and cuts[place] < at:
            place, crossed = place + 1, True
        if crossed and n > start:
            yield start, n
            start = n
    if document.raw_positions[start:]:
        yield start, len(document.raw_positions)
