"""Shares of two wholes, in one period or in a part of it, that sound alike and are printed with other numbers."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import share_of_whole


@rule("near-shares")
def shares_of_two_wholes(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Shares of the declared pairs, the first in a period that lies in that of the second."""
    for one, other in statements.relations.near_shares:
        for subject, series in statements.figures.series_of(one, "share"):
            longer = statements.figures.series(subject, other, "share")
            for days, group in series.items():
                for around, wholes in longer.items():
                    if days and around and around[0] <= days[0] and days[1] <= around[1]:
                        yield from _compared(statements, group[0], wholes[0])


def _compared(statements: StatementIndex, one: Claim, other: Claim) -> Iterator[AuditFinding]:
    if one.share_of == other.share_of or (one.hedge, value_of(one)) == (other.hedge, value_of(other)):
        return
    a, b = share_of_whole(statements, one), share_of_whole(statements, other)
    sentence = LangText(
        f"{a.zh}与{b.zh}的分子分母都不同，不宜混用。", f"{a.en} and {b.en} are shares of other wholes: not to be mixed."
    )
    gap = Gap.between(value_of(one), value_of(other), "percentage-point")
    yield finding("near-shares", "scope", (one, other), sentence, gap=gap)
