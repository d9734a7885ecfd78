"""A multiple over years against the printed growth of most of these years: what is left for the others."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import is_actual, period_of, value_of, year_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import number, quote, topic

LIKELY = 100  # percent a year: more than this is not believed of the years that are left


@rule("multiple-chain")
def multiples_beyond_their_growths(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Multiples over several years without a stated base."""
    for claim in statements.observations:
        plain = claim.measure == "multiple" and claim.unit == "times" and not claim.base_period
        if plain and is_actual(claim):
            yield from _compared(statements, claim)


def _compared(statements: StatementIndex, claim: Claim) -> Iterator[AuditFinding]:
    days = period_of(claim)
    if not days or days[1].year <= days[0].year:
        return
    years = [year_of(y) for y in range(days[0].year + 1, days[1].year + 1)]
    best = (statements.figures.best(claim.subject, claim.object, y, claim, "growth") for y in years)
    rises = [c for c in best if c]
    left = len(years) - len(rises)
    if len(rises) < 2 or not 0 < left < len(rises):
        return
    product = Decimal(1)
    for rise in rises:
        product *= 1 + strict(rise).high / 100
    needed = (float(strict(claim).low / product) ** (1 / left) - 1) * 100
    if needed > LIKELY:
        about, printed = topic(statements, claim), quote(claim)
        chain = "、".join(f"{c.period} {c.printed}" for c in rises)
        sentence = LangText(
            f"{about.zh}印作{printed.zh}；所印各年增速（{chain}）合计只有{number(product)}倍，其余{left}年须每年增长"
            f"{needed:.0f}%以上。口径看来不同，不宜比较。",
            f"{about.en} is printed as {printed.en}; the printed growth of {len(rises)} years makes only "
            f"{number(product)} times, {left} more would need {needed:.0f}% each: not comparable.",
        )
        gap = Gap.between(value_of(claim), product, "times")
        yield finding("multiple-chain", "caliber", (claim, *rises), sentence, gap=gap)
