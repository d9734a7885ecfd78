"""A growth in percent that is far from the growth of the thing and near the rise of its share, in one source."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.arithmetic import base_period_of
from cemai.queries.audit.claim_fields import period_of, source_of, value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding, relative_gap
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import number, quote, topic

SAME, OTHER = 15, 50  # percent: 近5 for a rise by 4.48 points, against a growth of 53.33 percent


@rule("percent-for-points")
def points_written_as_percent(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Growths whose source has the shares and the levels of both periods."""
    figures = statements.figures
    for claim in statements.observations:
        if claim.measure != "growth" or claim.unit != "percent" or claim.share_of or not period_of(claim):
            continue
        times = (period_of(claim), base_period_of(claim))
        now, before = (figures.best(claim.subject, claim.object, d, claim, "share") for d in times)
        level, base = (figures.best(claim.subject, claim.object, d, claim) for d in times)
        together = now and level and source_of(now) == source_of(level) == source_of(claim)
        if now and before and level and base and value_of(base) > 0 and together:
            rise, real = value_of(now) - value_of(before), (value_of(level) / value_of(base) - 1) * 100
            if relative_gap(rise, value_of(claim)) <= SAME and relative_gap(real, value_of(claim)) > OTHER:
                yield _finding(statements, claim, (now, before, level, base), rise, real)


def _finding(
    statements: StatementIndex, claim: Claim, terms: tuple[Claim, ...], rise: Decimal, real: Decimal
) -> AuditFinding:
    about, printed, (now, before) = topic(statements, claim), quote(claim), (quote(c) for c in terms[:2])
    sentence = LangText(
        f"{about.zh}印作{printed.zh}，而其占比由{before.zh}升至{now.zh}，即升{number(rise)}个百分点；其本身增"
        f"{number(real)}%：百分点误作百分数。",
        f"{about.en} is printed as {printed.en}, but its share rose from {before.en} to {now.en}, by {number(rise)} "
        f"points; the thing itself grew by {number(real)}%: points written as percent.",
    )
    gap = Gap.between(real, value_of(claim), "percentage-point")
    return finding("percent-for-points", "arithmetic", (claim, *terms), sentence, disagreement=True, gap=gap)
