"""What a search box looks through, and what its script needs to bring what is typed into the normal form of names."""

from __future__ import annotations

from collections.abc import Iterable

from cemai.graph.model.normal_form import folded_signs, name_key, simplified
from cemai.graph.model.readings import Readings, has_chinese

LONGEST = 200


def search_text(names: Iterable[str], readings: Readings) -> str:
    """One form a line, each once: name keys, with pinyin and its initials: ``杭州市``, ``hangzhoushi``, ``hzs``."""
    found: dict[str, None] = {}
    for name in names:
        short = name[:LONGEST]
        found |= dict.fromkeys((name_key(short), *_pinyin(short, readings)))
    return "\n".join(line for line in found if line)


def _pinyin(name: str, readings: Readings) -> tuple[str, ...]:
    """Full pinyin and initials of a name with Chinese characters; nothing for another."""
    if not has_chinese(name):
        return ()
    syllables = readings.syllables(simplified(name))
    return "".join(syllables), "".join(syllable[0] for syllable in syllables if syllable)


def folds(texts: Iterable[str]) -> str:
    """The signs to be replaced in what is typed, each before its replacement, as far as the texts hold that: ``寧宁``.

    A page has these only: the whole table would be thrice as large as its script.
    """
    held = {sign for text in texts for sign in text}
    return "".join(sign + form for sign, form in folded_signs().items() if form in held)
