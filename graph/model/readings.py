"""How Chinese names are read, in pinyin without tones: the register's reading for its places, pypinyin's for the rest.

A place of the register is read as one of its English names spells it (长治, Changzhi): pypinyin alone reads zhangzhi.
`readings.txt` corrects places that no register holds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_CORRECTIONS = Path(__file__).with_name("readings.txt")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORDS = re.compile(r"[a-z]+")
_JOINED = str.maketrans({"ü": "v", "'": None, "’": None, "-": None})
# A Chinese name of one sign is no name of a place.
_SHORTEST = 2

Syllables = tuple[str, ...]


def has_chinese(text: str) -> bool:
    """Whether a text holds a Chinese character."""
    return _HAN.search(text) is not None


def read_aloud(text: str) -> str:
    """The reading of a text by pypinyin, in one word; what is not Chinese stays: ``1210moshi``."""
    return "".join(_by_dictionary(text))


class Readings:
    """Readings that know the places of a graph. `places` are the names of each: Chinese ones, English ones."""

    def __init__(self, places: Iterable[tuple[Iterable[str], Iterable[str]]] = ()) -> None:
        self.corrections = dict(_corrections())
        for chinese, english in places:
            for name, syllables in _spelt(tuple(chinese), english):
                if name in self.corrections or list(syllables) != _by_dictionary(name):
                    self.corrections[name] = syllables
        longest_first = sorted(self.corrections, key=lambda name: (-len(name), name))
        self._corrected = re.compile("|".join(map(re.escape, longest_first)))

    def syllables(self, text: str) -> list[str]:
        """One syllable for each Chinese sign of a text, nothing for others."""
        read, at = list[str](), 0
        for start, end in self._spans(text):
            read += _chinese_only(text[at:start])
            read += self.corrections[text[start:end]]
            at = end
        return read + _chinese_only(text[at:])

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where corrected names stand; not where a word of the dictionary runs into one (增长|治理)."""
        matches = list(self._corrected.finditer(text))
        borders = _borders(text) if matches else set()
        return (match.span() for match in matches if match.start() in borders)


@cache
def _corrections() -> tuple[tuple[str, Syllables], ...]:
    lines = (line.split() for line in _CORRECTIONS.read_text(encoding="utf-8").splitlines())
    return tuple((words[0], tuple(words[1:])) for words in lines if words and words[0] != "#")


def _borders(text: str) -> set[int]:
    """Where the words of the dictionary begin in a text."""
    from pypinyin.seg.mmseg import seg

    begins, at = set[int](), 0
    for word in seg.cut(text):
        begins.add(at)
        at += len(word)
    return begins


@cache
def _sign_readings(sign: str) -> frozenset[str]:
    from pypinyin import Style, pinyin

    return frozenset(pinyin(sign, style=Style.NORMAL, heteronym=True)[0])


def _by_dictionary(text: str) -> list[str]:
    from pypinyin import lazy_pinyin

    return list(lazy_pinyin(text))


def _chinese_only(text: str) -> list[str]:
    from pypinyin import lazy_pinyin

    return list(lazy_pinyin(text, errors="ignore")) if text else []


def _spelt(chinese: Iterable[str], english: Iterable[str]) -> Iterator[tuple[str, Syllables]]:
    """The longest beginning of each Chinese name that the first words of an English name spell."""
    spellings = {spelling for name in english for spelling in _spellings(name)}
    for name in chinese:
        found = (read for spelling in spellings if (read := _split(name, spelling)))
        longest = max(found, key=len, default=())
        if len(longest) >= _SHORTEST:
            yield name[: len(longest)], longest


def _spellings(english: str) -> Iterator[str]:
    """``Xi'an New Area``: ``xian``, ``xiannew``, ``xiannewarea``; ``ü`` as ``v``."""
    letters = "".join(
        c for c in unicodedata.normalize("NFD", english.casefold().translate(_JOINED)) if not unicodedata.combining(c)
    )
    words = _WORDS.findall(letters)
    return ("".join(words[:end]) for end in range(1, len(words) + 1))


def _split(name: str, letters: str) -> Syllables:
    """The letters as one reading for each of the first signs of a name; empty where they do not fit."""
    if not letters:
        return ()
    for syllable in sorted(_sign_readings(name[0]), key=len, reverse=True) if name else ():
        if letters == syllable:
            return (syllable,)
        if letters.startswith(syllable) and (rest := _split(name[1:], letters.removeprefix(syllable))):
            return (syllable, *rest)
    return ()
