"""A part of a year against the year: far too small or too large for its length means another caliber."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import MONEY, Days, is_in_calendar, is_year, value_of, year_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import money, number, quote

LEAST, MOST = Decimal("0.4"), Decimal("2.5")
OPEN_ABOVE, OPEN_BELOW = ("over", "at-least"), ("under", "at-most")


@rule("part-of-year")
def parts_unlike_their_year(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Amounts of months, quarters and halves against a longer part of the year, and against the year."""
    for _, series in statements.figures.groups():
        known = {d: min(group, key=lambda c: c.id) for d, group in series.items() if d and group[0].unit in MONEY}
        for days in sorted(known):
            if _length(days) < 1:
                for longer in _longer(days, known):
                    yield from _compared(statements, known[days], days, known[longer], longer)


def _length(days: Days) -> Decimal:
    """Length in years; more than 1 for a whole year and for a period that crosses a new year."""
    begin, end = days
    return Decimal((end - begin).days + 1) / 366 if begin.year == end.year and not is_year(days) else Decimal(2)


def _longer(days: Days, known: dict[Days, Claim]) -> list[Days]:
    """The longest part of the same year from the same day on, and the nearest whole year."""
    parts = [d for d in known if d[0] == days[0] and d[1].year == days[1].year and d[1] > days[1]]
    years = [days[0].year + step for step in (0, -1, 1)]
    year = [y for y in map(year_of, filter(is_in_calendar, years)) if y in known and y not in parts][:1]
    return ([max(parts)] if parts else []) + year


def _compared(
    statements: StatementIndex, part: Claim, days: Days, whole: Claim, longer: Days
) -> Iterator[AuditFinding]:
    share = _length(days) / (_length(longer) if _length(longer) < 1 else 1)
    if not value_of(whole) or part.unit != whole.unit:
        return
    ratio = value_of(part) / value_of(whole) / share
    slow = ratio < LEAST and part.hedge not in OPEN_ABOVE and whole.hedge not in OPEN_BELOW
    fast = ratio > MOST and part.hedge not in OPEN_BELOW and whole.hedge not in OPEN_ABOVE
    if slow or fast:
        expected = value_of(whole) * share
        place, one, other = statements.name(part.subject), quote(part), quote(whole)
        indicator, fits, percent = statements.name(part.object), money(expected, part.unit), number(ratio * 100, 0)
        sentence = LangText(
            f"{place.zh}{indicator.zh}：{part.period}为{one.zh}，{whole.period}为{other.zh}；按时长约应为{fits.zh}，"
            f"实为其{percent}%。口径看来不同，不宜比较。",
            f"{indicator.en} of {place.en}: {one.en} in {part.period} against {other.en} in {whole.period}; by its "
            f"length about {fits.en}, it is {percent}% of that: not comparable.",
        )
        gap = Gap.between(value_of(part), expected, part.unit)
        yield finding("part-of-year", "caliber", (part, whole), sentence, gap=gap)
