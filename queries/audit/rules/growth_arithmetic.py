"""Growth and multiples against the two levels that they join."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.queries.audit.comparisons import Check, base_days, told
from cemai.queries.audit.figure_index import Figures, figures_of
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import INFINITE, Interval, growth, strict
from cemai.queries.audit.statement_index import Facts, amount, period
from cemai.queries.audit.wording import number, said, topic


def growths(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Printed growth in percent against the levels of its period and of its base."""
    figures = figures_of(facts)
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
    figures = figures_of(facts)
    ahead = Figures(facts, ("target", "forecast"))
    for claim in facts.observations:
        if claim.measure != "multiple" or claim.unit != "times":
            continue
        actual = (claim.modality or "actual") == "actual"
        if claim.base_period and (pair := _levels(figures, claim, None if actual else ahead)):
            yield from _multiple(facts, claim, *pair)
        elif not claim.base_period and actual:
            yield from _chain(facts, figures, claim)
        if claim.base_period:
            yield from _compound(facts, figures if actual else ahead, claim)


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
    gap = abs(other - amount(claim))
    return finding("multiple-reading", "arithmetic", (claim, level, base), (zh, en), disagreement=False, gap=gap,
                   unit="times", relative=relative_gap(other, amount(claim)))  # fmt: skip


def _compound(facts: Facts, figures: Figures, claim: Claim) -> Iterator[Finding]:
    """A multiple of years against the multiple of each year (每年翻番), which its source prints beside it."""
    days, base = period(claim), base_days(claim)
    if not days or not base:
        return
    years = days[1].year - base[1].year
    for when, group in figures.series(claim.subject, claim.object, "multiple").items():
        yearly = next((c for c in group if not c.base_period and amount(c) != amount(claim)), None)
        if yearly and when and years > 1 and (when[0].year, when[1].year) == (base[1].year + 1, days[1].year):
            naive, span, one = amount(yearly) ** years, strict(yearly), said(yearly)
            high = span.high if span.high == INFINITE else span.high**years
            formula = f"每年{one[0]}，{years}年", f"{one[1]} in each of {years} years"
            yield from told(facts, "multiple-compound", Check(claim, (yearly,), naive,
                                                              Interval(span.low**years, high)), formula)  # fmt: skip


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
        en = (f"{what[1]} is printed as {printed[1]}; the printed growth of {len(known)} years makes only "
              f"{number(product)} times, {left} more would need {needed:.0f}% each: not comparable.")  # fmt: skip
        yield finding("multiple-chain", "caliber", (claim, *known), (zh, en), disagreement=False,
                      gap=amount(claim) - product, unit="times",
                      relative=relative_gap(amount(claim), product))  # fmt: skip
