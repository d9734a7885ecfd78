"""A city that says it was late and whose zone is of an early batch: late in what is not the same."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import source_key


@rule("late-but-early-batch")
def late_starters_of_an_early_batch(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Reports of the declared complaints against the batch of the city's zone: early is the first half of all."""
    zones = [c for c in statements.stated("designated") if c.batch and statements.is_a(c.object, "PilotZone")]
    last = max((c.batch or 0 for c in zones), default=0)
    by_city = {c.subject: c for c in sorted(zones, key=lambda c: (c.evidence_tier == "passage", c.id))}
    for report in statements.stated("reportsChallenge"):
        zone = by_city.get(report.subject)
        if report.object in statements.relations.late_starts and zone and (zone.batch or 0) * 2 < last:
            yield _finding(statements, report, zone, last)


def _finding(statements: StatementIndex, report: Claim, zone: Claim, last: int) -> AuditFinding:
    place, where = statements.name(report.subject), source_key(report)
    sentence = LangText(
        f"{where}称{place.zh}起步或获批较晚，而其综试区属第{zone.batch}批（共{last}批）：所指或为别的资质，未必矛盾。",
        f"{where} calls {place.en} a late starter, yet its zone is of batch {zone.batch} of {last}: late in something "
        "else, perhaps.",
    )
    return finding("late-but-early-batch", "scope", (report, zone), sentence)
