"""Three places or more of one source, each stated for a period of its own and for no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import has_happened, period_of, source_of
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import joined, quote

PLACES = 3


@rule("places-by-period")
def places_of_several_periods(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Levels of one indicator and unit, one figure a place, each of another period."""
    groups: dict[tuple[object, ...], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for c in statements.observations:
        located = c.subject == statements.nation or statements.is_a(c.subject, "City", "Province")
        if c.measure == "level" and has_happened(c) and period_of(c) and located:
            groups[c.object, c.unit, source_of(c)][c.subject].append(c)
    for by_place in groups.values():
        claims = [c for group in by_place.values() for c in group]
        if len(by_place) >= PLACES and len(claims) == len(by_place) == len({period_of(c) for c in claims}):
            indicator, figures = statements.name(claims[0].object), joined(_figure(statements, c) for c in claims)
            sentence = LangText(
                f"并列的{indicator.zh}时段不一：{figures.zh}，不宜比较。",
                f"{indicator.en} side by side are of other periods: {figures.en}: not comparable.",
            )
            yield finding("places-by-period", "scope", claims, sentence)


def _figure(statements: StatementIndex, claim: Claim) -> LangText:
    place, printed = statements.name(claim.subject), quote(claim)
    return LangText(f"{place.zh}（{claim.period}）{printed.zh}", f"{place.en} ({claim.period}) {printed.en}")
