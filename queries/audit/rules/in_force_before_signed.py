"""An act that is in force before the day on which it was signed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex


@rule("in-force-before-signed")
def acts_in_force_before_signed(statements: StatementIndex) -> Iterator[AuditFinding]:
    """The first day of each kind of an act; the kinds of date differ, no disagreement."""
    acts: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in statements.stated("dated"):
        if claim.date_begin and claim.date_end and claim.date_kind in ("signed", "effective"):
            acts[claim.subject].setdefault(claim.date_kind, claim)
    for act, kinds in acts.items():
        signed, effective = kinds.get("signed"), kinds.get("effective")
        if signed and effective and (days := _days_between(effective, signed)) > 0:
            name = statements.name(act)
            sentence = LangText(
                f"{name.zh}：施行日{effective.date}早于签发日{signed.date}，或为追溯施行；日期种类不同，并非矛盾。",
                f"{name.en} is in force from {effective.date}, before it was signed on {signed.date}: kinds of date.",
            )
            yield finding("in-force-before-signed", "date-kind", (signed, effective), sentence, gap=Gap.of_days(days))


def _days_between(earlier: Claim, later: Claim) -> int:
    """Days from the end of one date to the begin of another; none where they touch."""
    return (later.date_begin - earlier.date_end).days if later.date_begin and earlier.date_end else 0
