"""Numbers as Chinese documents print them: ``1.25万亿元``, ``39,378.97``, ``13%``, ``四成``, ``一半``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import prod

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_SCALES = {"十": 10, "百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}
_SIGNS = "".join(_DIGITS) + "".join(_SCALES)
# A scale after a number is no scale in 个百分点 and 百分之.
_NUMBER = re.compile(
    r"([-－−]?\d+(?:[,，]\d{3})*(?:[.．]\d+)?)(?:[余多]|个(?=[万亿]))?([十百千万亿]*)(?!分[点之])(?:(成)([一二三四五六七八九半\d])?)?"
)
_CHINESE_NUMBER = re.compile(rf"([{_SIGNS}]+)(?:点([{''.join(_DIGITS)}]+)([万亿]*))?(?:(成)([一二三四五六七八九半])?)?")
# Words that stand for a number: a share of one half, a doubling, the first rank.
_WORDS = {
    "一半": 50, "半": 50, "过半": 50, "半数": 50, "翻番": 2, "翻倍": 2,
    "榜首": 1, "首位": 1, "之首": 1, "首": 1, "冠军": 1,
}  # fmt: skip
_DOUBLED = re.compile(rf"翻了?([{_SIGNS}\d]+)番")
_PART = rf"[{_SIGNS}\d]+(?:[点.．][{''.join(_DIGITS)}\d]+)?"
_FRACTION = re.compile(rf"(\d+)/(\d+)|({_PART})分之({_PART})")
_PER_MILLE = re.compile(r"(\d+(?:[.．]\d+)?)‰")
_PLAIN = str.maketrans({"－": "-", "−": "-", "．": ".", ",": None, "，": None})
# The numerals of cheques and of traditional print, and the scales of English.
_FORMAL = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩", "一二二三三四五六六七八九十百千万亿两")
_ENGLISH = {"thousand": "千", "million": "百万", "billion": "十亿", "trillion": "万亿"}
_MANY = 40  # doublings
_VAGUE = re.compile(r"([一二两三四五六七八九])([一二三四五六七八九])([十百千万亿].*)")
_SHORT = re.compile(r".*([百千万亿])([一二三四五六七八九])")


def printed_numbers(printed: str) -> list[Decimal]:
    """Every number that a printed form can be read as, scaled by its word: 万亿 to units.

    Fractions, 成 and 半 are read as percent, 翻番 as 2 (times), 榜首 as 1 (rank).

    >>> printed_numbers("1.25万亿元")
    [Decimal('1250000000000.00')]
    """
    s = "".join(printed.split()).translate(_FORMAL)
    for word, sign in _ENGLISH.items():
        s = re.sub(word, sign, s, flags=re.IGNORECASE)
    if s in _WORDS:
        return [Decimal(_WORDS[s])]
    if doublings := [2 ** _whole(m[1]) for m in _DOUBLED.finditer(s) if _whole(m[1]) < _MANY]:
        return doublings
    if parts := [*_fractions(s)]:
        return parts
    found: list[Decimal] = []
    end, scale_before = -1, 1
    for m in _NUMBER.finditer(s):
        scale = prod(_SCALES[c] for c in m[2])
        value = Decimal(m[1].translate(_PLAIN)) * scale
        if m[3]:
            value = value * 10 + _tenths(m[4])
        if m.start() == end and scale < scale_before:  # 1亿2000万 is one number
            value += found.pop()
        found.append(value)
        end, scale_before = m.end(), scale
    return found or [value for m in _CHINESE_NUMBER.finditer(s) for value in _readings(m)]


def _fractions(s: str) -> Iterator[Decimal]:
    """三分之一, 1/3 as all that is printed, 百分之十二点五 and 5‰, in percent."""
    for m in _FRACTION.finditer(s):
        if m[1] and m.group() != s:
            continue  # 3/4 within other words is a date or a part of a code
        part, whole = (Decimal(m[1]), Decimal(m[2])) if m[1] else (_whole(m[4]), _whole(m[3]))
        if whole:
            yield 100 * part / whole
    yield from (Decimal(m[1].translate(_PLAIN)) / 10 for m in _PER_MILLE.finditer(s))


def _whole(word: str) -> Decimal:
    """A number all in digits or all in characters, perhaps with decimals."""
    first, _, decimals = word.replace("．", ".").replace("点", ".").partition(".")
    digits = "".join(str(_DIGITS.get(c, c)) for c in decimals)
    return Decimal(f"{first if first.isdecimal() else _chinese(first)}.{digits or 0}")


def _readings(m: re.Match[str]) -> Iterator[Decimal]:
    """What a run of Chinese numerals can mean: 一万五 is 10005 or 15000, 三四百 300 or 400, 二〇二四 digits."""
    word = m[1]
    if m[2]:
        yield _whole(f"{word}点{m[2]}") * prod(_SCALES[c] for c in m[3])
        return
    if m[4]:
        yield Decimal(_chinese(word) * 10) + _tenths(m[5])
        return
    yield Decimal(_chinese(word))
    if len(word) > 1 and all(c in _DIGITS for c in word):
        yield Decimal("".join(str(_DIGITS[c]) for c in word))
    if vague := _VAGUE.fullmatch(word):
        yield Decimal(_chinese(vague[1] + vague[3]))
    if short := _SHORT.fullmatch(word):
        yield Decimal(_chinese(word[:-1]) + _DIGITS[short[2]] * _SCALES[short[1]] // 10)


def _tenths(sign: str | None) -> Decimal:
    """三成五 is 35 percent, 三成半 as well."""
    return Decimal(0 if not sign else 5 if sign == "半" else _DIGITS.get(sign, sign))


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
