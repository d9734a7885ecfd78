"""Figures whose words set them side by side although their periods differ, or whose wholes are not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.locators import sha256
from cemai.graph.model.statement import Claim
from cemai.queries.audit.figure_index import ACTUAL, figures_of
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.statement_index import Days, Facts, amount, period, source
from cemai.queries.audit.wording import Pair, listed, name, said, topic

CLOSE = 100  # characters without white space: about a sentence
APART = 10  # percent: 四成 beside 45.3%
BARE = frozenset(map(sha256, ("上半年", "下半年", "前三季度", *(f"{q}季度" for q in ("一", "第一", "二", "三", "四")))))
SIDES = 3


def spans(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Differences of periods and of wholes, none of them a disagreement."""
    yield from _year_and_part(facts)
    yield from _sides(facts)
    yield from _near_shares(facts, relations)
    yield from _said_alike(facts, relations)
    yield from _same_number(facts, relations)


def _year_and_part(facts: Facts) -> Iterator[Finding]:
    """A share of a year and one of a part of some year that the sentence does not name: 2023 年…，上半年…."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for c in facts.observations:
        if c.measure == "share" and period(c) and (c.modality or "actual") in ACTUAL:
            groups[c.subject, c.object, c.share_of, source(c)].append(c)
    for group in groups.values():
        years = [c for c in group if _is_year(period(c))]
        for part in (c for c in group if not _is_year(period(c)) and _bare(c)):
            for year in years:
                if _close(year, part) and relative_gap(amount(year), amount(part)) > APART:
                    yield _beside(facts, year, part)


def _is_year(days: Days | None) -> bool:
    return bool(days and days[0].year == days[1].year and (days[1] - days[0]).days >= 364)


def _bare(claim: Claim) -> bool:
    """Whether its period is printed without a year."""
    printed = [s.sha256 for e in claim.evidence for s in e.spans if s.role == "period"]
    return bool(printed) and BARE.issuperset(printed)


def _close(one: Claim, other: Claim) -> bool:
    places = [[s.start for e in c.evidence for s in e.spans if s.role == "value"] for c in (one, other)]
    return any(abs(a - b) <= CLOSE for a in places[0] for b in places[1])


def _beside(facts: Facts, year: Claim, part: Claim) -> Finding:
    what, (a, b) = topic(facts, year), (said(year), said(part))
    zh = f"{what[0]}为{a[0]}，同一句又作{b[0]}（读作{part.period}）：所指时段不同而未写明年份，不宜混用。"
    en = f"{what[1]} is {a[1]}; the same sentence has {b[1]} (read as {part.period}): another period, no year told."
    return finding("share-of-year-and-part", "caliber", (year, part), (zh, en), disagreement=False,
                   gap=abs(amount(year) - amount(part)), unit="percentage-point",
                   relative=relative_gap(amount(year), amount(part)))  # fmt: skip


def _sides(facts: Facts) -> Iterator[Finding]:
    """Three places or more of one source, each told for a period of its own and for no other."""
    groups: dict[tuple[object, ...], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for c in facts.observations:
        placed = c.subject == facts.nation or facts.is_a(c.subject, "City", "Province")
        if c.measure == "level" and (c.modality or "actual") in ACTUAL and period(c) and placed:
            groups[c.object, c.unit, source(c)][c.subject].append(c)
    for by_place in groups.values():
        claims = [c for group in by_place.values() for c in group]
        if len(by_place) >= SIDES and len(claims) == len(by_place) == len({period(c) for c in claims}):
            what, places = name(facts, claims[0].object), [name(facts, c.subject) for c in claims]
            zh = "、".join(f"{p[0]}（{c.period}）{said(c)[0]}" for p, c in zip(places, claims, strict=True))
            en = ", ".join(f"{p[1]} ({c.period}) {said(c)[1]}" for p, c in zip(places, claims, strict=True))
            yield finding("places-by-period", "scope", claims, (
                f"并列的{what[0]}时段不一：{zh}，不宜比较。",
                f"{what[1]} side by side are of other periods: {en}: not comparable."),
                disagreement=False)  # fmt: skip


def _near_shares(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Shares of two wholes, in the same period or in a part of it, that are printed with other numbers."""
    figures = figures_of(facts)
    for one, other in relations.near_shares:
        for (subject, indicator, _), series in figures.groups("share"):
            wide = figures.series(subject, other, "share") if indicator == one else {}
            for days, group in series.items():
                for around, wholes in wide.items():
                    if days and around and around[0] <= days[0] and days[1] <= around[1]:
                        yield from _wholes(facts, group[0], wholes[0])


def _wholes(facts: Facts, one: Claim, other: Claim) -> Iterator[Finding]:
    if one.share_of == other.share_of or (one.hedge, amount(one)) == (other.hedge, amount(other)):
        return
    parts, of = _shares(facts, one), _shares(facts, other)
    yield finding("near-shares", "scope", (one, other), (
        f"{parts[0]}与{of[0]}的分子分母都不同，不宜混用。",
        f"{parts[1]} and {of[1]} are shares of other wholes: not to be mixed."), disagreement=False,
        gap=abs(amount(one) - amount(other)), unit="percentage-point",
        relative=relative_gap(amount(one), amount(other)))  # fmt: skip


def _shares(facts: Facts, claim: Claim) -> Pair:
    part, whole, printed = name(facts, claim.object), name(facts, claim.share_of), said(claim)
    return (f"{claim.period}{part[0]}占{whole[0]}{printed[0]}",
            f"{printed[1]} for {part[1]} in {whole[1]} of {claim.period}")  # fmt: skip


def _said_alike(facts: Facts, relations: Relations) -> Iterator[Finding]:
    figures = figures_of(facts)
    for one, other in relations.said_alike:
        for (subject, indicator, _), series in figures.groups("share"):
            for days, group in series.items() if indicator == one else ():
                twin = figures.best(subject, other, days, group[0], "share")
                if twin and source(twin) == source(group[0]) and strict(twin).meets(strict(group[0])):
                    a, b = _shares(facts, group[0]), _shares(facts, twin)
                    zh = f"{a[0]}与{b[0]}数字相同而所指不同，或有混用，原文不足以判定。"
                    en = f"{a[1]} and {b[1]}: the same digits for two things, perhaps one read for the other."
                    yield finding("said-alike", "scope", (group[0], twin), (zh, en), disagreement=False)


def _same_number(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """One number of a total that grows, counted from two beginnings up to two ends."""
    groups: dict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
    for c in facts.observations:
        days = period(c)
        if c.object in relations.running and c.measure == "level" and days and days[0].year < days[1].year:
            groups[c.subject, c.object, c.value].setdefault(source(c), c)
    for by_source in groups.values():
        one, *rest = sorted(by_source.values(), key=lambda c: (c.period_begin, c.id))
        for other in rest:
            if one.period_begin != other.period_begin and one.period_end != other.period_end:
                what, (a, b) = name(facts, one.subject), (listed(facts, [one]), listed(facts, [other]))
                zh = f"{what[0]}：{a[0]}与{b[0]}数目相同而起止不同，所指不是同一些。"
                en = f"{what[1]}: {a[1]} and {b[1]} are one number over other spans: not the same ones."
                yield finding("same-number", "scope", (one, other), (zh, en), disagreement=False)
