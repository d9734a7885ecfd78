"""A printed rank against the values behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import period_of, source_of, value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import Interval, strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote, topic

NO_END = 10**6


@dataclass(frozen=True, slots=True)
class RankTable:
    """The values behind ranks: the most exact of each subject, the sorted ends of their intervals, whether all."""

    best: Mapping[str, Claim]
    lows: Sequence[Decimal]
    highs: Sequence[Decimal]
    complete: bool


@rule("rank")
def ranks_unlike_the_values(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Ranks among all provinces or all cities of the country against the known levels (or growth) of the period."""
    tables: dict[tuple[object, ...], RankTable] = {}
    for claim in statements.observations:
        among = _among(claim)
        if claim.measure == "rank" and among:
            by_growth = statements.relations.growth_ranks.get(claim.object or "")
            ranked = (by_growth, "growth") if by_growth else (claim.object, "level")
            key = (*ranked, among, period_of(claim) or source_of(claim))
            if key not in tables:
                values = statements.figures.of_period(*ranked, period_of(claim))
                tables[key] = _table(statements, values, among, claim)
            yield from _compared(statements, claim, tables[key])


def _among(claim: Claim) -> str | None:
    """The class that a rank counts: provinces or cities, where the scope is the whole country."""
    scope = claim.rank_scope or ""
    if not scope.startswith("全国") or "沿海" in scope:
        return None
    return "Province" if "省" in scope else "City" if "市" in scope else None


def _table(statements: StatementIndex, values: list[Claim], among: str, claim: Claim) -> RankTable:
    """Without a period only the values of the same source count."""
    best: dict[str, Claim] = {}
    for value in sorted(values, key=lambda c: (strict(c).high - strict(c).low, c.id)):
        if statements.is_a(value.subject, among) and (period_of(value) or source_of(value) == source_of(claim)):
            best.setdefault(value.subject, value)
    spans = [strict(c) for c in best.values()]
    whole = statements.relations.complete_sets.get(among)
    complete = whole is not None and len(best) >= whole
    return RankTable(best, sorted(s.low for s in spans), sorted(s.high for s in spans), complete)


def _compared(statements: StatementIndex, claim: Claim, table: RankTable) -> Iterator[AuditFinding]:
    """Ranks that the known values exclude: too many above for certain, or the whole table known and another place."""
    mine = table.best.get(claim.subject)
    if mine is None:
        return
    own = strict(mine)
    above = len(table.lows) - bisect_right(table.lows, own.high)
    possible = len(table.highs) - bisect_right(table.highs, own.low) - (own.high > own.low)
    places = Interval(Decimal(above + 1), Decimal(possible + 1 if table.complete else NO_END))
    if not places.meets(strict(claim)):
        higher = [c for c in table.best.values() if strict(c).low > own.high]
        about, printed = topic(statements, claim), quote(claim)
        place = str(above + 1) if table.complete else f"≥{above + 1}"
        sentence = LangText(
            f"{about.zh}印作{printed.zh}，按同表数值应为第{place}位。",
            f"{about.en} is printed as {printed.en}; the values put it at {place}.",
        )
        gap = Gap.between(value_of(claim), Decimal(above + 1), claim.unit)
        yield finding("rank", "arithmetic", (claim, mine, *higher), sentence, disagreement=True, gap=gap)
