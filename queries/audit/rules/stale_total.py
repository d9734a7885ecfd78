"""Totals that grow: one that a later total had overtaken when its source was written is stale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import is_actual, source_of, value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote

DatedTotal = tuple[date, Claim]


@rule("stale-total", "totals-by-day")
def totals_overtaken(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Stale totals, and the different totals that documents give for different days (no disagreement)."""
    relations = statements.relations
    groups: dict[tuple[str, str | None], list[DatedTotal]] = defaultdict(list)
    for c in statements.observations:
        day = statements.as_of(c)
        if c.object in relations.running_totals and c.measure == "level" and day and is_actual(c):
            groups[c.subject, relations.same_total.get(c.object, c.object)].append((day, c))
    for group in groups.values():
        ordered = sorted(group, key=lambda pair: (pair[0], value_of(pair[1]), pair[1].id))
        stale = list(_stale(statements, ordered))
        overtaken = {f.claims[0] for f in stale}
        yield from stale
        yield from _by_day(statements, [pair for pair in ordered if pair[1].id not in overtaken])


def _stale(statements: StatementIndex, ordered: list[DatedTotal]) -> Iterator[AuditFinding]:
    """One pass in the order of days, with the largest total so far."""
    largest: DatedTotal | None = None
    for day, claim in ordered:
        if largest and strict(largest[1]).low > strict(claim).high and source_of(largest[1]) != source_of(claim):
            yield _overtaken(statements, day, claim, largest)
        elif largest is None or value_of(claim) > value_of(largest[1]):
            largest = (day, claim)


def _overtaken(statements: StatementIndex, day: date, claim: Claim, later: DatedTotal) -> AuditFinding:
    subject, indicator = statements.name(claim.subject), statements.name(claim.object)
    one, other = quote(claim), quote(later[1])
    sentence = LangText(
        f"{subject.zh}{indicator.zh}：{one.zh}写于{day}，而{later[0]}已有{other.zh}，总数过时。",
        f"{indicator.en} of {subject.en}: {one.en} as of {day} is stale, {later[0]} already had {other.en}.",
    )
    gap = Gap.between(value_of(later[1]), value_of(claim), claim.unit)
    return finding("stale-total", "stale-total", (claim, later[1]), sentence, disagreement=True, gap=gap)


def _by_day(statements: StatementIndex, ordered: list[DatedTotal]) -> Iterator[AuditFinding]:
    """Totals of two documents or more that grew from day to day."""
    printed = [(day, c) for day, c in ordered if c.evidence_tier == "passage"]
    totals = {(value_of(c), source_of(c)): (day, c) for day, c in printed}
    if len({value for value, _ in totals}) < 2 or len({source for _, source in totals}) < 2:
        return
    series = sorted(totals.values(), key=lambda pair: pair[0])
    first, last = series[0][1], series[-1][1]
    subject, indicator = statements.name(first.subject), statements.name(first.object)
    zh = "、".join(f"{day}为{quote(c).zh}" for day, c in series)
    en = ", ".join(f"{quote(c).en} as of {day}" for day, c in series)
    sentence = LangText(
        f"{subject.zh}{indicator.zh}：{zh}。截止日不同，并非矛盾。",
        f"{indicator.en} of {subject.en}: {en}. They count up to different days: no contradiction.",
    )
    gap = Gap.between(value_of(first), value_of(last), first.unit)
    yield finding("totals-by-day", "stale-total", [c for _, c in printed], sentence, gap=gap)
