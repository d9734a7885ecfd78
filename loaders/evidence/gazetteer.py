"""The gazetteer: finds names of the register's things in a text. Words it does not look for: ``gazetteer.yml``."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from cemai.graph.model.locators import squeeze
from cemai.graph.model.names import NameIndex

FILE = Path(__file__).parent / "gazetteer.yml"
_LATIN_WORD = re.compile("[A-Za-z0-9]{2}")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Names, and kinds of identifiers (``indicator``), that are not looked for."""

    ordinary_words: frozenset[str]
    kinds: frozenset[str]


@cache
def left_out() -> LeftOut:
    """What the package ships."""
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return LeftOut(frozenset(data["ordinary_words"]), frozenset(data["kinds_left_out"]))


class Gazetteer:
    """Finds names of known things in a text, the longest first."""

    def __init__(self, names: NameIndex) -> None:
        self._by_head: dict[str, list[str]] = defaultdict(list)
        for thing in names.things.values():
            if thing.id.partition("/")[0] in left_out().kinds:
                continue
            for name in {squeeze(n) for n in thing.names} - left_out().ordinary_words:
                if len(name) > 1:
                    self._by_head[name[:2]].append(name)
        for candidates in self._by_head.values():
            candidates.sort(key=len, reverse=True)

    def mentions(self, text: str) -> list[str]:
        """The names that stand in squeezed `text`, each once; a name inside a longer one does not count."""
        names: dict[str, None] = {}
        at = 0
        while at < len(text):
            name = next((n for n in self._by_head.get(text[at : at + 2], ()) if text.startswith(n, at)), None)
            if name and not _cuts_a_word(text, at, at + len(name)):
                names[name] = None
            at += len(name) if name else 1
        return list(names)


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin or numeric name is a piece of a longer word."""
    edges = (text[max(0, start - 1) : start + 1], text[end - 1 : end + 1])
    return any(_LATIN_WORD.fullmatch(edge) for edge in edges)
