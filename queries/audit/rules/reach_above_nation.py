"""An association that says it serves more than the whole nation has."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.findings import AuditFinding, finding, gap_of_levels
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote, topic

YEARS = 3


@rule("reach-above-nation")
def associations_above_the_nation(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Levels of the declared pairs within some years of each other: another way to count, no disagreement."""
    for served, total in statements.relations.within_nation:
        series = statements.figures.series(statements.nation or "", total)
        wholes = [c for group in series.values() for c in group]
        for part in statements.figures.levels(served):
            if statements.is_a(part.subject, "Association"):
                yield from (_finding(statements, part, w) for w in wholes if _is_above(statements, part, w))


def _is_above(statements: StatementIndex, part: Claim, whole: Claim) -> bool:
    years = statements.years_apart(part, whole)
    return years is not None and years <= YEARS and strict(part).low > strict(whole).high


def _finding(statements: StatementIndex, part: Claim, whole: Claim) -> AuditFinding:
    a, b, one, other = topic(statements, part), topic(statements, whole), quote(part), quote(whole)
    sentence = LangText(
        f"{a.zh}{one.zh}多于{b.zh}{other.zh}：所计范围不同，不宜比较。",
        f"{a.en}, {one.en}, exceeds {b.en}, {other.en}: counted in other ways, not comparable.",
    )
    return finding("reach-above-nation", "caliber", (part, whole), sentence, gap=gap_of_levels(part, whole))
