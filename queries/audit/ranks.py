"""A printed rank against the values behind it; the gap of two places; differences in percentage points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.claims import Claim

from .arithmetic import Check, base_days, told
from .facts import Facts, amount, period
from .findings import Finding, finding, relative_gap
from .index import Figures
from .intervals import Interval, growth, strict
from .relations import Relations
from .words import money, name, said, topic

COMPLETE = 31


def ranks(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Ranks among all provinces or all cities of the country against the known levels (or growth) of the period."""
    figures = Figures(facts)
    for claim in facts.observations:
        among = _among(facts, claim)
        if claim.measure == "rank" and among and period(claim):
            by_growth = relations.growth_ranks.get(claim.object or "")
            found = figures.at(by_growth or claim.object, "growth" if by_growth else "level", period(claim))
            yield from _rank(facts, claim, [c for c in found if facts.is_a(c.subject, *among)])
    yield from _twice(facts)


def _among(facts: Facts, claim: Claim) -> tuple[str, ...] | None:
    """The classes that a rank counts: provinces or cities, where the scope is the whole country."""
    scope = claim.rank_scope or ""
    if not scope.startswith("全国") or "沿海" in scope:
        return None
    return ("Province",) if "省" in scope else ("City",) if "市" in scope else None


def _rank(facts: Facts, claim: Claim, table: list[Claim]) -> Iterator[Finding]:
    """Ranks that the known values exclude: too many above for certain, or the whole table known and another place."""
    mine = [c for c in table if c.subject == claim.subject]
    if not mine:
        return
    own = strict(min(mine, key=lambda c: (strict(c).high - strict(c).low, c.id)))
    above = {c.subject: c for c in table if c.subject != claim.subject and strict(c).low > own.high}
    possible = {c.subject for c in table if c.subject != claim.subject and strict(c).high > own.low}
    complete = len({c.subject for c in table}) >= COMPLETE
    lowest = Interval(Decimal(len(above) + 1), Decimal(len(possible) + 1 if complete else 10**6))
    if not lowest.meets(strict(claim)):
        what, printed = topic(facts, claim), said(claim)
        place = str(len(above) + 1) if complete else f"≥{len(above) + 1}"
        zh = f"{what[0]}印作{printed[0]}，按同表数值应为第{place}位。"
        en = f"{what[1]} is printed as {printed[1]}; the values put it at {place}."
        yield finding("rank", "arithmetic", (claim, *mine, *above.values()), (zh, en), disagreement=True,
                      gap=abs(amount(claim) - len(above) - 1), unit=claim.unit,
                      relative=relative_gap(amount(claim), Decimal(len(above) + 1)))  # fmt: skip


def _twice(facts: Facts) -> Iterator[Finding]:
    """Two subjects at one exact rank of one scope."""
    seen: dict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
    for c in facts.observations:
        if c.measure == "rank" and not c.hedge and c.rank_scope:
            seen[c.object, c.rank_scope, period(c), c.value, c.dataset].setdefault(c.subject, c)
    for group in seen.values():
        if len(group) > 1:
            one, other = list(group.values())[:2]
            a, b = topic(facts, one), topic(facts, other)
            yield finding("rank-twice", "arithmetic", (one, other), (
                f"{a[0]}与{b[0]}同为{said(one)[0]}。", f"{a[1]} and {b[1]} are both {said(one)[1]}."),
                disagreement=True)  # fmt: skip


def gaps(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """A printed gap to another place: some two places of the period must differ by it."""
    figures = Figures(facts)
    for claim in facts.observations:
        indicator = relations.gaps.get(claim.object or "")
        own = figures.best(claim.subject, indicator, period(claim), claim) if indicator else None
        others = [c for c in figures.at(indicator, "level", period(claim)) if c.subject != claim.subject]
        if own and others and not any(_gap(own, c).meets(strict(claim)) for c in others):
            near = min(others, key=lambda c: (abs(abs(amount(own) - amount(c)) - amount(claim)), c.id))
            made = abs(amount(own) - amount(near))
            what, printed, place, result = topic(facts, claim), said(claim), name(facts, near.subject), money(made, "CNY")
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
    figures = Figures(facts)
    for claim in facts.observations:
        if claim.unit != "percentage-point":
            continue
        if claim.measure == "growth" and claim.share_of:
            now = figures.best(claim.subject, claim.object, period(claim), claim, "share")
            before = figures.best(claim.subject, claim.object, base_days(claim), claim, "share")
            yield from _points(facts, claim, now, before)
        elif claim.object in relations.changes:
            yield from _change(facts, figures, claim, relations.changes[claim.object])
        elif claim.object in relations.leads:
            pair = relations.leads[claim.object]
            one, other = (figures.best(claim.subject, i, period(claim), claim, "growth") for i in pair)
            yield from _points(facts, claim, one, other)


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
        a, b, c = said(now), said(level), said(first)
        yield from told(facts, "points", Check(claim, (now, level, first), naive,
                                               strict(now) - growth(strict(level), strict(first))),
                        (f"{a[0]}减去由{c[0]}到{b[0]}的增速", f"{a[1]} less the growth from {c[1]} to {b[1]}"))  # fmt: skip
