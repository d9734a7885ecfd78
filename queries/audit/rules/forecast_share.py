"""A share forecast for a year that the year so far does not have."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import is_year, value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote, topic
from cemai.queries.audit.year_so_far import part_of_year_given


@rule("forecast-share")
def forecast_shares_unlike_the_year_so_far(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Forecast shares of whole years against the share of the year so far."""
    for _, series in statements.forecasts.groups("share"):
        for days, group in series.items():
            if days and is_year(days):
                yield from _compared(statements, group[0], days[0].year)


def _compared(statements: StatementIndex, forecast: Claim, year: int) -> Iterator[AuditFinding]:
    figures = statements.figures
    days = part_of_year_given(figures.series(forecast.subject, forecast.object, "share"), year)
    part = figures.best(forecast.subject, forecast.object, days, forecast, "share") if days else None
    if part and part.share_of == forecast.share_of and not strict(part).meets(strict(forecast)):
        about, f, p = topic(statements, forecast), quote(forecast), quote(part)
        zh, en = ("高", "higher") if value_of(forecast) > value_of(part) else ("低", "lower")
        sentence = LangText(
            f"{about.zh}预测为{f.zh}，而{part.period}为{p.zh}：其余时间须更{zh}，并非矛盾。",
            f"{about.en} is forecast as {f.en}, {p.en} in {part.period}: the rest must be {en}, no contradiction.",
        )
        gap = Gap.between(value_of(forecast), value_of(part), "percentage-point")
        yield finding("forecast-share", "arithmetic", (forecast, part), sentence, gap=gap)
