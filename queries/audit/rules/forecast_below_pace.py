"""A forecast of a year that lets the rest of the year fall although the year so far grew."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import MONEY, is_year, source_of, value_of, year_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import Interval, strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import number, quote
from cemai.queries.audit.year_so_far import part_of_year_given


@rule("forecast-below-pace")
def forecasts_below_the_pace(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Forecast amounts of whole years against the year so far, its growth and the year before, in one source."""
    for _, series in statements.forecasts.groups():
        for days, group in series.items():
            if days and is_year(days) and group[0].unit in MONEY:
                yield from _compared(statements, group[0], days[0].year)


def _compared(statements: StatementIndex, forecast: Claim, year: int) -> Iterator[AuditFinding]:
    figures, place, indicator = statements.figures, forecast.subject, forecast.object
    so_far = part_of_year_given(figures.series(place, indicator), year)
    if so_far is None:
        return
    part = figures.best(place, indicator, so_far, forecast)
    rise = figures.best(place, indicator, so_far, forecast, "growth")
    before = figures.best(place, indicator, year_of(year - 1), forecast)
    if not part or not rise or not before:
        return
    if {source_of(c) for c in (part, rise, before)} != {source_of(forecast)}:
        return
    factor = Interval(1 + strict(rise).low / 100, 1 + strict(rise).high / 100)
    rest, base = strict(forecast) - strict(part), strict(before) - strict(part).over(factor)
    if base.low > 0 and rest.high < base.low and value_of(rise) > 0:
        fall = (1 - rest.high / base.low) * 100
        gap = Gap(base.low - rest.high, forecast.unit, fall)
        sentence = _sentence(statements, forecast, part, rise, before, fall)
        yield finding("forecast-below-pace", "arithmetic", (forecast, part, rise, before), sentence, gap=gap)


def _sentence(
    statements: StatementIndex, forecast: Claim, part: Claim, rise: Claim, before: Claim, fall: Decimal
) -> LangText:
    place, indicator = statements.name(forecast.subject), statements.name(forecast.object)
    f, p, r, b = quote(forecast), quote(part), quote(rise), quote(before)
    return LangText(
        f"{place.zh}{indicator.zh}：预测{forecast.period}为{f.zh}；{part.period}已有{p.zh}、增{r.zh}，上年{b.zh}，"
        f"则其余时间须同比下降至少{number(fall, 1)}%。预测偏低，并非矛盾。",
        f"{indicator.en} of {place.en}: forecast {f.en} for {forecast.period}; {p.en} in {part.period}, up {r.en}, and "
        f"{b.en} the year before leave a fall of {number(fall, 1)}% for the rest: no contradiction.",
    )
