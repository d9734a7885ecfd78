"""Dated policies that one source lists for a place."""

from __future__ import annotations

from cemai.graph.model.count_lists import Policies
from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import period_of, source_of, value_of
from cemai.queries.audit.statement_index import StatementIndex

from .listing import Items, Listing, lists


@lists(Policies)
def published(statements: StatementIndex, count: Claim, form: Policies) -> Listing | None:
    """Policies that apply to the subject and were published in the period; known where the list is long enough."""
    days, every = period_of(count), _published(statements, count)
    if not every or len(every) < value_of(count):
        return None
    inside: Items = {p: c for p, c in every.items() if days and c.date_begin and days[0] <= c.date_begin <= days[1]}
    dates = sorted(str(c.date_begin) for c in every.values())
    remark = LangText(
        f"名单共{len(every)}项，日期自{dates[0]}至{dates[-1]}。",
        f" The whole list has {len(every)}, dated {dates[0]} to {dates[-1]}.",
    )
    return Listing(inside, remark=remark)


def _published(statements: StatementIndex, count: Claim) -> dict[str | None, Claim]:
    """Dated policies of the source that apply to the subject, in whatever period."""
    here = [c for c in statements.stated("appliesTo", "issued", "dated") if source_of(c) == source_of(count)]
    ours = {c.subject for c in here if c.predicate == "appliesTo" and c.object == count.subject}
    dated = [c for c in here if c.predicate != "appliesTo" and c.date_begin and c.date_kind == "published"]
    return {policy: c for c in dated if (policy := _policy_of(c)) in ours}


def _policy_of(claim: Claim) -> str | None:
    """The policy of a claim that it was issued or dated."""
    return claim.object if claim.predicate == "issued" else claim.subject
