"""A designation that is older than the first batch of its programme."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex


@rule("first-and-first-batch")
def designated_before_the_first_batch(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Designations without a batch, of a programme whose first batch is dated."""
    first: dict[str, Claim] = {}
    for claim in statements.stated("designated"):
        if claim.batch == 1 and claim.object and claim.date_begin:
            first.setdefault(claim.object, claim)
    for claim in statements.stated("designated"):
        batch = first.get(claim.object or "")
        if batch and claim.batch is None and claim.date_end and batch.date_begin and claim.date_end < batch.date_begin:
            one, other = statements.name(claim.subject), statements.name(batch.subject)
            programme, day = statements.name(claim.object), f"{batch.date_begin:%Y-%m}"
            sentence = LangText(
                f"{programme.zh}：{one.zh}（{claim.date}）早于{other.zh}所在的第一批（{day}）："
                "首个与第一批不是一回事，并非矛盾。",
                f"{programme.en}: {one.en} was designated by {claim.date_end}, before the first batch with {other.en} "
                f"({day}): the first one is not the first batch.",
            )
            yield finding("first-and-first-batch", "scope", (claim, batch), sentence)
