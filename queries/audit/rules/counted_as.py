"""One number under two indicators: two ways to count one thing."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import period_of, source_of
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import enumeration


@rule("counted-as")
def numbers_counted_in_two_ways(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Declared pairs: of the same period, or where another source gives the first another value."""
    for one, other in statements.relations.counted_as:
        first, second = statements.figures.levels(one), statements.figures.levels(other)
        by_value = {(c.subject, c.value): c for c in sorted(second, key=lambda c: c.id, reverse=True)}
        beside = {(c.subject, source_of(c)) for c in first}
        for claim in first:
            twin = by_value.get((claim.subject, claim.value))
            elsewhere = twin and source_of(twin) != source_of(claim) and (twin.subject, source_of(twin)) in beside
            if twin and (period_of(twin) == period_of(claim) or elsewhere):
                yield _finding(statements, claim, twin)


def _finding(statements: StatementIndex, claim: Claim, twin: Claim) -> AuditFinding:
    a, b = enumeration(statements, [claim]), enumeration(statements, [twin])
    subject = statements.name(claim.subject)
    sentence = LangText(
        f"{subject.zh}：{a.zh}与{b.zh}数目相同而所计单位不同，范围不一，不宜混用。",
        f"{subject.en}: {a.en} and {b.en} are one number for two things counted: another scope.",
    )
    return finding("counted-as", "scope", (claim, twin), sentence)
