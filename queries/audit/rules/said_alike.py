"""Two shares of other things that one source prints with the same digits: one may have been read for the other."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import source_of
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import share_of_whole


@rule("said-alike")
def shares_of_the_same_digits(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Shares of the declared pairs, of one subject, period and source."""
    figures = statements.figures
    for one, other in statements.relations.said_alike:
        for subject, series in figures.series_of(one, "share"):
            for days, group in series.items():
                twin = figures.best(subject, other, days, group[0], "share")
                if twin and source_of(twin) == source_of(group[0]) and strict(twin).meets(strict(group[0])):
                    a, b = share_of_whole(statements, group[0]), share_of_whole(statements, twin)
                    sentence = LangText(
                        f"{a.zh}与{b.zh}数字相同而所指不同，或有混用，原文不足以判定。",
                        f"{a.en} and {b.en}: the same digits for two things, perhaps one read for the other.",
                    )
                    yield finding("said-alike", "scope", (group[0], twin), sentence)
