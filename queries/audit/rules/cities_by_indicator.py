"""Cities set side by side in one source under two indicators that sound alike."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.side_by_side import cities_by_table, subjects
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import source_key


@rule("cities-by-indicator")
def cities_of_two_indicators(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Levels of cities for one period, unit and source, some in the one and some in the other of a declared pair."""
    tables = cities_by_table(statements)
    for one, other in statements.relations.similar_indicators:
        for key, group in tables.items():
            if key[0] == other and (beside := tables.get((one, *key[1:]))):
                yield _finding(statements, beside, group)


def _finding(statements: StatementIndex, some: list[Claim], rest: list[Claim]) -> AuditFinding:
    one, other = statements.name(some[0].object), statements.name(rest[0].object)
    a, b, when, where = subjects(statements, some), subjects(statements, rest), some[0].period, source_key(some[0])
    sentence = LangText(
        f"{where}所列数值（{when}）：{a.zh}为{one.zh}，{b.zh}为{other.zh}，所计范围不同，不宜比较。",
        f"figures of {when} in {where}: {one.en} for {a.en}, {other.en} for {b.en}: another scope, not comparable.",
    )
    return finding("cities-by-indicator", "scope", [*some, *rest], sentence)
