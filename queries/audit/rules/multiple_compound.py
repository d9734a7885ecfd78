"""A multiple of several years against the multiple of each year (每年翻番) that its source prints beside it."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.arithmetic import Check, arithmetic_finding, base_period_of
from cemai.queries.audit.claim_fields import is_actual, period_of, value_of
from cemai.queries.audit.figure_index import FigureIndex
from cemai.queries.audit.findings import AuditFinding
from cemai.queries.audit.intervals import INFINITE, Interval, strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote


@rule("multiple-compound")
def multiples_unlike_their_yearly_ones(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Multiples of a stated base and those of each year without a base, both actual or both ahead."""
    for claim in statements.observations:
        if claim.measure == "multiple" and claim.unit == "times" and claim.base_period:
            yield from _compared(statements, statements.figures if is_actual(claim) else statements.targets, claim)


def _compared(statements: StatementIndex, figures: FigureIndex, claim: Claim) -> Iterator[AuditFinding]:
    days, base = period_of(claim), base_period_of(claim)
    if not days or not base:
        return
    years = days[1].year - base[1].year
    for when, group in figures.series(claim.subject, claim.object, "multiple").items():
        yearly = next((c for c in group if not c.base_period and value_of(c) != value_of(claim)), None)
        if yearly and when and years > 1 and (when[0].year, when[1].year) == (base[1].year + 1, days[1].year):
            each, printed = strict(yearly), quote(yearly)
            allowed = Interval(each.low**years, each.high if each.high == INFINITE else each.high**years)
            check = Check(claim, (yearly,), value_of(yearly) ** years, allowed)
            formula = LangText(f"每年{printed.zh}，{years}年", f"{printed.en} in each of {years} years")
            yield from arithmetic_finding(statements, "multiple-compound", check, formula)
