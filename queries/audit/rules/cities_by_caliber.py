"""Cities set side by side in one source, some with a stated caliber and some without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import caliber_of
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.side_by_side import cities_by_table, subjects
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import source_key


@rule("cities-by-caliber")
def cities_of_several_calibers(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Levels of several cities for one period in one source, of more than one caliber."""
    for group in cities_by_table(statements).values():
        calibers: dict[str, list[Claim]] = defaultdict(list)
        for claim in group:
            calibers[caliber_of(claim) or ""].append(claim)
        if len(calibers) > 1 and len({c.subject for c in group}) > 1:
            stated = [c for caliber, claims in calibers.items() if caliber for c in claims]
            others = [c for c in calibers.get("", ()) if c.subject not in {s.subject for s in stated}]
            if others or len(calibers) > 2:
                yield _finding(statements, stated, others)


def _finding(statements: StatementIndex, stated: list[Claim], others: list[Claim]) -> AuditFinding:
    first = stated[0]
    indicator, a, b = statements.name(first.object), subjects(statements, stated), subjects(statements, others)
    when, where = first.period, source_key(first)
    sentence = LangText(
        f"{where}所列各市（{when}）{indicator.zh}口径不一：{a.zh}写明口径，{b.zh}未写明，不宜排在一起比较。",
        f"{indicator.en} of cities ({when}) in {where}: {a.en} state a caliber, {b.en} do not: not comparable.",
    )
    return finding("cities-by-caliber", "caliber", [*stated, *others], sentence)
