"""What a search box looks through: names in lower case, with pinyin and its initials beside Chinese ones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

LONGEST = 200


def search_text(names: Iterable[str]) -> str:
    """One name a line: ``杭州市``, ``hangzhoushi``, ``hzs``, ``hangzhou``."""
    found: dict[str, None] = {}
    for name in names:
        short = name[:LONGEST].lower()
        found |= dict.fromkeys((short, *spellings(short)))
    return "\n".join(line for line in found if line)


@cache
def spellings(name: str) -> tuple[str, ...]:
    """Full pinyin and initials of a name with Chinese characters; nothing for another."""
    if name.isascii():
        return ()
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(name, errors="ignore")
    return ("".join(syllables), "".join(s[0] for s in syllables if s)) if syllables else ()
