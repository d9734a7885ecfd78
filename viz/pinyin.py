"""What a search box looks through: names in lower case, with pinyin and its initials beside Chinese ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from cemai.graph.model.readings import Readings

LONGEST = 200


def search_text(names: Iterable[str], read: Callable[[str], Sequence[str]] | None = None) -> str:
    """One name a line: ``杭州市``, ``hangzhoushi``, ``hzs``, ``hangzhou``. `read` gives the syllables of a name."""
    found: dict[str, None] = {}
    for name in names:
        short = name[:LONGEST].lower()
        found |= dict.fromkeys((short, *_spellings(short, read or _read)))
    return "\n".join(line for line in found if line)


def _spellings(name: str, read: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """Full pinyin and initials of a name with Chinese characters; nothing for another."""
    if name.isascii():
        return ()
    syllables = read(name)
    return ("".join(syllables), "".join(s[0] for s in syllables if s)) if syllables else ()


@cache
def _read(name: str) -> Sequence[str]:
    """The syllables of a name without a register of places."""
    return _plain().syllables(name)


@cache
def _plain() -> Readings:
    return Readings()
