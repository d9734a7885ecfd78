"""A question as tokens: one Chinese character, one word or number, or one symbol that carries a meaning."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .templates import words

_PARTS = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff_]+|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s\b")
# Words that change nothing wherever they stand, in questions, patterns and names alike.
_EMPTY = frozenset(("the", "an", "的", "了"))
# Punctuation that is no mere punctuation: "100%", "A&B".
_KEPT = "%&#@*"
MOST = 120


def tokens(text: str) -> tuple[str, ...]:
    """The tokens of a text: full-width and traditional forms made plain, lower case, without punctuation."""
    plain = unicodedata.normalize("NFKC", text).translate(_simplified()).casefold()
    parts = _PARTS.findall(_POSSESSIVE.sub(" ", plain))
    return tuple(part for part in parts if part not in _EMPTY and _meant(part))


def _meant(part: str) -> bool:
    return part[0].isalnum() or part in _KEPT or unicodedata.category(part[0]).startswith("S")


def chinese(text: str) -> bool:
    """Whether a text holds a Chinese character."""
    return any("\u3400" <= character <= "\u9fff" for character in text)


@cache
def _simplified() -> dict[int, str]:
    """Traditional characters of question words and of the trade, to their simplified forms."""
    pairs = words().traditional.split()
    return {ord(pair[0]): pair[1] for pair in pairs}
