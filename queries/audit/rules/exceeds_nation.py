"""What an organisation, a zone or a platform says of itself, beside what is counted around it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.queries.audit.figure_index import Figures, figures_of
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.statement_index import Facts, amount, as_of, period, source
from cemai.queries.audit.wording import listed, name, number, said, topic

YEARS = 3
DAYS = 365
FAR = 2  # a capacity that is less than twice what was done tells nothing
LEADER = 1


def reach(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Other ways to count, none of them a disagreement."""
    figures = figures_of(facts)
    yield from _beyond(facts, figures, relations)
    yield from _gathered(facts, figures, relations)
    yield from _capacities(facts, figures, relations)
    yield from _leaders(facts, figures)


def _near(facts: Facts, one: Claim, other: Claim) -> bool:
    days = as_of(one, facts), as_of(other, facts)
    return bool(days[0] and days[1] and abs(days[0].year - days[1].year) <= YEARS)


def _told(rule: str, klass: str, part: Claim, whole: Claim, sentence: tuple[str, str]) -> Finding:
    same = part.unit == whole.unit
    return finding(rule, klass, (part, whole), sentence, disagreement=False,
                   gap=abs(amount(part) - amount(whole)) if same else None, unit=part.unit,
                   relative=relative_gap(amount(part), amount(whole)) if same else None)  # fmt: skip


def _beyond(facts: Facts, figures: Figures, relations: Relations) -> Iterator[Finding]:
    """An association that reaches more than the whole nation has."""
    for inner, outer in relations.reach.items():
        wholes = [c for group in figures.series(facts.nation or "", outer).values() for c in group]
        for part in figures.levels(inner):
            if facts.is_a(part.subject, "Association"):
                for whole in (w for w in wholes if _near(facts, part, w) and strict(part).low > strict(w).high):
                    a, b, one, other = topic(facts, part), topic(facts, whole), said(part), said(whole)
                    zh = f"{a[0]}{one[0]}多于{b[0]}{other[0]}：所计范围不同，不宜比较。"
                    en = f"{a[1]}, {one[1]}, exceeds {b[1]}, {other[1]}: counted in other ways, not comparable."
                    yield _told("reach-above-nation", "caliber", part, whole, (zh, en))


def _gathered(facts: Facts, figures: Figures, relations: Relations) -> Iterator[Finding]:
    """A zone that gathers more than the place around it is said to have."""
    around = {c.subject: c.object for c in facts.stated("within", "locatedIn") if c.object}
    for inner, outer in relations.gathered:
        for part in figures.levels(inner):
            series = figures.series(around.get(part.subject) or "", outer)
            for whole in (c for group in series.values() for c in group if source(c) == source(part)):
                if strict(part).low > amount(whole):
                    what, place = name(facts, part.subject), name(facts, whole.subject)
                    a, b = listed(facts, [part]), listed(facts, [whole])
                    zh = f"{what[0]}{a[0]}多于其所在的{place[0]}{b[0]}：所计对象不同，不宜比较。"
                    en = f"{what[1]}: {a[1]}, more than {b[1]} of {place[1]} around it: other things are counted."
                    yield _told("zone-above-its-place", "scope", part, whole, (zh, en))


def _capacities(facts: Facts, figures: Figures, relations: Relations) -> Iterator[Finding]:
    """What can be done in a day against what was done in a year, in one source."""
    for able, done in relations.capacities.items():
        for claim in figures.levels(able):
            for actual in figures.levels(done):
                days = period(actual)
                year = days and days[0].year == days[1].year and (days[1] - days[0]).days > 360
                times = amount(claim) * DAYS / amount(actual) if year and actual.value else Decimal(0)
                if source(claim) == source(actual) and claim.unit == actual.unit and times > FAR:
                    what, a, b = name(facts, claim.subject), listed(facts, [claim]), listed(facts, [actual])
                    zh = f"{what[0]}{a[0]}为每日能力，按全年计为{b[0]}的{number(times, 0)}倍：能力不是实绩，并非矛盾。"
                    en = (f"{what[1]}: {a[1]} a day would make {number(times, 0)} times {b[1]}: a capacity is not "
                          "what was done.")  # fmt: skip
                    yield _told("capacity-and-actual", "scope", claim, actual, (zh, en))


def _leaders(facts: Facts, figures: Figures) -> Iterator[Finding]:
    """The first city of the country in one source, and cities with more in another that counts otherwise."""
    for (subject, indicator, _), series in figures.groups("rank"):
        for days, group in series.items():
            first = min(group, key=lambda c: c.id)
            own = figures.best(subject, indicator, days, first)
            nationwide = (first.rank_scope or "").startswith("全国") and facts.is_a(subject, "City")
            if amount(first) == LEADER and own and nationwide:
                more = [c for c in figures.levels(indicator or "") if _above(facts, c, own)]
                for claim in sorted({c.subject: c for c in more}.values(), key=lambda c: c.id):
                    what, other, a, b = topic(facts, first), topic(facts, claim), said(own), said(claim)
                    zh = f"{what[0]}为第一（{a[0]}），而{other[0]}为{b[0]}：来源与口径不同，不宜比较。"
                    en = f"{what[1]} is the first ({a[1]}), yet {other[1]} is {b[1]}: sources count otherwise."
                    yield finding("first-but-others-more", "caliber", (first, own, claim), (zh, en),
                                  disagreement=False, gap=amount(claim) - amount(own), unit=own.unit,
                                  relative=relative_gap(amount(claim), amount(own)))  # fmt: skip


def _above(facts: Facts, claim: Claim, own: Claim) -> bool:
    other = claim.subject != own.subject and facts.is_a(claim.subject, "City") and source(claim) != source(own)
    return other and claim.unit == own.unit and _near(facts, claim, own) and strict(claim).low > strict(own).high
