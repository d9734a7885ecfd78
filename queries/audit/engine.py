"""Every rule over the statements, and the findings in order: disagreements first, the largest gap first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from . import rules as _rules  # noqa: F401 - the import registers every rule
from .findings import AuditFinding
from .registry import RULES, AuditRule
from .statement_index import StatementIndex


def audit(statements: StatementIndex) -> list[AuditFinding]:
    """What does not fit together, ranked from 1. The same claims and rule give the same finding once."""
    found = {f.id: (rule, f) for rule in RULES for f in rule.search(statements)}
    kept = _without_repetitions(list(found.values()))
    ordered = sorted(kept, key=lambda f: (not f.disagreement, -f.severity, f.id))
    return [replace(f, rank=place) for place, f in enumerate(ordered, 1)]


def _without_repetitions(found: list[tuple[AuditRule, AuditFinding]]) -> Iterator[AuditFinding]:
    """The findings without those whose doubted claims are doubted by a rule that goes first."""
    doubted: dict[str, set[str]] = defaultdict(set)
    for _, finding in found:
        doubted[finding.rule].update(finding.disputed)
    for rule, finding in found:
        if not any(doubted[first].intersection(finding.disputed) for first in rule.yields_to):
            yield finding
