"""A share of a year beside one of a part of some year that the sentence does not name: 2023 年…，上半年…."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import has_happened, is_year, period_of, source_of, spans_of, value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding, relative_gap
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote, topic

CLOSE = 100  # characters without white space: about a sentence
APART = 10  # percent: 四成 beside 45.3%
_NAMES_A_YEAR = re.compile(r"\d{4}|(?<!半)年")


@rule("share-of-year-and-part")
def shares_of_year_and_part(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Shares of one thing in one whole that stand near each other in one source."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for c in statements.observations:
        if c.measure == "share" and period_of(c) and has_happened(c):
            groups[c.subject, c.object, c.share_of, source_of(c)].append(c)
    for group in groups.values():
        years = [c for c in group if is_year(period_of(c))]
        for part in (c for c in group if not is_year(period_of(c)) and _names_no_year(c)):
            for year in years:
                if _is_close(year, part) and relative_gap(value_of(year), value_of(part)) > APART:
                    yield _finding(statements, year, part)


def _names_no_year(claim: Claim) -> bool:
    """Whether its period is printed without a year: 上半年, 前三季度."""
    return bool(claim.period_printed) and not _NAMES_A_YEAR.search(claim.period_printed or "")


def _is_close(one: Claim, other: Claim) -> bool:
    places = [[s.start for s in spans_of(c, "value")] for c in (one, other)]
    return any(abs(a - b) <= CLOSE for a in places[0] for b in places[1])


def _finding(statements: StatementIndex, year: Claim, part: Claim) -> AuditFinding:
    about, a, b = topic(statements, year), quote(year), quote(part)
    sentence = LangText(
        f"{about.zh}为{a.zh}，同一句又作{b.zh}（读作{part.period}）：所指时段不同而未写明年份，不宜混用。",
        f"{about.en} is {a.en}; the same sentence has {b.en} (read as {part.period}): another period, no year stated.",
    )
    gap = Gap.between(value_of(year), value_of(part), "percentage-point")
    return finding("share-of-year-and-part", "caliber", (year, part), sentence, gap=gap)
