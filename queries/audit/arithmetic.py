"""A printed figure against what other figures make of it, their rounding and hedges respected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cemai.graph.model.dates import parse
from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText

from .claim_fields import Days, period_of, value_of, year_before
from .figure_index import FigureIndex, comparable
from .findings import AuditFinding, Gap, finding, relative_gap
from .intervals import Interval, loose, rounded, strict
from .statement_index import StatementIndex
from .wording import number, quote, topic

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
        if rounded(self.naive, self.printed) == value_of(self.printed):
            return None
        if strict(self.printed).meets(self.allowed):
            fits = self.printed.hedge is not None and self.naive in strict(self.printed)
            near = self.printed.hedge not in ABOUT or relative_gap(value_of(self.printed), self.naive) <= NOTICED
            return None if fits and near else "rounding"
        return "rounding" if loose(self.printed).meets(self.allowed) else "wrong"


def arithmetic_finding(
    statements: StatementIndex, rule: str, check: Check, formula: LangText
) -> Iterator[AuditFinding]:
    """The finding of a check that does not fit. `formula` says how the figure is computed from the terms."""
    verdict = check.verdict()
    if verdict is None:
        return
    unit = "%" if check.printed.unit == "percent" else ""
    computed, low, high = (number(n) + unit for n in (check.naive, check.allowed.low, check.allowed.high))
    span = (f"{low}–{high}") if check.allowed.high.is_finite() else f"≥{low}"
    about, printed = topic(statements, check.printed), quote(check.printed)
    zh = f"{about.zh}印作{printed.zh}；{formula.zh}得{computed}（按所印位数可为{span}）。"
    en = f"{about.en} is printed as {printed.en}; {formula.en} gives {computed} (within rounding {span})."
    clash = verdict == "wrong" and comparable((check.printed, *check.terms))
    klass = "arithmetic" if clash or verdict == "rounding" else "caliber"
    zh += {"arithmetic": "" if clash else "可由取整或约数解释。", "caliber": "来源不同而口径未说明，不宜比较。"}[klass]
    en += {
        "arithmetic": "" if clash else " Rounding or the hedge explains it.",
        "caliber": " The sources differ and state no caliber: not comparable.",
    }[klass]
    gap = Gap.between(value_of(check.printed), check.naive, "percentage-point" if unit else check.printed.unit)
    yield finding(rule, klass, (check.printed, *check.terms), LangText(zh, en), disagreement=clash, gap=gap)


def base_period_of(claim: Claim) -> Days | None:
    """The base period of a growth: the one stated, else the same part of the year before."""
    if claim.base_period:
        span = parse(claim.base_period)
        return span.begin, span.end
    days = period_of(claim)
    if days is None or days[0].year != days[1].year:
        return None
    return year_before(days)


def level_and_base(
    figures: FigureIndex, claim: Claim, targets: FigureIndex | None = None
) -> tuple[Claim, Claim] | None:
    """The levels that a growth joins, of its period and of its base, both in one unit and above zero.

    With `targets` the level of the period is one of these.
    """
    level = (targets or figures).best(claim.subject, claim.object, period_of(claim), claim)
    base = figures.best(claim.subject, claim.object, base_period_of(claim), claim) if period_of(claim) else None
    if not level or not base or level.unit != base.unit or value_of(level) <= 0 or value_of(base) <= 0:
        return None
    return level, base


def from_base_to_level(level: Claim, base: Claim) -> LangText:
    """The formula of a growth in words."""
    to, start = quote(level), quote(base)
    return LangText(
        f"由{base.period}的{start.zh}到{level.period}的{to.zh}",
        f"{start.en} in {base.period} to {to.en}",
    )
