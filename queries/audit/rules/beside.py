"""More of one thing than of what it stands beside, in one source: each may have several."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import source_of
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import enumeration


@rule("beside")
def more_than_it_stands_beside(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Levels of the declared pairs."""
    for one, other in statements.relations.beside:
        by_source = {source_of(c): c for c in statements.figures.levels(other)}
        for claim in statements.figures.levels(one):
            twin = by_source.get(source_of(claim))
            if twin and strict(claim).low > strict(twin).high:
                a, b = enumeration(statements, [claim]), enumeration(statements, [twin])
                sentence = LangText(
                    f"{a.zh}多于{b.zh}：所计对象不同，一个可有数个，并非矛盾。",
                    f"{a.en} exceed {b.en}: other things are counted, one may have several.",
                )
                yield finding("beside", "scope", (claim, twin), sentence)
