"""The text of documents coloured by coverage, as one offline page without any script.

The page holds the documents' words: it is written for the eyes of the person whose corpus it is. Text is data, never
markup: the template escapes everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cemai.viz.page import environment

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_FOLD = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])")
KIND_WORDS = {"figure": "数字 figure", "date": "日期 date", "title": "标题 title", "number": "文号 document number"}
STATUS_WORDS = {
    "covered": "已覆盖 covered", "mentioned": "仅提及 mentioned", "ignored": "已忽略 ignored",
    "uncovered": "未覆盖 uncovered",
}  # fmt: skip


@dataclass(frozen=True)
class CoverageMark:
    """A coloured stretch in raw positions: value, other, ignored, mentioned or uncovered, with a hint."""

    kind: str
    start: int
    end: int
    hint: str


@dataclass(frozen=True)
class Block:
    """A paragraph in raw positions. `names` are known things that it names without any claim."""

    start: int
    end: int
    heading: bool = False
    names: str = ""


@dataclass(frozen=True)
class SectionView:
    """A section with the number of its tokens by status."""

    name: str
    counts: dict[str, int]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class DocumentView:
    """A document: its raw text, its sections, and marks in the order of painting (the last lies on top); `warning`
    where the text is another than the recorded one."""

    id: str
    title: str
    counts: dict[str, int]
    raw: str
    sections: tuple[SectionView, ...]
    marks: tuple[CoverageMark, ...]
    warning: str = ""


@dataclass(frozen=True)
class CoveragePage:
    """Everything that the page shows."""

    documents: tuple[DocumentView, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A run of text under one mark, or plain. `anchor` is set where an uncovered token begins."""

    kind: str
    text: str
    hint: str = ""
    anchor: str = ""


def paint(length: int, marks: Sequence[CoverageMark]) -> list[int]:
    """For each character the number of the mark that lies on top, or -1."""
    top = [-1] * length
    for n, mark in enumerate(marks):
        top[mark.start : mark.end] = [n] * (mark.end - mark.start)
    return top


def folded(raw: str) -> str:
    """`raw` in its own length: a line break becomes a space, beside a Chinese character a NUL that is dropped."""
    joined = _FOLD.sub(lambda m: "\0" * len(m.group()), raw)
    return joined.replace("\n", " ")


def pieces(document: DocumentView, raw: str, block: Block, top: Sequence[int]) -> Iterator[Piece]:
    """The runs of one paragraph of `raw`, the folded text."""
    start = block.start
    while start < block.end:
        end = start + 1
        while end < block.end and top[end] == top[start]:
            end += 1
        text = raw[start:end].replace("\0", "")
        if top[start] < 0:
            yield Piece("", text)
        else:
            mark = document.marks[top[start]]
            gap = mark.kind == "uncovered" and mark.start == start
            yield Piece(mark.kind, text, mark.hint, f"{document.id}-{start}" if gap else "")
        start = end


def render(page: CoveragePage) -> str:
    """The page as HTML text."""
    documents = [(d, [(s, [(b, list(pieces(d, raw, b, top))) for b in s.blocks]) for s in d.sections])
                 for d in page.documents for raw, top in [(folded(d.raw), paint(len(d.raw), d.marks))]]  # fmt: skip
    return (
        environment()
        .get_template("pages/coverage/page.html")
        .render(page=page, documents=documents, policy=POLICY, words=STATUS_WORDS)
    )
