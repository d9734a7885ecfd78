"""A printed count against the list behind it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit import counting as _counting  # noqa: F401 - the import registers every form of list
from cemai.queries.audit.claim_fields import is_actual, value_of
from cemai.queries.audit.counting.listing import Listing, list_behind, list_name
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote, topic


@rule("count-*", yields_to=("stale-total",))
def counts_unlike_their_lists(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Counts of the declared indicators whose list is known and has another length."""
    for claim in statements.observations:
        form = statements.relations.counts.get(claim.object or "")
        if claim.measure == "level" and form and is_actual(claim):
            known = list_behind(statements, claim, form)
            if known is not None and Decimal(len(known.items)) not in strict(claim):
                yield _finding(statements, claim, known, f"count-{list_name(form)}")


def _finding(statements: StatementIndex, claim: Claim, known: Listing, name: str) -> AuditFinding:
    about, printed, length = topic(statements, claim), quote(claim), len(known.items)
    open_list = known.open and length < value_of(claim)
    more = LangText("所列或不完整，并非矛盾。", " The list need not be whole: no contradiction.")
    remark = more if open_list else known.remark
    sentence = LangText(
        f"{about.zh}印作{printed.zh}，而所列为{length}项。{remark.zh}",
        f"{about.en} is printed as {printed.en}, but its list has {length}.{remark.en}",
    )
    proof = known.items.values() if known.proof is None else known.proof
    gap = Gap.between(value_of(claim), Decimal(length), claim.unit)
    return finding(name, "arithmetic", (claim, *proof), sentence, disagreement=not open_list, gap=gap)
