"""Texts fit for a picture: without characters that break a file, not too long, broken into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

# Marks that turn the direction of the text around them: in a picture they only hide what stands there.
_TURNING = {*"\u200e\u200f\u061c", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
# Marks that may not begin a line.
_NOT_FIRST = "，。；：、！？）》」』】”’…,.;:!?)]}%"
# A word, with what may stand inside it (2022-08, 8.5, Xi'an) and a sign before it; blanks; any other character.
_LETTER = r"[^\W_\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]"
_PIECES = re.compile(rf"[≥≤+(]?{_LETTER}+(?:[-.,'’]{_LETTER}+)*|\s+|.", re.DOTALL)


def clean(text: str) -> str:
    """One line without control characters, lone surrogates or marks that turn the direction of writing."""
    return " ".join("".join(map(_shown, text)).split())


def _shown(char: str) -> str:
    if char in _TURNING:
        return ""
    if char.isspace():
        return " "
    broken = unicodedata.category(char) in ("Cc", "Cs") or ord(char) & 0xFFFE == 0xFFFE
    return "\ufffd" if broken else char


def short(text: str, most: int) -> str:
    """At most `most` columns, a Chinese character counting two; what is cut ends in …"""
    text = clean(text)
    if columns(text) <= most:
        return text
    while text and columns(text) > most - 1:
        text = text[: -1 - (columns(text) - most) // 4]
    return text.rstrip() + "…"


def columns(text: str) -> int:
    """The width of a text in columns of a fixed-width font."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrapped(text: str, width: float, measure: Callable[[str], float], most: int = 12) -> list[str]:
    """Lines no wider than `width` in the units of `measure`; at most `most` of them, the last then ends in …"""
    return filled(_pieces(short(text, 2_000), width, measure), width, measure, most)


def filled(pieces: Iterable[str], width: float, measure: Callable[[str], float], most: int = 12) -> list[str]:
    """The same from pieces that stay whole, such as names."""
    lines, line, used = list[str](), "", 0.0
    for piece in pieces:
        if line.strip() and used + measure(piece.rstrip()) > width and piece[0] not in _NOT_FIRST:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += piece if line else piece.lstrip()
        used += measure(piece)
    lines += [line.rstrip()] if line.strip() else []
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1][:-1] + "…"]


def _pieces(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """Words, blanks and single Chinese characters; a word wider than a line falls into characters."""
    for found in _PIECES.finditer(text):
        piece = found.group()
        yield from piece if len(piece) > 8 and measure(piece) > width else (piece,)
