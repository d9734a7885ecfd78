"""A part that is larger than what it is a part of."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import MONEY, period_of, source_of, value_of
from cemai.queries.audit.figure_index import comparable
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import loose, strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote, topic

HALF_YEAR = 183


@rule("part-exceeds-whole")
def parts_above_their_wholes(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Declared parts and wholes of one subject and period; a count also against a whole of nearly the same day."""
    figures = statements.figures
    for small, large in statements.relations.part_of:
        for subject, series in figures.series_of(small):
            for days, group in series.items():
                part = min(group, key=lambda c: c.id)
                whole = figures.best(subject, large, days, part)
                fits = whole and part.unit == whole.unit and (days or source_of(part) == source_of(whole))
                if whole and fits and strict(part).low > strict(whole).high and loose(part).low > loose(whole).high:
                    yield _larger(statements, part, whole)
                elif whole is None and days and (near := _whole_nearby(statements, part, large)):
                    yield _larger(statements, part, near)


def _whole_nearby(statements: StatementIndex, part: Claim, large: str) -> Claim | None:
    """A smaller whole that is counted within half a year of the part."""
    day = statements.as_of(part)
    for group in statements.figures.series(part.subject, large).values():
        for whole in group:
            other = statements.as_of(whole)
            close = day and other and abs((day - other).days) <= HALF_YEAR and part.unit == whole.unit
            if close and part.unit not in MONEY and strict(part).low > strict(whole).high:
                return whole
    return None


def _larger(statements: StatementIndex, part: Claim, whole: Claim) -> AuditFinding:
    about, of, one, other = topic(statements, part), topic(statements, whole), quote(part), quote(whole)
    clash = comparable((part, whole)) or (period_of(part) is not None and period_of(part) == period_of(whole))
    apart = (
        LangText("", "")
        if clash
        else LangText("时点与口径不同，不宜比较。", " Other days and calibers: not comparable.")
    )
    sentence = LangText(
        f"{about.zh}{one.zh}多于其所属的{of.zh}{other.zh}。{apart.zh}",
        f"{about.en}, {one.en}, exceeds what it is a part of: {of.en}, {other.en}.{apart.en}",
    )
    return finding(
        "part-exceeds-whole",
        "arithmetic" if clash else "caliber",
        (part, whole),
        sentence,
        disagreement=clash,
        gap=Gap.between(value_of(part), value_of(whole), part.unit),
    )
