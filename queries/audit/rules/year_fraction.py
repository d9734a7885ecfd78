"""A part of a year against the year: far too small or too large for its length means another caliber."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.queries.audit.figure_index import Figures, figures_of
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import Interval, strict
from cemai.queries.audit.statement_index import Days, Facts, amount, source
from cemai.queries.audit.wording import Pair, money, name, number, said, topic

MONEY = ("CNY", "USD")
LEAST, MOST = Decimal("0.4"), Decimal("2.5")
OPEN_ABOVE, OPEN_BELOW = ("over", "at-least"), ("under", "at-most")


def pace(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Amounts of months, quarters and halves against the year; forecasts against the year so far."""
    figures = figures_of(facts)
    for _, series in figures.groups():
        best = {d: min(group, key=lambda c: c.id) for d, group in series.items() if d and group[0].unit in MONEY}
        for days in sorted(best):
            if _fraction(days) < 1:
                for whole in _wholes(days, best):
                    yield from _pace(facts, best[days], days, best[whole], whole)
    yield from _forecasts(facts, figures)


def _year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


def _fraction(days: Days) -> Decimal:
    """Length in years; more than 1 for a period that crosses a new year."""
    begin, end = days
    return Decimal((end - begin).days + 1) / 366 if begin.year == end.year and days != _year(begin.year) else Decimal(2)


def _wholes(days: Days, known: dict[Days, Claim]) -> list[Days]:
    """The longest part of the same year from the same day on, and the nearest whole year."""
    longer = [d for d in known if d[0] == days[0] and d[1].year == days[1].year and d[1] > days[1]]
    years = [_year(days[0].year + step) for step in (0, -1, 1)]
    whole = [y for y in years if y in known and y not in longer][:1]
    return ([max(longer)] if longer else []) + whole


def _pace(facts: Facts, part: Claim, days: Days, whole: Claim, wide: Days) -> Iterator[Finding]:
    share = _fraction(days) / (_fraction(wide) if _fraction(wide) < 1 else 1)
    if not amount(whole) or part.unit != whole.unit:
        return
    ratio = amount(part) / amount(whole) / share
    slow = ratio < LEAST and part.hedge not in OPEN_ABOVE and whole.hedge not in OPEN_BELOW
    fast = ratio > MOST and part.hedge not in OPEN_BELOW and whole.hedge not in OPEN_ABOVE
    if slow or fast:
        expected = amount(whole) * share
        what, one, other = name(facts, part.subject), said(part), said(whole)
        indicator, fits = name(facts, part.object), money(expected, part.unit)
        zh = (f"{what[0]}{indicator[0]}：{part.period}为{one[0]}，{whole.period}为{other[0]}；按时长约应为{fits[0]}，"
              f"实为其{number(ratio * 100, 0)}%。口径看来不同，不宜比较。")  # fmt: skip
        en = (f"{indicator[1]} of {what[1]}: {one[1]} in {part.period} against {other[1]} in {whole.period}; by its "
              f"length about {fits[1]}, it is {number(ratio * 100, 0)}% of that: not comparable.")  # fmt: skip
        yield finding("part-of-year", "caliber", (part, whole), (zh, en), disagreement=False,
                      gap=abs(amount(part) - expected), unit=part.unit,
                      relative=relative_gap(amount(part), expected))  # fmt: skip


def _forecasts(facts: Facts, figures: Figures) -> Iterator[Finding]:
    """A forecast of a year that lets the rest of the year fall although the year so far grew."""
    for (subject, indicator, _), series in Figures(facts, ("forecast",)).groups():
        for days, group in series.items():
            if days and days == _year(days[0].year) and group[0].unit in MONEY:
                yield from _forecast(facts, figures, subject, indicator, group[0])
    for (subject, indicator, _), series in Figures(facts, ("forecast",)).groups("share"):
        for days, group in series.items():
            if days and days == _year(days[0].year):
                yield from _share(facts, figures, subject, indicator, group[0])


def _so_far(series: dict[Days | None, list[Claim]], year: int) -> Days | None:
    """The longest part of a year from its first day on."""
    return max((d for d in series if d and d[0] == date(year, 1, 1) and d[1] < date(year, 12, 31)), default=None)


def _share(facts: Facts, figures: Figures, subject: str, indicator: str | None, told: Claim) -> Iterator[Finding]:
    """A share forecast for a year that the year so far does not have."""
    days = _so_far(figures.series(subject, indicator, "share"), told.period_begin.year if told.period_begin else 0)
    part = figures.best(subject, indicator, days, told, "share") if days else None
    if part and part.share_of == told.share_of and not strict(part).meets(strict(told)):
        what, f, p = topic(facts, told), said(told), said(part)
        more = amount(told) > amount(part)
        zh = f"{what[0]}预测为{f[0]}，而{part.period}为{p[0]}：其余时间须更{'高' if more else '低'}，并非矛盾。"
        rest = "higher" if more else "lower"
        en = f"{what[1]} is forecast as {f[1]}, {p[1]} in {part.period}: the rest must be {rest}, no contradiction."
        yield finding("forecast-share", "arithmetic", (told, part), (zh, en), disagreement=False,
                      gap=abs(amount(told) - amount(part)), unit="percentage-point",
                      relative=relative_gap(amount(told), amount(part)))  # fmt: skip


def _forecast(facts: Facts, figures: Figures, subject: str, indicator: str | None, told: Claim) -> Iterator[Finding]:
    year = told.period_begin.year if told.period_begin else 0
    levels = figures.series(subject, indicator)
    so_far = _so_far(levels, year)
    if so_far is None:
        return
    part = figures.best(subject, indicator, so_far, told)
    rise = figures.best(subject, indicator, so_far, told, "growth")
    before = figures.best(subject, indicator, _year(year - 1), told)
    if not part or not rise or not before or {source(c) for c in (part, rise, before)} != {source(told)}:
        return
    factor = Interval(1 + strict(rise).low / 100, 1 + strict(rise).high / 100)
    rest, base = strict(told) - strict(part), strict(before) - strict(part).over(factor)
    if base.low > 0 and rest.high < base.low and amount(rise) > 0:
        fall = (1 - rest.high / base.low) * 100
        yield finding("forecast-below-pace", "arithmetic", (told, part, rise, before),
                      _words(facts, told, part, rise, before, fall), disagreement=False, gap=base.low - rest.high,
                      unit=told.unit, relative=fall)  # fmt: skip


def _words(facts: Facts, told: Claim, part: Claim, rise: Claim, before: Claim, fall: Decimal) -> Pair:
    what, indicator = name(facts, told.subject), name(facts, told.object)
    f, p, r, b = said(told), said(part), said(rise), said(before)
    zh = (f"{what[0]}{indicator[0]}：预测{told.period}为{f[0]}；{part.period}已有{p[0]}、增{r[0]}，上年{b[0]}，"
          f"则其余时间须同比下降至少{number(fall, 1)}%。预测偏低，并非矛盾。")  # fmt: skip
    en = (f"{indicator[1]} of {what[1]}: forecast {f[1]} for {told.period}; {p[1]} in {part.period}, up {r[1]}, and "
          f"{b[1]} the year before leave a fall of {number(fall, 1)}% for the rest: no contradiction.")  # fmt: skip
    return zh, en
