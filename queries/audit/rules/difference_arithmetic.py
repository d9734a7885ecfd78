"""Differences: the gap of two places, and differences in percentage points of shares and growth."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.queries.audit.comparisons import Check, base_days, told
from cemai.queries.audit.figure_index import Figures, figures_of
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import Interval, growth, strict
from cemai.queries.audit.statement_index import Facts, amount, period, source
from cemai.queries.audit.wording import money, name, number, said, topic

SAME, OTHER = 15, 50  # percent: 近5 for a rise by 4.48 points, against a growth of 53.33 percent


def gaps(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """A printed gap to another place: some two places of the period must differ by it."""
    figures = figures_of(facts)
    for claim in facts.observations:
        indicator = relations.gaps.get(claim.object or "")
        own = figures.best(claim.subject, indicator, period(claim), claim) if indicator else None
        others = [c for c in figures.at(indicator, "level", period(claim)) if c.subject != claim.subject]
        if own and others and not any(_gap(own, c).meets(strict(claim)) for c in others):
            near = min(others, key=lambda c: (abs(abs(amount(own) - amount(c)) - amount(claim)), c.id))
            made = abs(amount(own) - amount(near))
            what, printed = topic(facts, claim), said(claim)
            place, result = name(facts, near.subject), money(made, "CNY")
            zh = f"{what[0]}印作{printed[0]}；与{place[0]}相差{result[0]}，没有相符的一对。"
            en = f"{what[1]} is printed as {printed[1]}; the difference to {place[1]} is {result[1]}, no pair fits."
            yield finding("gap", "arithmetic", (claim, own, near), (zh, en), disagreement=True,
                          gap=abs(made - amount(claim)), unit=claim.unit,
                          relative=relative_gap(made, amount(claim)))  # fmt: skip


def _gap(one: Claim, other: Claim) -> Interval:
    difference = strict(one) - strict(other)
    return -difference if difference.high <= 0 else difference


def points(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Differences in percentage points: of a share or a growth to the period before, or between two indicators."""
    figures = figures_of(facts)
    for claim in facts.observations:
        if claim.unit != "percentage-point":
            continue
        if claim.measure == "growth" and claim.share_of:
            now = figures.best(claim.subject, claim.object, period(claim), claim, "share")
            before = figures.best(claim.subject, claim.object, base_days(claim), claim, "share")
            yield from _points(facts, claim, now, before)
        elif base := relations.changes.get(claim.object or ""):
            yield from _change(facts, figures, claim, base)
        elif pair := relations.leads.get(claim.object or ""):
            one, other = (figures.best(claim.subject, i, period(claim), claim, "growth") for i in pair)
            yield from _points(facts, claim, one, other)


def percent_for_points(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """A growth in percent that is far from the growth of the thing and near the rise of its share, in one source."""
    figures = figures_of(facts)
    for claim in facts.observations:
        if claim.measure != "growth" or claim.unit != "percent" or claim.share_of or not period(claim):
            continue
        times = (period(claim), base_days(claim))
        now, before = (figures.best(claim.subject, claim.object, d, claim, "share") for d in times)
        level, base = (figures.best(claim.subject, claim.object, d, claim) for d in times)
        together = now and level and source(now) == source(level) == source(claim)
        if now and before and level and base and amount(base) > 0 and together:
            rise, real = amount(now) - amount(before), (amount(level) / amount(base) - 1) * 100
            if relative_gap(rise, amount(claim)) <= SAME and relative_gap(real, amount(claim)) > OTHER:
                yield _for_points(facts, claim, (now, before, level, base), (rise, real))


def _for_points(facts: Facts, claim: Claim, terms: tuple[Claim, ...], numbers: tuple[Decimal, Decimal]) -> Finding:
    what, printed, (one, other) = topic(facts, claim), said(claim), (said(c) for c in terms[:2])
    rise, real = (number(n) for n in numbers)
    zh = (f"{what[0]}印作{printed[0]}，而其占比由{other[0]}升至{one[0]}，即升{rise}个百分点；其本身增{real}%："
          "百分点误作百分数。")  # fmt: skip
    en = (f"{what[1]} is printed as {printed[1]}, but its share rose from {other[1]} to {one[1]}, by {rise} points; "
          f"the thing itself grew by {real}%: points written as percent.")  # fmt: skip
    return finding("percent-for-points", "arithmetic", (claim, *terms), (zh, en), disagreement=True,
                   gap=abs(numbers[1] - amount(claim)), unit="percentage-point",
                   relative=relative_gap(numbers[1], amount(claim)))  # fmt: skip


def _points(facts: Facts, claim: Claim, one: Claim | None, other: Claim | None) -> Iterator[Finding]:
    if one and other:
        a, b = said(one), said(other)
        naive, span = amount(one) - amount(other), strict(one) - strict(other)
        yield from told(facts, "points", Check(claim, (one, other), naive, span),
                        (f"{a[0]}减{b[0]}", f"{a[1]} less {b[1]}"))  # fmt: skip


def _change(facts: Facts, figures: Figures, claim: Claim, indicator: str) -> Iterator[Finding]:
    """Growth of the period less growth of its base; a growth that is not printed comes from its levels."""
    days, base = period(claim), base_days(claim)
    now = figures.best(claim.subject, indicator, days, claim, "growth")
    if not now or not base:
        return
    before = figures.best(claim.subject, indicator, base, claim, "growth")
    if before:
        yield from _points(facts, claim, now, before)
        return
    year_before = (base[0].replace(year=base[0].year - 1), base[1].replace(year=base[1].year - 1))
    levels = [figures.best(claim.subject, indicator, d, claim) for d in (base, year_before)]
    level, first = levels
    if level and first:
        naive = amount(now) - (amount(level) / amount(first) - 1) * 100
        allowed = strict(now) - growth(strict(level), strict(first))
        a, b, c = said(now), said(level), said(first)
        formula = f"{a[0]}减去由{c[0]}到{b[0]}的增速", f"{a[1]} less the growth from {c[1]} to {b[1]}"
        yield from told(facts, "points", Check(claim, (now, level, first), naive, allowed), formula)
