"""A whole against its parts: declared sums, provinces and the nation, shares that make 100, parts above the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.queries.audit.figure_index import Figures, comparable, figures_of
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations, Sum
from cemai.queries.audit.intervals import Interval, loose, strict
from cemai.queries.audit.statement_index import Days, Facts, amount, as_of, period, source
from cemai.queries.audit.wording import listed, money, name, said, topic

HUNDRED = Decimal(100)
HALF_YEAR = 183
MONEY = ("CNY", "USD")
NOTICED = Decimal("0.05")  # a remainder below a twentieth of the smallest part is what rounding always leaves


def sums(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Every declared sum, in each period of a subject that has the whole and all parts."""
    figures = figures_of(facts)
    for total in relations.sums:
        for measure in ("level", "share"):
            yield from _sums(facts, figures, total, measure)
    for group in relations.complete:
        yield from _complete(facts, figures, group)
    for indicator in relations.additive:
        yield from _provinces(facts, figures, indicator)
    for small, large in relations.within:
        yield from _within(facts, figures, small, large)


def _sums(facts: Facts, figures: Figures, total: Sum, measure: str) -> Iterator[Finding]:
    for (subject, indicator, _), series in figures.groups(measure):
        if indicator != total.whole:
            continue
        for days, group in series.items():
            whole = figures.best(subject, indicator, days, group[0], measure)
            if whole is None:
                continue
            parts = _parts(figures, subject, total.parts, days, whole, measure)
            if len(parts) == len(total.parts):
                yield from _sum(facts, whole, parts, overlap=total.overlap, partial=total.partial)


def _parts(
    figures: Figures, subject: str, indicators: Iterable[str], days: Days | None, like: Claim, measure: str
) -> list[Claim]:
    found = (figures.best(subject, i, days, like, measure) for i in indicators)
    same = [c for c in found if c and c.unit == like.unit and c.share_of == like.share_of]
    return [c for c in same if days or source(c) == source(like)]


def _sum(
    facts: Facts, whole: Claim, parts: list[Claim], *, overlap: bool = False, partial: bool = False
) -> Iterator[Finding]:
    made = sum((amount(p) for p in parts), Decimal(0))
    span = _added(parts)
    tiny = abs(made - amount(whole)) <= NOTICED * min((abs(amount(p)) for p in parts), default=Decimal(0))
    if made == amount(whole) or (made in strict(whole) and tiny):
        return
    rounding = strict(whole).meets(span)
    more, less = overlap and span.low > strict(whole).high, partial and span.high < strict(whole).low
    why = "rounding" if rounding else "overlap" if more else "partial" if less else "wrong"
    yield _told_sum(facts, whole, parts, made, why)


def _added(parts: Iterable[Claim]) -> Interval:
    span = Interval(Decimal(0), Decimal(0))
    for part in parts:
        span = span + strict(part)
    return span


_WHY = {
    "rounding": ("可由取整解释。", " Rounding explains it."),
    "overlap": ("同一项可归入多类，并非矛盾。", " An item may count under several parts: no contradiction."),
    "partial": ("所列只是其中一部分，并非矛盾。", " Only some of the parts are named: no contradiction."),
    "wrong": ("", ""),
    "sources": ("来源不同而口径未说明，不宜比较。", " The sources differ and state no caliber: not comparable."),
}


def _told_sum(facts: Facts, whole: Claim, parts: list[Claim], made: Decimal, why: str) -> Finding:
    if why == "wrong" and not comparable((whole, *parts)):
        why = "sources"
    what, printed, of = topic(facts, whole), said(whole), listed(facts, parts, period=False)
    result = money(made, whole.unit)
    zh = f"{what[0]}印作{printed[0]}；各部分（{of[0]}）相加为{result[0]}。{_WHY[why][0]}"
    en = f"{what[1]} is printed as {printed[1]}; the parts ({of[1]}) add up to {result[1]}.{_WHY[why][1]}"
    return finding("sum", "caliber" if why == "sources" else "arithmetic", (whole, *parts), (zh, en),
                   disagreement=why == "wrong", gap=abs(made - amount(whole)), unit=whole.unit,
                   relative=relative_gap(made, amount(whole)))  # fmt: skip


def _complete(facts: Facts, figures: Figures, indicators: tuple[str, ...]) -> Iterator[Finding]:
    """Shares of one whole that leave nothing out make 100 percent."""
    first = indicators[0]
    for (subject, indicator, _), series in figures.groups("share"):
        for days, group in series.items() if indicator == first else ():
            parts = [group[0], *_parts(figures, subject, indicators[1:], days, group[0], "share")]
            if len(parts) == len(indicators) and HUNDRED not in _added(parts):
                made, of = sum((amount(p) for p in parts), Decimal(0)), listed(facts, parts, period=False)
                what = name(facts, subject)
                zh = f"{what[0]}的各占比（{of[0]}）合计{made}%，应为100%。"
                en = f"the shares of {what[1]} ({of[1]}) add up to {made}%, not to 100%."
                yield finding("shares-complete", "arithmetic", parts, (zh, en), disagreement=True,
                              gap=abs(made - HUNDRED), unit="percentage-point",
                              relative=relative_gap(made, HUNDRED))  # fmt: skip


def _provinces(facts: Facts, figures: Figures, indicator: str) -> Iterator[Finding]:
    """All provinces of the mainland together against the nation; a missing province leaves nothing to say."""
    for days, group in figures.series(facts.nation or "", indicator).items():
        whole = group[0]
        found = {c.subject: c for c in figures.at(indicator, "level", days) if c.subject in facts.provinces}
        parts = [figures.best(p, indicator, days, whole) for p in sorted(found)]
        known = [p for p in parts if p and p.unit == whole.unit]
        if days and len(known) >= MAINLAND and not strict(whole).meets(_added(known)):
            yield _told_sum(facts, whole, known, sum((amount(p) for p in known), Decimal(0)), "wrong")


MAINLAND = 31


def _within(facts: Facts, figures: Figures, small: str, large: str) -> Iterator[Finding]:
    """A part that is larger than what it is a part of."""
    for (subject, indicator, _), series in figures.groups():
        for days, group in series.items() if indicator == small else ():
            part = min(group, key=lambda c: c.id)
            whole = figures.best(subject, large, days, part)
            known = whole and part.unit == whole.unit and (days or source(part) == source(whole))
            if whole and known and strict(part).low > strict(whole).high and loose(part).low > loose(whole).high:
                yield _larger(facts, part, whole)
            elif whole is None and days and (near := _near(facts, figures, part, large)):
                yield _larger(facts, part, near)


def _near(facts: Facts, figures: Figures, part: Claim, large: str) -> Claim | None:
    """A smaller whole that is counted within half a year of the part."""
    day = as_of(part, facts)
    for group in figures.series(part.subject, large).values():
        for whole in group:
            other = as_of(whole, facts)
            close = day and other and abs((day - other).days) <= HALF_YEAR and part.unit == whole.unit
            if close and part.unit not in MONEY and strict(part).low > strict(whole).high:
                return whole
    return None


def _larger(facts: Facts, part: Claim, whole: Claim) -> Finding:
    what, of = topic(facts, part), topic(facts, whole)
    one, other = said(part), said(whole)
    clash = comparable((part, whole)) or (period(part) is not None and period(part) == period(whole))
    zh = f"{what[0]}{one[0]}多于其所属的{of[0]}{other[0]}。" + ("" if clash else "时点与口径不同，不宜比较。")
    en = f"{what[1]}, {one[1]}, exceeds what it is a part of: {of[1]}, {other[1]}." + (
        "" if clash else " Other days and calibers: not comparable.")  # fmt: skip
    klass = "arithmetic" if clash else "caliber"
    return finding("part-exceeds-whole", klass, (part, whole), (zh, en), disagreement=clash,
                   gap=amount(part) - amount(whole), unit=part.unit,
                   relative=relative_gap(amount(part), amount(whole)))  # fmt: skip
