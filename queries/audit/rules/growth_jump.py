"""Growth from the first of January on, month after month: a jump that one month alone would have to bring about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import Days, period_of, source_of, value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import number, quote

JUMP = 20  # percentage points between the growth so far and the growth of the months added


@rule("growth-jump")
def jumps_of_cumulative_growth(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Cumulative growth of one year, in one source, in the order of months."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for c in statements.observations:
        days = period_of(c)
        if c.measure == "growth" and c.unit == "percent" and days and _is_cumulative(days):
            groups[c.subject, c.object, days[0], source_of(c)].append(c)
    for group in groups.values():
        ordered = sorted(group, key=lambda c: (_months(c), c.id))
        for before, after in pairwise(ordered):
            if _months(after) > _months(before):
                yield from _jump(statements, before, after)


def _is_cumulative(days: Days) -> bool:
    return (days[0].month, days[0].day) == (1, 1) and days[1].year == days[0].year


def _months(claim: Claim) -> int:
    return claim.period_end.month if claim.period_end else 0


def _jump(statements: StatementIndex, before: Claim, after: Claim) -> Iterator[AuditFinding]:
    """Months weigh alike: the growth of the added months follows from the two cumulative ones."""
    short, long = _months(before), _months(after)
    added = (value_of(after) * long - value_of(before) * short) / (long - short)
    if abs(added - value_of(before)) > JUMP and abs(added - value_of(after)) > JUMP:
        place, indicator = statements.name(before.subject), statements.name(before.object)
        one, other, needed = quote(before), quote(after), number(added, 1)
        sentence = LangText(
            f"{place.zh}{indicator.zh}累计增速由{before.period}的{one.zh}到{after.period}的{other.zh}，新增月份须约为"
            f"{needed}%：跳动过大，原文或有误，未必矛盾。",
            f"growth of {indicator.en} of {place.en} goes from {one.en} in {before.period} to {other.en} in "
            f"{after.period}; the added months would need {needed}%: doubtful.",
        )
        gap = Gap.between(value_of(before), value_of(after), "percentage-point")
        yield finding("growth-jump", "arithmetic", (before, after), sentence, gap=gap)
