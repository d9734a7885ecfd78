"""A lack that is complained of, and others who are said to have had it: two statements of two times or places."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import ROLES
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import joined, source_keys

HAVING = tuple(r for r in ROLES if r != "mandated")


@rule("lack-and-presence")
def lacks_that_others_fill(statements: StatementIndex) -> Iterator[AuditFinding]:
    """One finding a declared challenge: every report of the lack, and everyone said to have the innovation."""
    for challenge, innovation in sorted(statements.relations.lacks.items()):
        having = [c for c in statements.stated(*HAVING) if c.object == innovation]
        reports = [c for c in statements.stated("reportsChallenge") if c.object == challenge]
        if having and reports:
            yield _finding(statements, reports, having)


def _finding(statements: StatementIndex, reports: list[Claim], having: list[Claim]) -> AuditFinding:
    lack, thing = statements.name(reports[0].object), statements.name(having[0].object)
    who = joined(dict.fromkeys(statements.name(c.subject) for c in having))
    reporting, stating = source_keys(reports), source_keys(having)
    sentence = LangText(
        f"{reporting.zh}称“{lack.zh}”，而{stating.zh}称{who.zh}已有“{thing.zh}”：时间、地点与所指不尽相同，未必矛盾。",
        f"{reporting.en} reports “{lack.en}”, while {stating.en} tells of {thing.en} in {who.en}: other times and "
        "places, not necessarily a contradiction.",
    )
    return finding("lack-and-presence", "scope", [*reports, *having], sentence)
