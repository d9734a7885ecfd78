"""Things designated in a place up to a day: zones, their batches, the provinces that have one."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache

from cemai.graph.model.count_lists import Designations
from cemai.graph.model.dates import shifted
from cemai.graph.model.statement import Claim
from cemai.queries.audit.claim_fields import period_of
from cemai.queries.audit.statement_index import StatementIndex

from .listing import Items, Listing, lists

MONTH = 31  # days


@lists(Designations)
def designated(statements: StatementIndex, count: Claim, form: Designations) -> Listing | None:
    """Things, batches or provinces of the designations in the place of the count."""
    if form.added:
        return _added(statements, count, form)
    standing = standing_designations(statements, form.of, count.subject, statements.as_of(count))
    items: Items
    match form.count:
        case "thing":
            items = {c.object: c for c in standing}
        case "province":
            items = {p: c for c in standing if (p := statements.province_of(c.subject))}
        case "batch":
            begin = count.period_begin
            items = {c.batch: c for c in standing if c.batch and c.date_end and begin and c.date_end >= begin}
    return Listing(items) if items else None


def _added(statements: StatementIndex, count: Claim, form: Designations) -> Listing | None:
    """Those of the one batch that any date puts within a month of the period (signing and publication differ)."""
    days = period_of(count)
    if days is None or count.subject != statements.nation:
        return None
    begin, end = shifted(days[0], -MONTH), shifted(days[1], MONTH)
    standing = standing_designations(statements, form.of, count.subject, end)
    added = [c for c in standing if c.batch and c.date_end and c.date_end >= begin]
    return Listing({c.object: c for c in added}) if len({c.batch for c in added}) == 1 else None


def standing_designations(statements: StatementIndex, of: str, place: str, until: date | None) -> list[Claim]:
    """Designations in a place by a day and not ended by then, one claim a thing."""
    every = _by_place(statements, of).get(place, []) if until else []
    dated = [c for c in every if until and c.date_begin and c.date_begin <= until]
    ended = {c.object for c in dated if c.date_kind == "ended"}
    standing: dict[str | None, Claim] = {}
    for claim in dated:
        if claim.object not in ended:
            standing.setdefault(claim.object, claim)
    return list(standing.values())


@lru_cache(maxsize=4)
def _by_place(statements: StatementIndex, of: str) -> dict[str, list[Claim]]:
    """Designations of a class by their place, its province and the nation; those with a batch first."""
    every = [c for c in statements.stated("designated") if statements.is_a(c.object, of) and c.date_end]
    places: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(every, key=lambda c: (c.batch is None, c.date_begin or date.max, c.id)):
        for place in dict.fromkeys((claim.subject, *statements.parents(claim.subject))):
            places[place].append(claim)
    return dict(places)
