"""Differences in percentage points: of a share or a growth to the period before, or between two indicators."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.arithmetic import Check, arithmetic_finding, base_period_of
from cemai.queries.audit.claim_fields import period_of, value_of, year_before
from cemai.queries.audit.findings import AuditFinding
from cemai.queries.audit.intervals import growth, strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote


@rule("points")
def points_unlike_their_terms(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Changes of shares, declared changes of a growth, declared leads of one growth over another."""
    figures, relations = statements.figures, statements.relations
    for claim in statements.observations:
        if claim.unit != "percentage-point":
            continue
        if claim.measure == "growth" and claim.share_of:
            now = figures.best(claim.subject, claim.object, period_of(claim), claim, "share")
            before = figures.best(claim.subject, claim.object, base_period_of(claim), claim, "share")
            yield from _difference(statements, claim, now, before)
        elif indicator := relations.growth_changes.get(claim.object or ""):
            yield from _change_of_growth(statements, claim, indicator)
        elif pair := relations.growth_leads.get(claim.object or ""):
            one, other = (figures.best(claim.subject, i, period_of(claim), claim, "growth") for i in pair)
            yield from _difference(statements, claim, one, other)


def _difference(
    statements: StatementIndex, claim: Claim, one: Claim | None, other: Claim | None
) -> Iterator[AuditFinding]:
    if one and other:
        a, b = quote(one), quote(other)
        check = Check(claim, (one, other), value_of(one) - value_of(other), strict(one) - strict(other))
        yield from arithmetic_finding(statements, "points", check, LangText(f"{a.zh}减{b.zh}", f"{a.en} less {b.en}"))


def _change_of_growth(statements: StatementIndex, claim: Claim, indicator: str) -> Iterator[AuditFinding]:
    """Growth of the period less growth of its base; a growth that is not printed comes from its levels."""
    figures, base = statements.figures, base_period_of(claim)
    now = figures.best(claim.subject, indicator, period_of(claim), claim, "growth")
    if not now or not base:
        return
    before = figures.best(claim.subject, indicator, base, claim, "growth")
    if before:
        yield from _difference(statements, claim, now, before)
        return
    level, first = (figures.best(claim.subject, indicator, d, claim) for d in (base, year_before(base)))
    if level and first:
        naive = value_of(now) - (value_of(level) / value_of(first) - 1) * 100
        allowed = strict(now) - growth(strict(level), strict(first))
        a, b, c = quote(now), quote(level), quote(first)
        formula = LangText(f"{a.zh}减去由{c.zh}到{b.zh}的增速", f"{a.en} less the growth from {c.en} to {b.en}")
        yield from arithmetic_finding(statements, "points", Check(claim, (now, level, first), naive, allowed), formula)
