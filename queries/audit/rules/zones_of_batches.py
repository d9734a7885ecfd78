"""A total of zones and a number of batches said together: the zones of that many batches are another number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.count_lists import Designations
from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import source_of, value_of
from cemai.queries.audit.counting.designations import standing_designations
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote


@rule("zones-of-batches")
def totals_unlike_their_batches(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Counts of things designated in the nation and of their batches, of one period and source."""
    figures, nation = statements.figures, statements.nation or ""
    for total, batches, of in _pairs(statements):
        for days, group in figures.series(nation, total).items():
            for claim in group:
                beside = figures.best(nation, batches, days, claim)
                if beside and source_of(beside) == source_of(claim):
                    yield from _compared(statements, claim, beside, of)


def _pairs(statements: StatementIndex) -> Iterator[tuple[str, str, str]]:
    """The declared indicators that count things and batches of one class, with the class."""
    forms = [(i, f) for i, f in statements.relations.counts.items() if isinstance(f, Designations) and not f.added]
    for total, things in forms:
        for batches, form in forms:
            if things.count == "thing" and form.count == "batch" and things.of == form.of:
                yield total, batches, form.of


def _compared(statements: StatementIndex, claim: Claim, batches: Claim, of: str) -> Iterator[AuditFinding]:
    standing = standing_designations(statements, of, claim.subject, statements.as_of(claim))
    sizes = Counter(c.batch for c in standing if c.batch)
    inside = sum(size for batch, size in sizes.items() if batch <= value_of(batches))
    if inside and inside != value_of(claim):
        yield _finding(statements, claim, batches, sizes, inside)


def _finding(
    statements: StatementIndex, claim: Claim, batches: Claim, sizes: Counter[int], inside: int
) -> AuditFinding:
    running, fits = 0, None
    for batch in sorted(sizes):
        running += sizes[batch]
        if running == value_of(claim):
            fits = batch
    one, other, place = quote(claim), quote(batches), statements.name(claim.subject)
    counted, counts = statements.name(claim.object), value_of(batches)
    zh = f"{place.zh}{counted.zh}{one.zh}与批次{other.zh}不合：{counts}批共{inside}个"
    en = f"{counted.en} of {place.en}: {one.en} in {other.en} batches do not fit: {counts} batches have {inside}"
    if fits:
        zh = f"{zh}，{value_of(claim)}个是前{fits}批之和"
        en = f"{en}; {value_of(claim)} is the sum of {fits} batches"
    gap = Gap.between(value_of(claim), Decimal(inside), claim.unit)
    return finding(
        "zones-of-batches",
        "arithmetic",
        (claim, batches),
        LangText(f"{zh}。", f"{en}."),
        disagreement=True,
        gap=gap,
        disputed=2,
    )
