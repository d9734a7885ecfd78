"""Supervision modes by their first dated use."""

from __future__ import annotations

from datetime import date

from cemai.graph.model.count_lists import ModesAdded
from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import ROLES, period_of, value_of
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import short_key

from .listing import Items, Listing, lists


@lists(ModesAdded)
def modes_in_year(statements: StatementIndex, count: Claim, form: ModesAdded) -> Listing | None:
    """Modes first used in the period; the remark names those that came nearest before its end."""
    days, first = period_of(count), _first_uses(statements)
    if not days or not first:
        return None
    items: Items = {c.object: c for c in first if c.date_begin and days[0] <= c.date_begin <= days[1]}
    nearest = [c for c in first if (c.date_begin or date.max) <= days[1]][-int(value_of(count)) :]
    dated = [f"{short_key(c.object or '')} {c.date_begin}" for c in nearest]
    remark = LangText(f"最近的首次日期：{'、'.join(dated)}。", f" The nearest first dates: {', '.join(dated)}.")
    return Listing(items, remark=remark, proof=tuple(nearest))


def _first_uses(statements: StatementIndex) -> list[Claim]:
    """The first dated use of every supervision mode, in the order of days."""
    used = [c for c in statements.stated(*ROLES) if statements.is_a(c.object, "SupervisionMode") and c.date_begin]
    first: dict[str | None, Claim] = {}
    for claim in sorted(used, key=lambda c: (c.date_begin or date.max, c.id)):
        first.setdefault(claim.object, claim)
    return list(first.values())
