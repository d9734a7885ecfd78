"""Growth from the first of January on, month after month: a jump that one month alone would have to bring about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from cemai.graph.model.statement import Claim
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.statement_index import Days, Facts, amount, period, source
from cemai.queries.audit.wording import name, number, said

JUMP = 20  # percentage points between the growth so far and the growth of the months added


def runs(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Cumulative growth of one year, in one source, in the order of months."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for c in facts.observations:
        days = period(c)
        if c.measure == "growth" and c.unit == "percent" and days and _in_one_year(days):
            groups[c.subject, c.object, days[0], source(c)].append(c)
    for group in groups.values():
        ordered = sorted(group, key=lambda c: (_months(c), c.id))
        for before, after in pairwise(ordered):
            if _months(after) > _months(before):
                yield from _jump(facts, before, after)


def _in_one_year(days: Days) -> bool:
    return (days[0].month, days[0].day) == (1, 1) and days[1].year == days[0].year


def _months(claim: Claim) -> int:
    return claim.period_end.month if claim.period_end else 0


def _jump(facts: Facts, before: Claim, after: Claim) -> Iterator[Finding]:
    """Months weigh alike: the growth of the added months follows from the two cumulative ones."""
    short, long = _months(before), _months(after)
    added = (amount(after) * long - amount(before) * short) / (long - short)
    if abs(added - amount(before)) > JUMP and abs(added - amount(after)) > JUMP:
        what, indicator = name(facts, before.subject), name(facts, before.object)
        one, other = said(before), said(after)
        zh = (f"{what[0]}{indicator[0]}累计增速由{before.period}的{one[0]}到{after.period}的{other[0]}，新增月份须约为"
              f"{number(added, 1)}%：跳动过大，原文或有误，未必矛盾。")  # fmt: skip
        en = (f"growth of {indicator[1]} of {what[1]} goes from {one[1]} in {before.period} to {other[1]} in "
              f"{after.period}; the added months would need {number(added, 1)}%: doubtful.")  # fmt: skip
        yield finding("growth-jump", "arithmetic", (before, after), (zh, en), disagreement=False,
                      gap=abs(amount(before) - amount(after)), unit="percentage-point",
                      relative=relative_gap(amount(before), amount(after)))  # fmt: skip
