"""Unit-years at risk and pairs of adopters: the rows that event history and dyadic models take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - as in graph.claims
from itertools import combinations

from .curve import AtRisk
from .events import Adoption

AFTER, OPEN = "after", "undecided"


@dataclass(frozen=True, slots=True)
class UnitYear:
    """One year of one unit: `event` 1 in the year of adoption, `possible` 1 in a year the sources leave open."""

    unit: str
    year: int
    since: int
    event: int
    possible: int
    at_risk_from: Day
    claims: tuple[str, ...]
    risk_claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two adopters. ``after``: the follower came certainly later, by `days_min` to `days_max` days.

    ``undecided``: same day or spans that overlap; the pair stands once, in the order of its ids.
    """

    follower: Adoption
    leader: Adoption
    order: str
    days_min: int
    days_max: int


def unit_years(adoptions: Sequence[Adoption], risk: Iterable[AtRisk], start: Day, until: Day) -> list[UnitYear]:
    """Rows from the year in which risk starts to the year of adoption (by its latest day), exit or data's end.

    Units that had adopted before they were at risk, or on a day nobody states, have no rows.
    """
    by_unit = {a.unit: a for a in adoptions}
    rows = []
    for spell in sorted(risk, key=lambda s: s.unit):
        entry, last = max(spell.entry, start), spell.last(until)
        adoption = by_unit.get(spell.unit)
        if entry > last or (adoption and (not adoption.latest or adoption.latest < entry)):
            continue
        adopted = adoption if adoption and adoption.latest and adoption.latest <= last else None
        rows += _years(spell, adopted, entry, last)
    return rows


def _years(spell: AtRisk, adoption: Adoption | None, entry: Day, last: Day) -> list[UnitYear]:
    end = adoption.latest.year if adoption and adoption.latest else last.year
    first = adoption.earliest.year if adoption and adoption.earliest else end + 1
    claims = tuple(e.claim for e in adoption.events) if adoption else ()
    return [
        UnitYear(spell.unit, year, year - entry.year, int(bool(adoption) and year == end), int(year >= first),
                 entry, claims if year >= first else (), spell.claims)
        for year in range(entry.year, end + 1)
    ]  # fmt: skip


def dyads(adoptions: Sequence[Adoption]) -> list[Dyad]:
    """Every pair of dated adopters, once."""
    found = []
    for one, two in combinations(sorted(adoptions, key=lambda a: a.unit), 2):
        if not (one.earliest and one.latest and two.earliest and two.latest):
            continue
        if two.latest < one.earliest:
            found.append(_dyad(one, two))
        elif one.latest < two.earliest:
            found.append(_dyad(two, one))
        else:
            widest = max((one.latest - two.earliest).days, (two.latest - one.earliest).days)
            found.append(Dyad(one, two, OPEN, 0, widest))
    return found


def _dyad(follower: Adoption, leader: Adoption) -> Dyad:
    assert follower.earliest and follower.latest and leader.earliest and leader.latest  # noqa: S101 - for the checker
    low, high = (follower.earliest - leader.latest).days, (follower.latest - leader.earliest).days
    return Dyad(follower, leader, AFTER, low, high)
