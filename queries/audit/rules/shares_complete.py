"""Shares of one whole that leave nothing out make 100 percent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.parts import added, parts_of
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import enumeration

HUNDRED = Decimal(100)


@rule("shares-complete")
def shares_that_make_no_hundred(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Declared groups of shares, in each period of a subject that has all of them."""
    for first, *others in statements.relations.complete_shares:
        for subject, series in statements.figures.series_of(first, "share"):
            for days, group in series.items():
                parts = [group[0], *parts_of(statements.figures, subject, others, days, group[0], "share")]
                if len(parts) == 1 + len(others) and HUNDRED not in added(parts):
                    made = sum((value_of(p) for p in parts), Decimal(0))
                    of, place = enumeration(statements, parts, periods=False), statements.name(subject)
                    sentence = LangText(
                        f"{place.zh}的各占比（{of.zh}）合计{made}%，应为100%。",
                        f"the shares of {place.en} ({of.en}) add up to {made}%, not to 100%.",
                    )
                    gap = Gap.between(made, HUNDRED, "percentage-point")
                    yield finding(
                        "shares-complete",
                        "arithmetic",
                        parts,
                        sentence,
                        disagreement=True,
                        gap=gap,
                        disputed=len(parts),
                    )
