"""A zone that gathers more than the place around it is said to have."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import source_of, value_of
from cemai.queries.audit.findings import AuditFinding, finding, gap_of_levels
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import enumeration


@rule("zone-above-its-place")
def zones_above_the_place_around(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Levels of the declared pairs in one source: other things are counted, no disagreement."""
    around = {c.subject: c.object for c in statements.stated("within", "locatedIn") if c.object}
    for gathered, counted in statements.relations.within_place:
        for part in statements.figures.levels(gathered):
            series = statements.figures.series(around.get(part.subject) or "", counted)
            for whole in (c for group in series.values() for c in group if source_of(c) == source_of(part)):
                if strict(part).low > value_of(whole):
                    yield _finding(statements, part, whole)


def _finding(statements: StatementIndex, part: Claim, whole: Claim) -> AuditFinding:
    zone, place = statements.name(part.subject), statements.name(whole.subject)
    a, b = enumeration(statements, [part]), enumeration(statements, [whole])
    sentence = LangText(
        f"{zone.zh}{a.zh}多于其所在的{place.zh}{b.zh}：所计对象不同，不宜比较。",
        f"{zone.en}: {a.en}, more than {b.en} of {place.en} around it: other things are counted.",
    )
    return finding("zone-above-its-place", "scope", (part, whole), sentence, gap=gap_of_levels(part, whole))
