"""The same words for different sets: another way to count, a place above the one it lies in, first and first batch."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.claims import Claim

from .facts import Facts, amount, as_of, period, source
from .findings import Finding, finding, relative_gap
from .index import ACTUAL, Figures
from .intervals import strict
from .relations import Relations
from .words import listed, name, said, topic

YEARS = 3
DIGITS = "零一二三四五六七八九十"
NUMERAL = re.compile("([一二三四五六七八九十])(?=[个体平大项条方])")


def scope(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Differences of what is counted."""
    figures = Figures(facts)
    for one, other in relations.counted_as:
        yield from _counted_as(facts, figures, one, other)
    for one, other in relations.beside:
        yield from _beside(facts, figures, one, other)
    yield from _named_parts(facts)
    yield from _places(facts)
    yield from _before_first_batch(facts)
    yield from _originators(facts)


def _counted_as(facts: Facts, figures: Figures, one: str, other: str) -> Iterator[Finding]:
    """One number under two indicators: of the same period, or where another source gives the first another value."""
    mine = [c for (s, i, _), series in figures.groups() if i == one for g in series.values() for c in g]
    theirs = [c for (s, i, _), series in figures.groups() if i == other for g in series.values() for c in g]
    by_value = {(c.subject, c.value): c for c in sorted(theirs, key=lambda c: c.id, reverse=True)}
    beside = {(c.subject, source(c)) for c in mine}
    for claim in mine:
        twin = by_value.get((claim.subject, claim.value))
        if twin and (period(twin) == period(claim) or (source(twin) != source(claim)
                                                       and (twin.subject, source(twin)) in beside)):  # fmt: skip
            a, b = listed(facts, [claim]), listed(facts, [twin])
            what = name(facts, claim.subject)
            zh = f"{what[0]}：{a[0]}与{b[0]}数目相同而所计单位不同，范围不一，不宜混用。"
            en = f"{what[1]}: {a[1]} and {b[1]} are one number for two things counted: another scope."
            yield finding("counted-as", "scope", (claim, twin), (zh, en), disagreement=False)


def _beside(facts: Facts, figures: Figures, one: str, other: str) -> Iterator[Finding]:
    """More of one thing than of what it seems to belong to, in one source: each may have several."""
    by_source = {source(c): c for (_, i, _), series in figures.groups() if i == other for g in series.values() for c in g}
    for (_, indicator, _), series in figures.groups():
        for claim in (c for g in series.values() for c in g if indicator == one):
            twin = by_source.get(source(claim))
            if twin and strict(claim).low > strict(twin).high:
                a, b = listed(facts, [claim]), listed(facts, [twin])
                zh = f"{a[0]}多于{b[0]}：所计对象不同，一个可有数个，并非矛盾。"
                en = f"{a[1]} exceed {b[1]}: other things are counted, one may have several."
                yield finding("beside", "scope", (claim, twin), (zh, en), disagreement=False)


def _named_parts(facts: Facts) -> Iterator[Finding]:
    """A framework whose name tells how many parts it has, and fewer or more parts that are named."""
    parts: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in facts.stated("hasPart", "partOf"):
        whole, part = (claim.subject, claim.object) if claim.predicate == "hasPart" else (claim.object, claim.subject)
        if whole and part and facts.is_a(whole, "Framework"):
            parts[whole].setdefault(part, claim)
    for whole, known in parts.items():
        what = name(facts, whole)
        told = sum(DIGITS.index(d) for d in NUMERAL.findall(what[0]))
        if told > 1 and len(known) != told:
            few = len(known) < told
            zh = f"“{what[0]}”之名有{told}项，所列为{len(known)}项" + ("，所列或不完整，并非矛盾。" if few else "。")
            en = f"the name of {what[1]} tells of {told} parts, {len(known)} are named" + (
                ": the list need not be whole." if few else ".")  # fmt: skip
            yield finding("named-parts", "arithmetic", known.values(), (zh, en), disagreement=not few)


def _places(facts: Facts) -> Iterator[Finding]:
    """A place above the place it lies in: in one period a contradiction, in near years another way to count."""
    levels: dict[tuple[str, str | None, str | None], list[Claim]] = defaultdict(list)
    for c in facts.observations:
        if c.measure == "level" and (c.modality or "actual") in ACTUAL and (facts.parents(c.subject) or c.subject == facts.nation):
            levels[c.subject, c.object, c.unit].append(c)
    for (subject, indicator, unit), group in levels.items():
        for parent in facts.parents(subject):
            found = [pair for whole in levels.get((parent, indicator, unit), ()) for part in group
                     if (pair := _above(facts, part, whole))]  # fmt: skip
            if found:
                yield _larger(facts, *min(found, key=lambda p: (period(p[0]) != period(p[1]), p[0].id, p[1].id)))
                break


def _above(facts: Facts, part: Claim, whole: Claim) -> tuple[Claim, Claim] | None:
    days = as_of(part, facts), as_of(whole, facts)
    lengths = _length(part), _length(whole)
    near = days[0] and days[1] and abs(days[0].year - days[1].year) <= YEARS and lengths[0] <= lengths[1]
    return (part, whole) if near and strict(part).low > strict(whole).high else None


def _length(claim: Claim) -> int:
    """Days of the period; a count without period is of a day."""
    days = period(claim)
    return (days[1] - days[0]).days if days and claim.unit in ("CNY", "USD") else 0


def _larger(facts: Facts, part: Claim, whole: Claim) -> Finding:
    same = period(part) is not None and period(part) == period(whole)
    one, other, a, b = said(part), said(whole), topic(facts, part), topic(facts, whole)
    zh = f"{a[0]}{one[0]}大于其所在的{b[0]}{other[0]}。" + ("" if same else "年份与口径不同，不宜比较。")
    en = f"{a[1]}, {one[1]}, exceeds {b[1]}, {other[1]}, in which it lies." + (
        "" if same else " Other years and ways to count: not comparable.")  # fmt: skip
    return finding("place-above-its-whole", "arithmetic" if same else "caliber", (part, whole), (zh, en),
                   disagreement=same, gap=amount(part) - amount(whole), unit=part.unit,
                   relative=relative_gap(amount(part), amount(whole)))  # fmt: skip


def _before_first_batch(facts: Facts) -> Iterator[Finding]:
    """A designation that is older than the first batch of its programme."""
    first: dict[str, Claim] = {}
    for claim in facts.stated("designated"):
        if claim.batch == 1 and claim.object and claim.date_begin:
            first.setdefault(claim.object, claim)
    for claim in facts.stated("designated"):
        batch = first.get(claim.object or "")
        if batch and claim.batch is None and claim.date_end and batch.date_begin and claim.date_end < batch.date_begin:
            one, other, what = name(facts, claim.subject), name(facts, batch.subject), name(facts, claim.object)
            zh = f"{what[0]}：{one[0]}在{claim.date_begin}已获认定，早于{other[0]}所在的第一批（{batch.date_begin}）：首个与第一批不是一回事。"
            en = (f"{what[1]}: {one[1]} was designated by {claim.date_end}, before the first batch with {other[1]} "
                  f"({batch.date_begin}): the first one is not the first batch.")  # fmt: skip
            yield finding("first-and-first-batch", "scope", (claim, batch), (zh, en), disagreement=False)


def _originators(facts: Facts) -> Iterator[Finding]:
    """One innovation that sources ascribe to different originators."""
    groups: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in facts.stated("originated"):
        groups[claim.object or ""].setdefault(claim.subject, claim)
    for thing, by_subject in groups.items():
        claims = list(by_subject.values())
        if len(claims) > 1:
            what = name(facts, thing)
            told = [(name(facts, c.subject), source(c).rpartition("/")[2]) for c in claims]
            zh = f"{what[0]}的首创者不一：" + "、".join(f"{n[0]}（{where}）" for n, where in told) + "。"
            en = f"sources name different originators of {what[1]}: " + ", ".join(f"{n[1]} ({w})" for n, w in told) + "."
            yield finding("originators", "value", claims, (zh, en), disagreement=True)
