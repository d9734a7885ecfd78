"""A printed gap to another place: some two places of the period must differ by it."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import period_of, value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import Interval, strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import money, quote, topic


@rule("gap")
def gaps_that_no_pair_has(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Figures of the declared gaps against the levels of the subject and of every other subject."""
    figures = statements.figures
    for claim in statements.observations:
        indicator = statements.relations.gaps.get(claim.object or "")
        own = figures.best(claim.subject, indicator, period_of(claim), claim) if indicator else None
        others = [c for c in figures.of_period(indicator, "level", period_of(claim)) if c.subject != claim.subject]
        if own and others and not any(_gap(own, c).meets(strict(claim)) for c in others):
            near = min(others, key=lambda c: (abs(abs(value_of(own) - value_of(c)) - value_of(claim)), c.id))
            made = abs(value_of(own) - value_of(near))
            about, printed = topic(statements, claim), quote(claim)
            place, result = statements.name(near.subject), money(made, own.unit)
            sentence = LangText(
                f"{about.zh}印作{printed.zh}；与{place.zh}相差{result.zh}，没有相符的一对。",
                f"{about.en} is printed as {printed.en}; the difference to {place.en} is {result.en}, no pair fits.",
            )
            gap = Gap.between(made, value_of(claim), claim.unit)
            yield finding("gap", "arithmetic", (claim, own, near), sentence, disagreement=True, gap=gap)


def _gap(one: Claim, other: Claim) -> Interval:
    difference = strict(one) - strict(other)
    return -difference if difference.high <= 0 else difference
