"""What can be done in a day against what was done in a year, in one source."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import is_year, period_of, source_of, value_of
from cemai.queries.audit.findings import AuditFinding, finding, gap_of_levels
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import enumeration, number

DAYS = 365
FAR = 2  # a capacity that is less than twice what was done tells nothing


@rule("capacity-and-actual")
def capacities_above_the_actual(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Levels of the declared pairs, of one unit: a capacity is not what was done, no disagreement."""
    for capacity, done in statements.relations.daily_capacities:
        for claim in statements.figures.levels(capacity):
            for actual in statements.figures.levels(done):
                if source_of(claim) == source_of(actual) and claim.unit == actual.unit and _is_yearly(actual):
                    times = value_of(claim) * DAYS / value_of(actual)
                    if times > FAR:
                        yield _finding(statements, claim, actual, times)


def _is_yearly(claim: Claim) -> bool:
    return is_year(period_of(claim)) and value_of(claim) > 0


def _finding(statements: StatementIndex, claim: Claim, actual: Claim, times: Decimal) -> AuditFinding:
    subject = statements.name(claim.subject)
    a, b, shown = enumeration(statements, [claim]), enumeration(statements, [actual]), number(times, 0)
    sentence = LangText(
        f"{subject.zh}{a.zh}为每日能力，按全年计为{b.zh}的{shown}倍：能力不是实绩，并非矛盾。",
        f"{subject.en}: {a.en} a day would make {shown} times {b.en}: a capacity is not what was done.",
    )
    return finding("capacity-and-actual", "scope", (claim, actual), sentence, gap=gap_of_levels(claim, actual))
