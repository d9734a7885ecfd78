"""The figures, dates, titles and document numbers of a document.

Tokens are found by regular expressions in a *scan text*: the squeezed text with one space where white space in the
raw text parts two numbers, or a number from a Latin word (``39111.70 2.8``). Positions are squeezed positions.
No I/O here. `docs/coverage.md` tells the rules and the classes of tokens that are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cemai.graph.model.locators import Document

from .token_patterns import CAPTION, COUNTED, FOOTNOTE, LEADERS, LIST_POINT, PARTED, SENTENCE_POINT, TOKENS


@dataclass(frozen=True, slots=True)
class Token:
    """A figure, date, title or document number at squeezed positions; `core` is the stretch to be covered."""

    kind: str
    start: int
    end: int
    core: tuple[int, int]
    words: str


@dataclass(frozen=True)
class Scanner:
    """A document with its scan text. `codes` are names made of digits alone (1210), which are no figures."""

    document: Document
    codes: frozenset[str] = frozenset()

    def scan(self) -> Iterator[Token]:
        """Every token in order; those of the classes that are no figures are left out."""
        text, positions = self._scan_text
        at = 0
        while at < len(text):
            kind, match = _match_at(text, at)
            if match is None:
                at += 1
                continue
            at = match.end()
            if kind == "code" or (kind == "figure" and self._is_no_figure(match)):
                continue
            start, end = match.span("core") if "core" in match.re.groupindex and match["core"] else match.span()
            core = positions[start], positions[end - 1] + 1
            yield Token(kind, positions[match.start()], positions[match.end() - 1] + 1, core, match.group())

    @cached_property
    def _scan_text(self) -> tuple[str, list[int]]:
        """The scan text and the squeezed position of each of its characters."""
        raw, places = self.document.raw, self.document.raw_positions
        text: list[str] = []
        positions: list[int] = []
        for n, place in enumerate(places):
            if n and place > places[n - 1] + 1 and PARTED.fullmatch(raw[places[n - 1]] + raw[place]):
                text.append(" ")
                positions.append(n)
            text.append(raw[place])
            positions.append(n)
        return "".join(text), positions

    @cached_property
    def _footnotes(self) -> frozenset[str]:
        return frozenset(FOOTNOTE.findall(self.document.raw))

    def _is_no_figure(self, match: re.Match[str]) -> bool:
        """Whether a number is a code, a caption's number, a list numeral, a footnote mark or a page in the contents."""
        (text, positions), words = self._scan_text, match.group()
        before, after = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 1]
        if words in self.codes and not re.match(f"[{COUNTED}]", after):
            return True
        if CAPTION.search(before):
            return True
        if words in self._footnotes and after in "。，；：、" and not before[-1:].isspace():
            return True
        raw, places = self.document.raw, self.document.raw_positions
        first, last = places[positions[match.start()]], places[positions[match.end() - 1]] + 1
        short = words.isdecimal() and len(words) < 4
        return short and (_is_list_numeral(raw, first, last) or _is_page_number(raw, first, last))


def _match_at(text: str, at: int) -> tuple[str, re.Match[str] | None]:
    for kind, pattern in TOKENS:
        if match := pattern.match(text, at):
            return kind, match
    return "", None


def _is_list_numeral(raw: str, first: int, last: int) -> bool:
    """Whether the number at raw positions is the numeral of a list or of a table's row (1 above 2 above 3)."""
    line, number = raw.rfind("\n", 0, first) + 1, int(raw[first:last])
    if not raw[line:first].strip(" \t　（(●·—-") or raw[max(0, first - 2) : first] == "　　":
        if LIST_POINT.match(raw[last : last + 3]):
            return True
        row = "^[ \t]*{}[ \t]+[\u4e00-\u9fff]"
        lines = raw[max(0, line - 200) : last + 200]
        return bool(re.match(row.format(number), raw[line : last + 9])) and any(
            re.search(row.format(n), lines, re.MULTILINE) for n in (number - 1, number + 1)
        )
    ends_sentence = raw[max(0, first - 4) : first].rstrip(" ")[-1:] in ("。", "；")
    return ends_sentence and bool(SENTENCE_POINT.match(raw[last : last + 3]))


def _is_page_number(raw: str, first: int, last: int) -> bool:
    """Whether the number at raw positions is a page in a table of contents: leaders or a tab before, nothing after."""
    line = raw.rfind("\n", 0, first) + 1
    end = raw.find("\n", last)
    return not raw[last : end if end >= 0 else None].strip() and bool(LEADERS.search(raw[line:first]))
