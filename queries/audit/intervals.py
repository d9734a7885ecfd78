"""What a printed figure leaves open: the interval of its rounding and of its hedge (近, 超, 约, 不到, 以上)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from cemai.graph.model.statement import Claim

INFINITE = Decimal("Infinity")
NEAR = Decimal("0.1")  # 近 and 约 leave a tenth open
MEASURED = frozenset({"CNY", "USD", "percent", "percentage-point", "times", "tonne", "sqm", "kilometre"})
_NUMERAL = re.compile(r"\d+(?:[,，]\d{3})*(?:[.．]\d+)?")


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers from `low` to `high`; an open end is not part of it."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return _reaches(self, other) and _reaches(other, self)

    def __contains__(self, number: Decimal) -> bool:
        return self.meets(Interval(number, number))

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def times(self, number: Decimal) -> Interval:
        """Every number of it times a positive number."""
        return Interval(self.low * number, self.high * number, self.low_open, self.high_open)

    def over(self, other: Interval) -> Interval:
        """Every quotient of two intervals of positive numbers."""
        low = Decimal(0) if other.high == INFINITE else self.low / other.high
        return Interval(low, INFINITE if other.low <= 0 or self.high == INFINITE else self.high / other.low)


def _reaches(one: Interval, other: Interval) -> bool:
    """Whether the low end of `one` is not above the high end of `other`."""
    closed = not (one.low_open or other.high_open)
    return one.low < other.high or (one.low == other.high and closed)


def growth(level: Interval, base: Interval) -> Interval:
    """Every growth in percent that two intervals of levels allow."""
    return (level.over(base) + Interval(Decimal(-1), Decimal(-1))).times(Decimal(100))


def strict(claim: Claim) -> Interval:
    """What the claim allows when every printed digit counts."""
    return _interval(claim, place(claim))


def loose(claim: Claim) -> Interval:
    """What it allows when the zeros at the end of a whole number may be rounded (2000亿, 30倍)."""
    return _interval(claim, _loose_place(claim))


_HEDGES: dict[str, Callable[[Decimal], Interval]] = {
    "over": lambda v: Interval(v, INFINITE, low_open=True),
    "at-least": lambda v: Interval(v, INFINITE),
    "under": lambda v: Interval(Decimal(0), v, high_open=True),
    "at-most": lambda v: Interval(Decimal(0), v),
    "nearly": lambda v: Interval(v * (1 - NEAR), v, high_open=True),
}  # fmt: skip


def _interval(claim: Claim, unit: Decimal) -> Interval:
    value = claim.value or Decimal(0)
    size, half = abs(value), unit / 2
    if claim.hedge in _HEDGES:
        found = _HEDGES[claim.hedge](size)
    else:
        wide = max(half, size * NEAR) if claim.hedge == "about" else half
        found = Interval(size - wide, size + wide)
    return -found if value < 0 else found


def place(claim: Claim) -> Decimal:
    """One unit of the last printed digit, in the unit of the value; 0 for a plain count and a rank.

    1.62万亿 has a place of 0.01万亿; 四成 of ten percent; a fraction (1/200) of a tenth of itself.
    """
    found = _numeral(claim)
    if claim.measure == "rank" or claim.value is None:
        return Decimal(0)
    if found is not None:
        numeral, scale = found
        decimals = len(numeral.partition(".")[2])
        exact = not decimals and scale == 1 and claim.unit not in MEASURED
        return Decimal(0) if exact else scale.scaleb(-decimals)
    if "成" in (claim.printed or "") and claim.unit == "percent":
        return Decimal(10)
    return abs(claim.value) / 10 if _fraction(claim) else Decimal(0)


def _fraction(claim: Claim) -> bool:
    return any(mark in (claim.printed or "") for mark in ("/", "分之"))


def _loose_place(claim: Claim) -> Decimal:
    """The last digit that is not 0; a fraction in words (三分之一) is loose by a tenth on either side."""
    if _fraction(claim):
        return place(claim) * 2
    found = _numeral(claim)
    if found is None or claim.measure == "rank" or "." in found[0]:
        return place(claim)
    numeral, scale = found
    zeros = len(numeral) - len(numeral.rstrip("0"))
    return scale.scaleb(zeros) if zeros else place(claim)


def _numeral(claim: Claim) -> tuple[str, Decimal] | None:
    """The digits that print the value, and the power of ten between them and the value."""
    if not claim.value or _fraction(claim):
        return None
    for match in _NUMERAL.finditer(claim.printed or ""):
        numeral = re.sub("[,，]", "", match[0]).replace("．", ".")
        if Decimal(numeral):
            scale = (abs(claim.value) / Decimal(numeral)).normalize()
            if scale.as_tuple().digits == (1,):
                return numeral, scale
    return None


def rounded(number: Decimal, claim: Claim) -> Decimal:
    """A computed number at the place that the claim prints."""
    unit = place(claim)
    return (number / unit).quantize(Decimal(1), rounding="ROUND_HALF_UP") * unit if unit else number
