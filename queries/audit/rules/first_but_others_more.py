"""The first city of the country in one source, and cities with more in another that counts otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import source_of, value_of
from cemai.queries.audit.findings import AuditFinding, finding, gap_of_levels
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote, topic

YEARS = 3
FIRST = 1


@rule("first-but-others-more")
def first_cities_with_less(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Cities at the first rank of the country, against the levels of other cities in other sources."""
    figures = statements.figures
    for (subject, indicator, _), series in figures.groups("rank"):
        for days, group in series.items():
            rank = min(group, key=lambda c: c.id)
            own = figures.best(subject, indicator, days, rank)
            nationwide = (rank.rank_scope or "").startswith("全国") and statements.is_a(subject, "City")
            if value_of(rank) == FIRST and own and nationwide:
                more = [c for c in figures.levels(indicator or "") if _is_above(statements, c, own)]
                for claim in sorted({c.subject: c for c in more}.values(), key=lambda c: c.id):
                    yield _finding(statements, rank, own, claim)


def _is_above(statements: StatementIndex, claim: Claim, own: Claim) -> bool:
    elsewhere = claim.subject != own.subject and source_of(claim) != source_of(own)
    if not elsewhere or claim.unit != own.unit or not statements.is_a(claim.subject, "City"):
        return False
    years = statements.years_apart(claim, own)
    return years is not None and years <= YEARS and strict(claim).low > strict(own).high


def _finding(statements: StatementIndex, rank: Claim, own: Claim, claim: Claim) -> AuditFinding:
    about, other, a, b = topic(statements, rank), topic(statements, claim), quote(own), quote(claim)
    sentence = LangText(
        f"{about.zh}为第一（{a.zh}），而{other.zh}为{b.zh}：来源与口径不同，不宜比较。",
        f"{about.en} is the first ({a.en}), yet {other.en} is {b.en}: sources count otherwise.",
    )
    return finding("first-but-others-more", "caliber", (rank, own, claim), sentence, gap=gap_of_levels(own, claim))
