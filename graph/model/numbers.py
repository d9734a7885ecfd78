"""Numbers as Chinese documents print them: ``1.25万亿元``, ``39,378.97``, ``13%``, ``四成``, ``一半``."""

from __future__ import annotations

import re
from decimal import Decimal
from math import prod

_NUMBER = re.compile(r"([-－−]?\d+(?:[,，]\d{3})*(?:[.．]\d+)?)[余多]?([百千万亿]*)(成?)")
_CHINESE_NUMBER = re.compile(r"([零〇一二两三四五六七八九十百千万亿]+)(成?)")
_SCALES = {"百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
# Words that stand for a number: a share of one half, a doubling, the first rank.
_WORDS = {"一半": 50, "半": 50, "翻番": 2, "翻一番": 2, "榜首": 1, "首位": 1, "之首": 1, "首": 1, "冠军": 1}
_FRACTION = re.compile(r"(\d+)/(\d+)|([零一二三四五六七八九十百千万\d]+)分之([零一二三四五六七八九十百千万\d]+)")
_PLAIN = str.maketrans({"－": "-", "−": "-", "．": ".", ",": None, "，": None})


def printed_numbers(printed: str) -> list[Decimal]:
    """Every number that a printed form can be read as, scaled by its word: 万亿 to units.

    Fractions, 成 and 半 are read as percent, 翻番 as 2 (times), 榜首 as 1 (rank).

    >>> numbers("1.25万亿元")
    [Decimal('1250000000000.00')]
    """
    s = "".join(printed.split())
    if s in _WORDS:
        return [Decimal(_WORDS[s])]
    if m := _FRACTION.fullmatch(s):
        part, whole = (_whole(m[1]), _whole(m[2])) if m[1] else (_whole(m[4]), _whole(m[3]))
        return [100 * part / whole] if whole else []
    found: list[Decimal] = []
    end, scale_before = -1, 1
    for m in _NUMBER.finditer(s):
        scale = prod(_SCALES[c] for c in m[2])
        value = Decimal(m[1].translate(_PLAIN)) * scale * (10 if m[3] else 1)
        if m.start() == end and scale < scale_before:  # 1亿2000万 is one number
            value += found.pop()
        found.append(value)
        end, scale_before = m.end(), scale
    return found or [Decimal(_chinese(m[1]) * (10 if m[2] else 1)) for m in _CHINESE_NUMBER.finditer(s)]


def _whole(word: str) -> Decimal:
    return Decimal(word) if word.isdecimal() else Decimal(_chinese(word))


def _chinese(word: str) -> int:
    """A whole number in Chinese characters: 十二, 三十, 两千, 一万五千."""
    total, section, digit = 0, 0, 0
    for c in word:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c == "十":
            section, digit = section + (digit or 1) * 10, 0
        elif c in "百千":
            section, digit = section + (digit or 1) * _SCALES[c], 0
        elif c == "万":
            total, section, digit = total + (section + digit or 1) * 10**4, 0, 0
        else:  # 亿 scales all that stands before it: 三万亿
            total, section, digit = (total + section + digit or 1) * 10**8, 0, 0
    return total + section + digit


def is_printed_as(printed: str, value: Decimal) -> bool:
    """Whether the printed form can be read as `value`, sign aside (下降5.2% is a growth of -5.2).

    A fraction that has no end (三分之一) may be rounded to two places or more.
    """
    return any(
        abs(n) == abs(value) or (_endless(n) and round(abs(n), 2) == round(abs(value), 2))
        for n in printed_numbers(printed)
    )


def _endless(number: Decimal) -> bool:
    return number != round(number, 9)
