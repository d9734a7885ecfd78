"""A printed share against its part and its whole; shares of one whole that must add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.queries.audit.comparisons import Check, told
from cemai.queries.audit.figure_index import Figures, figures_of
from cemai.queries.audit.findings import Finding
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.statement_index import Days, Facts, amount, period, source
from cemai.queries.audit.wording import name, said

PARTS = ("hasPart", "hasMember")
WHOLES = ("partOf", "within", "memberOf")
Terms = tuple[list[Claim], Claim]


def shares(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Shares in percent against the levels of the part and of the whole."""
    figures = figures_of(facts)
    members = _members(facts)
    for claim in facts.observations:
        actual = (claim.modality or "actual") == "actual"
        if claim.measure == "share" and claim.unit == "percent" and claim.share_of and actual:
            yield from _share(facts, figures, members, claim)


def _members(facts: Facts) -> dict[str, list[str]]:
    """The places that a group of places is stated to consist of."""
    found: dict[str, set[str]] = {}
    for claim in facts.stated(*PARTS, *WHOLES):
        if claim.object:
            pair = (claim.subject, claim.object) if claim.predicate in PARTS else (claim.object, claim.subject)
            if facts.is_a(pair[0], "PlaceGroup"):
                found.setdefault(pair[0], set()).add(pair[1])
    return {group: sorted(places) for group, places in found.items()}


def _share(facts: Facts, figures: Figures, members: dict[str, list[str]], claim: Claim) -> Iterator[Finding]:
    """A share without a period is reported only when it fits in no period that the source gives."""
    found = [check for terms in _terms(facts, figures, members, claim) if (check := _check(claim, *terms))]
    if not found or any(check.verdict() is None for check in found):
        return
    best = next((c for c in found if c.verdict() == "rounding"), found[0])
    *parts, whole = best.terms
    of, total = "、".join(said(p)[0] for p in parts), said(whole)
    place = name(facts, whole.subject)
    zh = f"{whole.period or ''}{of}占{place[0]}{total[0]}"
    en = f"{', '.join(said(p)[1] for p in parts)} of {total[1]} of {place[1]} ({whole.period or 'no period'})"
    yield from told(facts, "share", best, (zh, en))


def _terms(facts: Facts, figures: Figures, members: dict[str, list[str]], claim: Claim) -> Iterator[Terms]:
    subjects = [claim.subject] if claim.share_of != claim.object else facts.parents(claim.subject)[:1]
    for days in _periods(figures, claim):
        group = members.get(claim.subject, [claim.subject])
        parts = [p for place in group if (p := figures.best(place, claim.object, days, claim))]
        for subject in subjects if len(parts) == len(group) else ():
            if whole := figures.best(subject, claim.share_of, days, claim):
                yield parts, whole


def _periods(figures: Figures, claim: Claim) -> list[Days | None]:
    """Its period; for a share without one, every period of which the same source has the part."""
    if period(claim):
        return [period(claim)]
    series = figures.series(claim.subject, claim.object)
    return [days for days, group in series.items() if days and any(source(c) == source(claim) for c in group)]


def _check(claim: Claim, parts: list[Claim], whole: Claim) -> Check | None:
    if amount(whole) <= 0 or any(p.unit != whole.unit or amount(p) <= 0 for p in parts):
        return None
    if claim.measure == "share" and period(claim) is None and {source(c) for c in (*parts, whole)} != {source(claim)}:
        return None
    total = strict(parts[0])
    for part in parts[1:]:
        total = total + strict(part)
    naive = sum((amount(p) for p in parts), Decimal(0)) / amount(whole) * 100
    return Check(claim, (*parts, whole), naive, total.over(strict(whole)).times(Decimal(100)))
