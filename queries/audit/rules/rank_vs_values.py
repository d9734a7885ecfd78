"""A printed rank against the values behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.queries.audit.figure_index import figures_of
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import Interval, strict
from cemai.queries.audit.statement_index import Facts, amount, period, source
from cemai.queries.audit.wording import said, topic

COMPLETE = 31


@dataclass(frozen=True, slots=True)
class Table:
    """The values behind ranks: the most exact of each subject, and the sorted ends of their intervals."""

    best: Mapping[str, Claim]
    lows: Sequence[Decimal]
    highs: Sequence[Decimal]


def ranks(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Ranks among all provinces or all cities of the country against the known levels (or growth) of the period."""
    tables: dict[tuple[object, ...], Table] = {}
    for claim in facts.observations:
        among = _among(facts, claim)
        if claim.measure == "rank" and among:
            by_growth = relations.growth_ranks.get(claim.object or "")
            what = by_growth or claim.object, "growth" if by_growth else "level"
            key = (*what, among, period(claim) or source(claim))
            if key not in tables:
                tables[key] = _table(facts, figures_of(facts).at(*what, period(claim)), among, claim)
            yield from _rank(facts, claim, tables[key])
    yield from _twice(facts)


def _table(facts: Facts, values: list[Claim], among: tuple[str, ...], claim: Claim) -> Table:
    """Without a period only the values of the same source count."""
    best: dict[str, Claim] = {}
    for value in sorted(values, key=lambda c: (strict(c).high - strict(c).low, c.id)):
        if facts.is_a(value.subject, *among) and (period(value) or source(value) == source(claim)):
            best.setdefault(value.subject, value)
    spans = [strict(c) for c in best.values()]
    return Table(best, sorted(s.low for s in spans), sorted(s.high for s in spans))


def _among(facts: Facts, claim: Claim) -> tuple[str, ...] | None:
    """The classes that a rank counts: provinces or cities, where the scope is the whole country."""
    scope = claim.rank_scope or ""
    if not scope.startswith("全国") or "沿海" in scope:
        return None
    return ("Province",) if "省" in scope else ("City",) if "市" in scope else None


def _rank(facts: Facts, claim: Claim, table: Table) -> Iterator[Finding]:
    """Ranks that the known values exclude: too many above for certain, or the whole table known and another place."""
    mine = table.best.get(claim.subject)
    if mine is None:
        return
    own = strict(mine)
    above = len(table.lows) - bisect_right(table.lows, own.high)
    possible = len(table.highs) - bisect_right(table.highs, own.low) - (own.high > own.low)
    complete = len(table.best) >= COMPLETE
    places = Interval(Decimal(above + 1), Decimal(possible + 1 if complete else 10**6))
    if not places.meets(strict(claim)):
        higher = [c for c in table.best.values() if strict(c).low > own.high]
        what, printed = topic(facts, claim), said(claim)
        place = str(above + 1) if complete else f"≥{above + 1}"
        zh = f"{what[0]}印作{printed[0]}，按同表数值应为第{place}位。"
        en = f"{what[1]} is printed as {printed[1]}; the values put it at {place}."
        yield finding("rank", "arithmetic", (claim, mine, *higher), (zh, en), disagreement=True,
                      gap=abs(amount(claim) - above - 1), unit=claim.unit,
                      relative=relative_gap(amount(claim), Decimal(above + 1)))  # fmt: skip


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
