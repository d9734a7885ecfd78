"""A figure whose period ends after the document that it is cited from was published."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.queries.audit.figure_index import ACTUAL
from cemai.queries.audit.findings import Finding, finding
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.statement_index import Facts, period, source
from cemai.queries.audit.wording import name, said, topic

CLOSE = 100  # characters without white space between the cited title and the figure
Place = tuple[int, str, Claim]


def cited(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """The last document named before the figure, near it, and published before the period ended."""
    published = _published(facts)
    titles = _titles(facts, published)
    for claim in facts.observations:
        days = period(claim)
        if days and (claim.modality or "actual") in ACTUAL:
            paper = _before(titles.get(source(claim), []), claim)
            day = published[paper[1]] if paper else None
            if paper and day and day.date_end and days[0] <= day.date_end < days[1]:
                yield _told(facts, claim, day, paper[1])


def _published(facts: Facts) -> dict[str, Claim]:
    """The most exact day of publication of a document that another one cites."""
    found: dict[str, Claim] = {}
    for claim in facts.stated("publishes"):
        if facts.is_a(claim.object, "Source") and claim.date_begin and claim.date_end and claim.object:
            known = found.get(claim.object)
            if known is None or _span(claim) < _span(known):
                found[claim.object] = claim
    return found


def _span(claim: Claim) -> int:
    return (claim.date_end - claim.date_begin).days if claim.date_begin and claim.date_end else 0


def _titles(facts: Facts, published: dict[str, Claim]) -> dict[str, list[Place]]:
    """Where documents are named, by the document that names them, in the order of places."""
    found: dict[str, list[Place]] = defaultdict(list)
    for claim in facts.stated("cites", "publishes", "partOf"):
        paper = claim.object or ""
        if paper in published:
            for span in (s for e in claim.evidence for s in e.spans):
                found[span.source].append((span.end, paper, claim))
    return {where: sorted(places, key=lambda p: (p[0], p[2].id)) for where, places in found.items()}


def _before(places: list[Place], claim: Claim) -> Place | None:
    start = min((s.start for e in claim.evidence for s in e.spans if s.role == "value"), default=-1)
    at = bisect_left(places, start, key=lambda p: p[0])
    return places[at - 1] if at and start - places[at - 1][0] <= CLOSE else None


def _told(facts: Facts, claim: Claim, day: Claim, paper: str) -> Finding:
    what, title, printed = topic(facts, claim), name(facts, paper), said(claim)
    zh = f"{what[0]}{printed[0]}引自{title[0]}，而该出版物刊于{day.date}，早于该期末：所指年份或有误，或为更早的数字。"
    en = f"{what[1]}, {printed[1]}, is cited from {title[1]}, published in {day.date}, before the period ended."
    return finding("period-after-cited-source", "date-kind", (claim, day), (zh, en), disagreement=False)
