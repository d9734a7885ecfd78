"""Totals that grow: one that a later total had overtaken when its source was written is stale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from cemai.graph.model.statement import Claim
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.statement_index import Facts, amount, as_of, source
from cemai.queries.audit.wording import name, said

Dated = tuple[date, Claim]


def totals(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Stale totals, and the different totals that documents give for different days (no disagreement)."""
    groups: dict[tuple[str, str | None], list[Dated]] = defaultdict(list)
    for c in facts.observations:
        day = as_of(c, facts)
        if c.object in relations.running and c.measure == "level" and day and (c.modality or "actual") == "actual":
            groups[c.subject, relations.same_total.get(c.object, c.object)].append((day, c))
    for group in groups.values():
        ordered = sorted(group, key=lambda pair: (pair[0], amount(pair[1]), pair[1].id))
        stale = list(_stale(facts, ordered))
        yield from stale
        yield from _series(facts, [pair for pair in ordered if not any(pair[1].id == f.claims[0] for f in stale)])


def _stale(facts: Facts, ordered: list[Dated]) -> Iterator[Finding]:
    """One pass in the order of days, with the largest total so far."""
    largest: Dated | None = None
    for day, claim in ordered:
        if largest and strict(largest[1]).low > strict(claim).high and source(largest[1]) != source(claim):
            yield _overtaken(facts, day, claim, largest)
        elif largest is None or amount(claim) > amount(largest[1]):
            largest = (day, claim)


def _overtaken(facts: Facts, day: date, claim: Claim, later: Dated) -> Finding:
    what, one, other = name(facts, claim.subject), said(claim), said(later[1])
    indicator = name(facts, claim.object)
    zh = f"{what[0]}{indicator[0]}：{one[0]}写于{day}，而{later[0]}已有{other[0]}，总数过时。"
    en = f"{indicator[1]} of {what[1]}: {one[1]} as of {day} is stale, {later[0]} already had {other[1]}."
    return finding("stale-total", "stale-total", (claim, later[1]), (zh, en), disagreement=True,
                   gap=amount(later[1]) - amount(claim), unit=claim.unit,
                   relative=relative_gap(amount(later[1]), amount(claim)))  # fmt: skip


def _series(facts: Facts, ordered: list[Dated]) -> Iterator[Finding]:
    """Totals of two documents or more that grew from day to day."""
    held = [(day, c) for day, c in ordered if c.evidence_tier == "passage"]
    values = {(amount(c), source(c)): (day, c) for day, c in held}
    if len({value for value, _ in values}) < 2 or len({where for _, where in values}) < 2:
        return
    told = sorted(values.values(), key=lambda pair: pair[0])
    subject, indicator = name(facts, told[0][1].subject), name(facts, told[0][1].object)
    zh = "、".join(f"{day}为{said(c)[0]}" for day, c in told)
    en = ", ".join(f"{said(c)[1]} as of {day}" for day, c in told)
    first, last, unit = amount(told[0][1]), amount(told[-1][1]), told[0][1].unit
    yield finding("totals-by-day", "stale-total", [c for _, c in held], (
        f"{subject[0]}{indicator[0]}：{zh}。截止日不同，并非矛盾。",
        f"{indicator[1]} of {subject[1]}: {en}. They count up to different days: no contradiction."),
        disagreement=False, gap=abs(last - first), unit=unit, relative=relative_gap(first, last))  # fmt: skip
