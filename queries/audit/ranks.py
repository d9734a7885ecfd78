"""A printed rank against the values behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.claims import Claim

from .facts import Facts, amount, period, source
from .findings import Finding, finding, relative_gap
from .index import Figures
from .intervals import Interval, strict
from .relations import Relations
from .words import said, topic

COMPLETE = 31


def ranks(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Ranks among all provinces or all cities of the country against the known levels (or growth) of the period."""
    figures = Figures(facts)
    for claim in facts.observations:
        among = _among(facts, claim)
        if claim.measure == "rank" and among:
            by_growth = relations.growth_ranks.get(claim.object or "")
            found = figures.at(by_growth or claim.object, "growth" if by_growth else "level", period(claim))
            table = [c for c in found if facts.is_a(c.subject, *among) and (period(c) or source(c) == source(claim))]
            yield from _rank(facts, claim, table)
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
