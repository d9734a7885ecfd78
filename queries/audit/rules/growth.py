"""A printed growth in percent against the levels of its period and of its base."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.queries.audit.arithmetic import Check, arithmetic_finding, from_base_to_level, level_and_base
from cemai.queries.audit.claim_fields import is_actual, value_of
from cemai.queries.audit.findings import AuditFinding
from cemai.queries.audit.intervals import growth, strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex


@rule("growth", yields_to=("value-differs", "percent-for-points"))
def growth_unlike_its_levels(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Growth of what has happened; left to another rule where the source itself prints two of it."""
    for claim in statements.observations:
        if claim.measure == "growth" and claim.unit == "percent" and is_actual(claim):
            pair = level_and_base(statements.figures, claim)
            if pair:
                level, base = pair
                naive = (value_of(level) / value_of(base) - 1) * 100
                check = Check(claim, pair, naive, growth(strict(level), strict(base)))
                yield from arithmetic_finding(statements, "growth", check, from_base_to_level(level, base))
