"""A figure whose period ends after the document that it is cited from was published."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import has_happened, period_of, source_of, spans_of
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote, topic

CLOSE = 100  # characters without white space between the cited title and the figure
Mention = tuple[int, str, str]  # where a title ends, the document, the id of the claim that names it


@rule("period-after-cited-source")
def figures_later_than_their_source(statements: StatementIndex) -> Iterator[AuditFinding]:
    """The last document named before the figure, near it, and published before the period ended."""
    published = _published(statements)
    mentions = _mentions(statements, published)
    for claim in statements.observations:
        days = period_of(claim)
        if days and has_happened(claim):
            paper = _cited_before(mentions.get(source_of(claim), []), claim)
            day = published[paper] if paper else None
            if paper and day and day.date_end and days[0] <= day.date_end < days[1]:
                yield _finding(statements, claim, day, paper)


def _published(statements: StatementIndex) -> dict[str, Claim]:
    """The most exact day of publication of a document that another one cites."""
    published: dict[str, Claim] = {}
    for claim in statements.stated("publishes"):
        if statements.is_a(claim.object, "Source") and claim.date_begin and claim.date_end and claim.object:
            known = published.get(claim.object)
            if known is None or _days(claim) < _days(known):
                published[claim.object] = claim
    return published


def _days(claim: Claim) -> int:
    return (claim.date_end - claim.date_begin).days if claim.date_begin and claim.date_end else 0


def _mentions(statements: StatementIndex, published: dict[str, Claim]) -> dict[str, list[Mention]]:
    """Where documents are named, by the document that names them, in the order of places."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for claim in statements.stated("cites", "publishes", "partOf"):
        paper = claim.object or ""
        if paper in published:
            for span in spans_of(claim):
                mentions[span.source].append((span.end, paper, claim.id))
    return {source: sorted(places, key=lambda m: (m[0], m[2])) for source, places in mentions.items()}


def _cited_before(mentions: list[Mention], claim: Claim) -> str | None:
    """The document named last before the figure, where it is near."""
    start = min((s.start for s in spans_of(claim, "value")), default=-1)
    after = bisect_left(mentions, start, key=lambda m: m[0])
    return mentions[after - 1][1] if after and start - mentions[after - 1][0] <= CLOSE else None


def _finding(statements: StatementIndex, claim: Claim, day: Claim, paper: str) -> AuditFinding:
    about, title, printed = topic(statements, claim), statements.name(paper), quote(claim)
    sentence = LangText(
        f"{about.zh}{printed.zh}引自{title.zh}，而该出版物刊于{day.date}，早于该期末：所指年份或有误，或为更早的数字。",
        f"{about.en}, {printed.en}, is cited from {title.en}, published in {day.date}, before the period ended.",
    )
    return finding("period-after-cited-source", "date-kind", (claim, day), sentence)
