"""Evaluations of the years of a count's period: the years, or the subjects evaluated."""

from __future__ import annotations

from cemai.graph.model.count_lists import Evaluations
from cemai.graph.model.statement import Claim
from cemai.queries.audit.claim_fields import period_of
from cemai.queries.audit.statement_index import StatementIndex

from .listing import Items, Listing, lists


@lists(Evaluations)
def evaluated(statements: StatementIndex, count: Claim, form: Evaluations) -> Listing | None:
    """Years or subjects with an evaluation of the tier."""
    days = period_of(count)
    if days is None:
        return None
    claims = [
        c
        for c in statements.stated("evaluated")
        if c.year
        and days[0].year <= c.year <= days[1].year
        and (form.tier is None or c.tier == form.tier)
        and (not form.own or c.subject == count.subject)
    ]
    items: Items = {c.year if form.count == "year" else c.subject: c for c in claims}
    return Listing(items) if items else None
