"""Two printed figures for one thing: other values (value), or values of two calibers (caliber)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import Interval, loose, strict
from cemai.queries.audit.statement_index import Facts, amount, caliber, period, source
from cemai.queries.audit.wording import money, number, said, topic

Group = list[Claim]


def figures(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Figures of one subject, indicator, measure, unit, modality and period whose printed forms exclude each other."""
    for group in _groups(facts):
        buckets: dict[tuple[str, str], Group] = defaultdict(list)
        for claim in group:
            known = caliber(claim)
            buckets[(known, "") if known else ("", source(claim))].append(claim)
        found = [f for bucket in buckets.values() for f in _value(facts, bucket)]
        yield from found or (_caliber(facts, group) if len(buckets) > 1 else ())
    yield from _currencies(facts, relations)


def _groups(facts: Facts) -> Iterator[Group]:
    """Figures with one key; figures without period only inside one source."""
    groups: dict[tuple[object, ...], Group] = defaultdict(list)
    for c in facts.observations:
        when = period(c) or source(c)
        scope = c.rank_scope if c.measure == "rank" else None
        key = (c.subject, c.object, c.measure, c.unit, c.modality or "actual", when, c.base_period, c.share_of, scope)
        groups[key].append(c)
    return (group for group in groups.values() if len(group) > 1)


def extremes(group: Group) -> tuple[Claim, Claim] | None:
    """The two figures that lie farthest apart, the smaller first; None when every two can both be true."""
    high = max(group, key=lambda c: (strict(c).low, strict(c).low_open, c.id))
    low = min(group, key=lambda c: (strict(c).high, not strict(c).high_open, c.id))
    return None if strict(high).meets(strict(low)) else (low, high)


def _value(facts: Facts, group: Group) -> Iterator[Finding]:
    if pair := extremes(group):
        low, high = pair
        rounding = loose(low).meets(loose(high))
        zh, en = _sentence(facts, low, high)
        if rounding:
            zh, en = f"{zh}末尾的零可能是取整，差别可由取整解释。", f"{en} The zeros may be rounded, which explains it."
        yield _made("value-differs", "value", (low, high), (zh, en), not rounding)


def _caliber(facts: Facts, group: Group) -> Iterator[Finding]:
    if (pair := extremes(group)) and not loose(pair[0]).meets(loose(pair[1])):
        zh, en = _sentence(facts, *pair)
        zh += "两处口径不同或未说明，不宜比较。"
        en += " The calibers differ or are not stated: not comparable."
        yield _made("caliber-differs", "caliber", pair, (zh, en), False)


def _sentence(facts: Facts, low: Claim, high: Claim) -> tuple[str, str]:
    what, one, other = topic(facts, low), said(low), said(high)
    return f"{what[0]}：{one[0]}与{other[0]}不能同时成立。", f"{what[1]}: {one[1]} and {other[1]} cannot both hold."


def _made(rule: str, klass: str, pair: tuple[Claim, Claim], sentence: tuple[str, str], disagreement: bool) -> Finding:
    one, other = (amount(c) for c in pair)
    return finding(rule, klass, pair, sentence, disagreement=disagreement, gap=abs(one - other), unit=pair[0].unit,
                   relative=relative_gap(one, other))  # fmt: skip


def _currencies(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """One figure in yuan and one in another currency whose quotient is no rate of exchange."""
    groups: dict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
    for c in facts.observations:
        if c.measure == "level" and c.unit and period(c):
            groups[c.subject, c.object, c.modality, period(c)].setdefault(c.unit, c)
    for units in groups.values():
        for currency, (low, high) in relations.exchange.items():
            if "CNY" in units and currency in units:
                yield from _rate(facts, units["CNY"], units[currency], Interval(low, high))


def _rate(facts: Facts, yuan: Claim, other: Claim, rates: Interval) -> Iterator[Finding]:
    if not other.value or strict(yuan).over(strict(other)).meets(rates):
        return
    rate = amount(yuan) / other.value
    what, one, two = topic(facts, yuan), said(yuan), said(other)
    most = money(other.value * rates.high, "CNY")
    zh = (f"{what[0]}：{one[0]}与{two[0]}相除得{number(rate)}，不是汇率（后者至多折合{most[0]}）。"
          "统计范围不同，不宜比较。")  # fmt: skip
    en = f"{what[1]}: {one[1]} against {two[1]}, a quotient of {number(rate)} is no rate of exchange: not comparable."
    converted = other.value * rates.high
    yield finding("currency", "caliber", (yuan, other), (zh, en), disagreement=False,
                  gap=abs(amount(yuan) - converted), unit="CNY",
                  relative=relative_gap(amount(yuan), converted))  # fmt: skip
