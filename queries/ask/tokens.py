"""A question as tokens: one Chinese character, one word or number, or one symbol that carries a meaning."""

from __future__ import annotations

import re
import unicodedata

from cemai.graph.model.normal_form import plain

_PARTS = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff_]+|[^\w\s]")
_POSSESSIVE = re.compile(r"'s\b")
# Words that change nothing wherever they stand, in questions, patterns and names alike.
_EMPTY = frozenset(("the", "an", "的", "了"))
# Punctuation that is no mere punctuation: "100%", "A&B".
_KEPT = "%&#@*"
MOST = 120


def tokens(text: str) -> tuple[str, ...]:
    """The tokens of a text in the normal form of names (width, script, case), without punctuation."""
    parts = _PARTS.findall(_POSSESSIVE.sub(" ", plain(text)))
    return tuple(part for part in parts if part not in _EMPTY and _meant(part))


def _meant(part: str) -> bool:
    return part[0].isalnum() or part in _KEPT or unicodedata.category(part[0]).startswith("S")


def chinese(text: str) -> bool:
    """Whether a text holds a Chinese character."""
    return any("\u3400" <= character <= "\u9fff" for character in text)
