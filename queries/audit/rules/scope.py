"""The same words for different sets: one number for two things counted, a set and its named parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.queries.audit.figure_index import Figures, figures_of
from cemai.queries.audit.findings import Finding, finding
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.statement_index import Facts, period, source
from cemai.queries.audit.wording import listed, name

DIGITS = "零一二三四五六七八九十"


def scope(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Differences of what is counted."""
    figures = figures_of(facts)
    for one, other in relations.counted_as:
        yield from _counted_as(facts, figures, one, other)
    for one, other in relations.beside:
        yield from _beside(facts, figures, one, other)
    yield from _named_parts(facts)


def _counted_as(facts: Facts, figures: Figures, one: str, other: str) -> Iterator[Finding]:
    """One number under two indicators: of the same period, or where another source gives the first another value."""
    mine, theirs = figures.levels(one), figures.levels(other)
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
    by_source = {source(c): c for c in figures.levels(other)}
    for claim in figures.levels(one):
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
        told = sum(DIGITS.index(c) for c in what[0].replace("两", "二") if c in DIGITS)
        if told > 1 and len(known) != told:
            few = len(known) < told
            zh = f"“{what[0]}”之名有{told}项，所列为{len(known)}项" + ("，所列或不完整，并非矛盾。" if few else "。")
            en = f"the name of {what[1]} tells of {told} parts, {len(known)} are named" + (
                ": the list need not be whole." if few else ".")  # fmt: skip
            yield finding("named-parts", "arithmetic", known.values(), (zh, en), disagreement=not few)
