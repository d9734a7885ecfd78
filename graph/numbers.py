"""Numbers as Chinese documents print them: ``1.25万亿元``, ``5300 亿元``, ``39,378.97``, ``13%``, ``3倍``."""

from __future__ import annotations

import re
from decimal import Decimal

_SCALES = {
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "亿": 10**8,
    "万亿": 10**12,
    "百万": 10**6,
    "千万": 10**7,
    "百亿": 10**10,
    "千亿": 10**11,
}
_NUMBER = re.compile(r"[-－−]?\d+(?:[,，]\d{3})*(?:[.．]\d+)?")
_CHINESE = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}


def numbers(printed: str) -> list[Decimal]:
    """Every number that could be read out of a printed form, scaled by the word that follows it.

    >>> numbers("1.25万亿元")
    [Decimal('1250000000000.00')]
    """
    s = "".join(printed.split())
    found = []
    for m in _NUMBER.finditer(s):
        value = Decimal(m.group().replace(",", "").replace("，", "").replace("．", ".").translate(_MINUS))
        scale = re.match("万亿|百万|千万|百亿|千亿|百|千|万|亿", s[m.end() :].lstrip("余多"))
        found.append(value * (_SCALES[scale.group()] if scale else 1))
    return found or [Decimal(n) for n in _chinese_numbers(s)]


_MINUS = str.maketrans({"－": "-", "−": "-"})


def _chinese_numbers(s: str) -> list[int]:
    """Small whole numbers in Chinese characters (十二, 三十, 两), each with a 百/千/万/亿 that follows."""
    found = []
    for m in re.finditer(r"[零一二三四五六七八九两十百千万亿〇]+", s):
        total, section, digit = 0, 0, 0
        for c in m.group():
            if c in _CHINESE:
                digit = _CHINESE[c]
            elif c == "十":
                section, digit = section + (digit or 1) * 10, 0
            elif c in "百千":
                section, digit = section + (digit or 1) * _SCALES[c], 0
            else:
                total, section, digit = (total + section + digit) * _SCALES[c] or _SCALES[c], 0, 0
        found.append(total + section + digit)
    return found


def says(printed: str, value: Decimal) -> bool:
    """Whether the printed form can be read as `value` (sign aside: 下降5.2% is a growth of -5.2).

    Money is scaled by its word (亿元 to yuan); a count in 万家 likewise; percentages stay as printed.
    """
    return any(abs(n) == abs(value) for n in numbers(printed))
