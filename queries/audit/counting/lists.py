"""The lists behind a count: zones by day, evaluated cities, entries of a directory, supervision modes, policies.

Each function takes the facts and a count, and gives the claims that stand for the items counted, by item; None
where the list cannot be told. The names of the functions stand in ``relations.yml`` under ``counts``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable
from datetime import date, timedelta
from functools import lru_cache

from cemai.graph.model.statement import Claim
from cemai.queries.audit.statement_index import Facts, amount, as_of, period, source

from .province_lists import provinces_declining, provinces_growing, provinces_over_trillion

Items = dict[Hashable, Claim]
Lister = Callable[[Facts, Claim], Items | None]
ROLES = ("originated", "piloted", "adopted", "madeEligible", "mandated", "reportedOperating")
FIRST = "tier-1"
MONTH = timedelta(days=31)


@lru_cache(maxsize=2)
def _by_place(facts: Facts) -> dict[str, list[Claim]]:
    """Designations of zones by their place, its province and the nation; those with a batch first."""
    every = [c for c in facts.stated("designated") if facts.is_a(c.object, "PilotZone") and c.date_end]
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(every, key=lambda c: (c.batch is None, c.date_begin or date.max, c.id)):
        for place in dict.fromkeys((claim.subject, *facts.parents(claim.subject))):
            found[place].append(claim)
    return dict(found)


def _designations(facts: Facts, place: str, until: date | None) -> list[Claim]:
    """Zones of a place designated by a day and not ended by then, one claim a zone."""
    every = _by_place(facts).get(place, []) if until else []
    known = [c for c in every if until and c.date_begin and c.date_begin <= until]
    ended = {c.object for c in known if c.date_kind == "ended"}
    found: dict[str | None, Claim] = {}
    for claim in known:
        if claim.object not in ended:
            found.setdefault(claim.object, claim)
    return list(found.values())


def zones(facts: Facts, count: Claim) -> Items | None:
    """Zones in a place up to the day of the count."""
    return {c.object: c for c in _designations(facts, count.subject, as_of(count, facts))} or None


def zones_added(facts: Facts, count: Claim) -> Items | None:
    """Zones of the one batch that any date puts within a month of the period (signing and publication differ)."""
    days = period(count)
    if days is None or count.subject != facts.nation:
        return None
    begin, end = days[0] - MONTH, days[1] + MONTH
    found = [c for c in _designations(facts, count.subject, end) if c.batch and c.date_end and c.date_end >= begin]
    return {c.object: c for c in found} if len({c.batch for c in found}) == 1 else None


def batches(facts: Facts, count: Claim) -> Items | None:
    """Batches of zones whose day lies in the period."""
    until, begin = as_of(count, facts), count.period_begin
    found = [
        c
        for c in _designations(facts, count.subject, until)
        if c.batch and c.date_end and begin and c.date_end >= begin
    ]
    return {c.batch: c for c in found} or None


def zone_provinces(facts: Facts, count: Claim) -> Items | None:
    """Provinces that have a zone."""
    found = [c for c in _designations(facts, count.subject, as_of(count, facts)) if facts.province_of(c.subject)]
    provinces: Items = {facts.province_of(c.subject): c for c in found}
    return provinces or None


def _first_tier(facts: Facts, count: Claim, subject: str | None = None) -> list[Claim]:
    """Evaluations in the first tier of the years of the period, of one subject or of all."""
    days = period(count)
    if days is None:
        return []
    years = range(days[0].year, days[1].year + 1)
    return [c for c in _tiers(facts).get(subject, ()) if c.year in years]


@lru_cache(maxsize=2)
def _tiers(facts: Facts) -> dict[str | None, list[Claim]]:
    """Evaluations in the first tier by subject; all of them under None."""
    found: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in facts.stated("evaluated"):
        if claim.tier == FIRST:
            found[claim.subject].append(claim)
            found[None].append(claim)
    return dict(found)


def first_tier_years(facts: Facts, count: Claim) -> Items | None:
    """Years in which the subject was in the first tier."""
    return {c.year: c for c in _first_tier(facts, count, count.subject)} or None


def first_tier_cities(facts: Facts, count: Claim) -> Items | None:
    """Cities that were in the first tier."""
    return {c.subject: c for c in _first_tier(facts, count)} or None


def evaluation_years(facts: Facts, count: Claim) -> Items | None:
    """Years with an evaluation."""
    return {c.year: c for c in _first_tier(facts, count)} or None


def directory(facts: Facts, count: Claim) -> Items | None:
    """Different clusters of the directory whose numbered entries are as many as the count says."""
    entries: dict[str | None, list[Claim]] = {}
    for claim in facts.stated("listedIn"):
        if claim.dataset == count.dataset:
            entries.setdefault(claim.object, []).append(claim)
    same = [group for group in entries.values() if len(group) == amount(count)]
    found: Items = {c.subject: c for c in same[0]} if len(same) == 1 else {}
    return found or None


def modes_added(facts: Facts, count: Claim) -> Items | None:
    """Supervision modes whose first dated use lies in the period; with the nearest ones when there is none."""
    days, first = period(count), first_uses(facts)
    if not days or not first:
        return None
    return {m: c for m, c in first.items() if c.date_begin and days[0] <= c.date_begin <= days[1]}


@lru_cache(maxsize=2)
def first_uses(facts: Facts) -> dict[str, Claim]:
    """The first dated use of every supervision mode, in the order of days."""
    used = [c for c in facts.stated(*ROLES) if facts.is_a(c.object, "SupervisionMode") and c.date_begin]
    first: dict[str, Claim] = {}
    for claim in sorted(used, key=lambda c: (c.date_begin or date.max, c.id)):
        first.setdefault(claim.object or "", claim)
    return first


def parts(facts: Facts, count: Claim) -> Items | None:
    """The named parts of a set of actions or measures."""
    whole = [c for c in facts.stated("hasPart") if c.subject == count.subject and c.object]
    part = [c for c in facts.stated("partOf") if c.object == count.subject]
    named: Items = {c.object: c for c in whole}
    return named | {c.subject: c for c in part} or None


def listed_words(facts: Facts, count: Claim) -> Items | None:
    """The items of a list in the words of a claim of the subject: 金融、物流、海外仓储."""
    for claim in facts.stated("produces"):
        if claim.subject == count.subject and claim.dataset == count.dataset and "、" in (claim.text or ""):
            words = re.split("[:：]", claim.text or "")[-1].split("、")
            return dict.fromkeys(words, claim)
    return None


def policies(facts: Facts, count: Claim) -> Items | None:
    """Policies that apply to the subject and were issued in the period, in the same source."""
    listed = policies_listed(facts, count)
    days = period(count)
    inside = [c for c in listed.values() if days and c.date_begin and days[0] <= c.date_begin <= days[1]]
    return {policy_of(c): c for c in inside} if len(listed) >= amount(count) else None


def policies_listed(facts: Facts, count: Claim) -> Items:
    """Dated policies of the source that apply to the subject, in whatever period."""
    here = _by_source(facts).get(source(count), [])
    ours = {c.subject for c in here if c.predicate == "appliesTo" and c.object == count.subject}
    dated = [c for c in here if c.predicate != "appliesTo" and c.date_begin and c.date_kind == "published"]
    return {policy_of(c): c for c in dated if policy_of(c) in ours}


@lru_cache(maxsize=2)
def _by_source(facts: Facts) -> dict[str, list[Claim]]:
    """What sources say of the places and days of policies."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in facts.stated("appliesTo", "issued", "dated"):
        found[source(claim)].append(claim)
    return dict(found)


def policy_of(claim: Claim) -> str | None:
    """The policy of a claim that it was issued or dated."""
    return claim.object if claim.predicate == "issued" else claim.subject


LISTERS: dict[str, Lister] = {
    f.__name__.replace("_", "-"): f
    for f in (
        zones, zones_added, batches, zone_provinces, first_tier_years, first_tier_cities, evaluation_years, directory,
        modes_added, listed_words, parts, policies, provinces_growing, provinces_declining, provinces_over_trillion,
    )
}  # fmt: skip
