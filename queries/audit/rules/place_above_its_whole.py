"""A place above the place it lies in: in one period a contradiction, in near years another way to count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import MONEY, has_happened, period_of, value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote, topic

YEARS = 3


@rule("place-above-its-whole")
def places_above_the_place_around(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Levels of cities, provinces and the nation, of one indicator and unit."""
    levels: dict[tuple[str, str | None, str | None], list[Claim]] = defaultdict(list)
    for c in statements.observations:
        located = c.subject == statements.nation or statements.parents(c.subject)
        if c.measure == "level" and has_happened(c) and located:
            levels[c.subject, c.object, c.unit].append(c)
    for (subject, indicator, unit), group in levels.items():
        for parent in statements.parents(subject):
            wholes = levels.get((parent, indicator, unit), ())
            pairs = [(part, whole) for whole in wholes for part in group if _is_above(statements, part, whole)]
            if pairs:
                first = min(pairs, key=lambda p: (period_of(p[0]) != period_of(p[1]), p[0].id, p[1].id))
                yield _finding(statements, *first)


def _is_above(statements: StatementIndex, part: Claim, whole: Claim) -> bool:
    years = statements.years_apart(part, whole)
    near = years is not None and years <= YEARS and _length(part) <= _length(whole)
    return near and strict(part).low > strict(whole).high


def _length(claim: Claim) -> int:
    """Days of the period; a count is of one day."""
    days = period_of(claim)
    return (days[1] - days[0]).days if days and claim.unit in MONEY else 0


def _finding(statements: StatementIndex, part: Claim, whole: Claim) -> AuditFinding:
    same = period_of(part) is not None and period_of(part) == period_of(whole)
    one, other, a, b = quote(part), quote(whole), topic(statements, part), topic(statements, whole)
    apart = (
        LangText("", "")
        if same
        else LangText("年份与口径不同，不宜比较。", " Other years and ways to count: not comparable.")
    )
    sentence = LangText(
        f"{a.zh}{one.zh}大于其所在的{b.zh}{other.zh}。{apart.zh}",
        f"{a.en}, {one.en}, exceeds {b.en}, {other.en}, in which it lies.{apart.en}",
    )
    return finding(
        "place-above-its-whole",
        "arithmetic" if same else "caliber",
        (part, whole),
        sentence,
        disagreement=same,
        gap=Gap.between(value_of(part), value_of(whole), part.unit),
    )
