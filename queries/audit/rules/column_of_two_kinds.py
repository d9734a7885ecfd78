"""A table of batches whose one column of days holds days of several kinds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import source_of
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import date_kind, source_key

BATCHES = 3  # fewer rows make no table


@rule("column-of-two-kinds")
def columns_of_several_kinds(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Dated batches by source and table; the kinds of date differ, no disagreement."""
    tables: dict[tuple[str, str], dict[int, Claim]] = defaultdict(dict)
    for claim in sorted(statements.stated("designated"), key=lambda c: c.id):
        if claim.batch and claim.date_begin and claim.date_kind and claim.evidence_tier == "passage":
            tables[source_of(claim), claim.id.rsplit("/", 1)[0]].setdefault(claim.batch, claim)
    for batches in tables.values():
        kinds: dict[str, list[Claim]] = defaultdict(list)
        for _, claim in sorted(batches.items()):
            kinds[claim.date_kind or ""].append(claim)
        if len(batches) >= BATCHES and len(kinds) > 1:
            yield _finding(kinds)


def _finding(kinds: dict[str, list[Claim]]) -> AuditFinding:
    ordered = sorted(kinds.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    zh = "、".join(f"第{'、'.join(str(c.batch) for c in group)}批为{date_kind(kind).zh}" for kind, group in ordered)
    en = ", ".join(f"{date_kind(kind).en} for {', '.join(str(c.batch) for c in group)}" for kind, group in ordered)
    claims = [c for _, group in ordered for c in group]
    where = source_key(claims[0])
    sentence = LangText(
        f"{where}同一栏日期种类不一：{zh}，并非矛盾。", f"one column of {where} holds days of other kinds: {en}."
    )
    return finding("column-of-two-kinds", "date-kind", claims, sentence)
