"""A printed figure against what other figures make of it, their rounding and hedges respected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cemai.graph.model.dates import parse
from cemai.graph.model.statement import Claim

from .figure_index import comparable
from .findings import Finding, finding, relative_gap
from .intervals import Interval, loose, rounded, strict
from .statement_index import Days, Facts, amount, period
from .wording import number, said, topic

ABOUT = ("about", "nearly")
NOTICED = 5  # percent: a reader notices 约三分之一 for 35.5%, but not 约15% for 14.9%


@dataclass(frozen=True, slots=True)
class Check:
    """A printed figure against what others make of it: the naive result and every result they allow."""

    printed: Claim
    terms: tuple[Claim, ...]
    naive: Decimal
    allowed: Interval

    def verdict(self) -> str | None:
        """None where they fit; ``rounding`` where only their rounding saves it; else ``wrong``."""
        if rounded(self.naive, self.printed) == amount(self.printed):
            return None
        if strict(self.printed).meets(self.allowed):
            fits = self.printed.hedge is not None and self.naive in strict(self.printed)
            near = self.printed.hedge not in ABOUT or relative_gap(amount(self.printed), self.naive) <= NOTICED
            return None if fits and near else "rounding"
        return "rounding" if loose(self.printed).meets(self.allowed) else "wrong"


def told(facts: Facts, rule: str, check: Check, formula: tuple[str, str]) -> Iterator[Finding]:
    """The finding of a check that does not fit. `formula` says how the figure is computed from the terms."""
    verdict = check.verdict()
    if verdict is None:
        return
    unit = "%" if check.printed.unit == "percent" else ""
    computed, low, high = (number(n) + unit for n in (check.naive, check.allowed.low, check.allowed.high))
    span = (f"{low}–{high}") if check.allowed.high.is_finite() else f"≥{low}"
    what, printed = topic(facts, check.printed), said(check.printed)
    zh = f"{what[0]}印作{printed[0]}；{formula[0]}得{computed}（按所印位数可为{span}）。"
    en = f"{what[1]} is printed as {printed[1]}; {formula[1]} gives {computed} (within rounding {span})."
    clash = verdict == "wrong" and comparable((check.printed, *check.terms))
    klass = "arithmetic" if clash or verdict == "rounding" else "caliber"
    zh += {"arithmetic": "" if clash else "可由取整或约数解释。", "caliber": "来源不同而口径未说明，不宜比较。"}[klass]
    en += {"arithmetic": "" if clash else " Rounding or the hedge explains it.",
           "caliber": " The sources differ and state no caliber: not comparable."}[klass]  # fmt: skip
    yield finding(rule, klass, (check.printed, *check.terms), (zh, en), disagreement=clash,
                  gap=abs(amount(check.printed) - check.naive),
                  unit="percentage-point" if unit else check.printed.unit,
                  relative=relative_gap(amount(check.printed), check.naive))  # fmt: skip


def base_days(claim: Claim) -> Days | None:
    """The base period of a growth: the one stated, else the same part of the year before."""
    if claim.base_period:
        span = parse(claim.base_period)
        return span.begin, span.end
    days = period(claim)
    if days is None or days[0].year != days[1].year:
        return None
    end = days[1]
    last = 28 if (end.month, end.day) == (2, 29) else end.day
    return days[0].replace(year=days[0].year - 1), date(end.year - 1, end.month, last)
