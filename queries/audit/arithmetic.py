"""Growth and multiples against the two levels that they join."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cemai.graph.claims import Claim
from cemai.graph.dates import parse

from .facts import Days, Facts, amount, period
from .findings import Finding, finding, relative_gap
from .index import Figures, comparable
from .intervals import Interval, growth, loose, place, rounded, strict
from .relations import Relations
from .words import number, said, topic


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


def growths(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Printed growth in percent against the levels of its period and of its base."""
    figures = Figures(facts)
    for claim in facts.observations:
        if claim.measure == "growth" and claim.unit == "percent" and (claim.modality or "actual") == "actual":
            pair = _levels(figures, claim)
            if pair:
                level, base = pair
                naive = (amount(level) / amount(base) - 1) * 100
                check = Check(claim, pair, naive, growth(strict(level), strict(base)))
                yield from told(facts, "growth", check, _of_levels(level, base))


def _levels(figures: Figures, claim: Claim, targets: Figures | None = None) -> tuple[Claim, Claim] | None:
    """The levels of the period and of the base, both in one unit and above zero."""
    level = (targets or figures).best(claim.subject, claim.object, period(claim), claim)
    base = figures.best(claim.subject, claim.object, base_days(claim), claim) if period(claim) else None
    if not level or not base or level.unit != base.unit or amount(level) <= 0 or amount(base) <= 0:
        return None
    return level, base


def _of_levels(level: Claim, base: Claim) -> tuple[str, str]:
    one, other = said(level), said(base)
    return f"由{base.period}的{other[0]}到{level.period}的{one[0]}", f"{other[1]} in {base.period} to {one[1]}"


def multiples(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Printed multiples (增长12倍, 翻12倍) against their levels, read as grown to and as grown by."""
    figures = Figures(facts)
    ahead = Figures(facts, ("target", "forecast"))
    for claim in facts.observations:
        if claim.measure != "multiple" or claim.unit != "times":
            continue
        actual = (claim.modality or "actual") == "actual"
        if claim.base_period and (pair := _levels(figures, claim, None if actual else ahead)):
            yield from _multiple(facts, claim, *pair)
        elif not claim.base_period and actual:
            yield from _chain(facts, figures, claim)


def _multiple(facts: Facts, claim: Claim, level: Claim, base: Claim) -> Iterator[Finding]:
    ratio = amount(level) / amount(base)
    span = strict(level).over(strict(base))
    one = Interval(Decimal(1), Decimal(1))
    to, by = Check(claim, (level, base), ratio, span), Check(claim, (level, base), ratio - 1, span - one)
    verdicts = to.verdict(), by.verdict()
    if verdicts == (None, None):
        return
    if "wrong" in verdicts and verdicts != ("wrong", "wrong"):
        yield _one_reading(facts, claim, level, base, ratio, to_fits=verdicts[1] == "wrong")
    else:
        nearer = min((to, by), key=lambda c: abs(c.naive - amount(claim)))
        yield from told(facts, "multiple", nearer, _of_levels(level, base))


def _one_reading(facts: Facts, claim: Claim, level: Claim, base: Claim, ratio: Decimal, *, to_fits: bool) -> Finding:
    what, printed, terms = topic(facts, claim), said(claim), _of_levels(level, base)
    zh = (f"{what[0]}印作{printed[0]}：{terms[0]}为原来的{number(ratio)}倍，即增加{number(ratio - 1)}倍；"
          f"只有读作“{'增至' if to_fits else '增加了'}”才相符。")  # fmt: skip
    en = (f"{what[1]} is printed as {printed[1]}: {terms[1]} is {number(ratio)} times the base, a growth by "
          f"{number(ratio - 1)} times; it fits only when read as grown {'to' if to_fits else 'by'}.")  # fmt: skip
    other = ratio - 1 if to_fits else ratio
    return finding("multiple-reading", "arithmetic", (claim, level, base), (zh, en), disagreement=False,
                   gap=abs(other - amount(claim)), unit="times", relative=relative_gap(other, amount(claim)))  # fmt: skip


def _chain(facts: Facts, figures: Figures, claim: Claim) -> Iterator[Finding]:
    """A multiple over years against the printed growth of most of these years: what is left for the others."""
    days = period(claim)
    if not days or days[1].year <= days[0].year:
        return
    years = [(date(y, 1, 1), date(y, 12, 31)) for y in range(days[0].year + 1, days[1].year + 1)]
    known = [c for y in years if (c := figures.best(claim.subject, claim.object, y, claim, "growth"))]
    left = len(years) - len(known)
    if len(known) < 2 or not 0 < left < len(known):
        return
    product = Decimal(1)
    for rise in known:
        product *= 1 + strict(rise).high / 100
    needed = (float(strict(claim).low / product) ** (1 / left) - 1) * 100
    if needed > 100:
        what, printed = topic(facts, claim), said(claim)
        chain = "、".join(f"{c.period} {c.printed}" for c in known)
        zh = (f"{what[0]}印作{printed[0]}；所印各年增速（{chain}）合计只有{number(product)}倍，其余{left}年须每年增长"
              f"{needed:.0f}%以上。口径看来不同，不宜比较。")  # fmt: skip
        en = (f"{what[1]} is printed as {printed[1]}; the printed growth of {len(known)} years makes {number(product)} "
              f"times only, {left} year(s) would need {needed:.0f}% each: another caliber, not comparable.")  # fmt: skip
        yield finding("multiple-chain", "caliber", (claim, *known), (zh, en), disagreement=False,
                      gap=amount(claim) - product, unit="times",
                      relative=relative_gap(amount(claim), product))  # fmt: skip


__all__ = ["Check", "base_days", "growths", "multiples", "place", "told"]
