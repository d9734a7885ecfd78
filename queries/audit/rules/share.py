"""A printed share against its part and its whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.arithmetic import Check, arithmetic_finding
from cemai.queries.audit.claim_fields import Days, is_actual, period_of, source_of, value_of
from cemai.queries.audit.figure_index import FigureIndex
from cemai.queries.audit.findings import AuditFinding
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import joined, quote

PARTS = ("hasPart", "hasMember")
WHOLES = ("partOf", "within", "memberOf")
Members = Mapping[str, list[str]]


@rule("share")
def shares_unlike_part_and_whole(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Shares in percent against the levels of the part and of the whole."""
    members = _members(statements)
    for claim in statements.observations:
        if claim.measure == "share" and claim.unit == "percent" and claim.share_of and is_actual(claim):
            yield from _compared(statements, members, claim)


def _members(statements: StatementIndex) -> Members:
    """The places that a group of places is stated to consist of."""
    groups: dict[str, set[str]] = {}
    for claim in statements.stated(*PARTS, *WHOLES):
        if claim.object:
            pair = (claim.subject, claim.object) if claim.predicate in PARTS else (claim.object, claim.subject)
            if statements.is_a(pair[0], "PlaceGroup"):
                groups.setdefault(pair[0], set()).add(pair[1])
    return {group: sorted(places) for group, places in groups.items()}


def _compared(statements: StatementIndex, members: Members, claim: Claim) -> Iterator[AuditFinding]:
    """A share without a period is reported only when it fits in no period that the source gives."""
    checks = [check for terms in _terms(statements, members, claim) if (check := _check(claim, *terms))]
    if not checks or any(check.verdict() is None for check in checks):
        return
    best = next((c for c in checks if c.verdict() == "rounding"), checks[0])
    *parts, whole = best.terms
    of, total, place = joined(quote(p) for p in parts), quote(whole), statements.name(whole.subject)
    formula = LangText(
        f"{whole.period or ''}{of.zh}占{place.zh}{total.zh}",
        f"{of.en} of {total.en} of {place.en} ({whole.period or 'no period'})",
    )
    yield from arithmetic_finding(statements, "share", best, formula)


def _terms(statements: StatementIndex, members: Members, claim: Claim) -> Iterator[tuple[list[Claim], Claim]]:
    """Parts and whole, in every period that may be meant. A share in its own indicator is one of the place above."""
    figures = statements.figures
    wholes = [claim.subject] if claim.share_of != claim.object else statements.parents(claim.subject)[:1]
    for days in _periods(figures, claim):
        group = members.get(claim.subject, [claim.subject])
        parts = [p for place in group if (p := figures.best(place, claim.object, days, claim))]
        for subject in wholes if len(parts) == len(group) else ():
            if whole := figures.best(subject, claim.share_of, days, claim):
                yield parts, whole


def _periods(figures: FigureIndex, claim: Claim) -> list[Days | None]:
    """Its period; for a share without one, every period of which the same source has the part."""
    if period_of(claim):
        return [period_of(claim)]
    series = figures.series(claim.subject, claim.object)
    return [d for d, group in series.items() if d and any(source_of(c) == source_of(claim) for c in group)]


def _check(claim: Claim, parts: list[Claim], whole: Claim) -> Check | None:
    if value_of(whole) <= 0 or any(p.unit != whole.unit or value_of(p) <= 0 for p in parts):
        return None
    if period_of(claim) is None and {source_of(c) for c in (*parts, whole)} != {source_of(claim)}:
        return None
    total = strict(parts[0])
    for part in parts[1:]:
        total = total + strict(part)
    naive = sum((value_of(p) for p in parts), Decimal(0)) / value_of(whole) * 100
    return Check(claim, (*parts, whole), naive, total.over(strict(whole)).times(Decimal(100)))
