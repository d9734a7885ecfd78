"""Events and first adoptions: what a unit did or was opened to, as spans of days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - as in graph.claims

DID = ("originated", "adopted", "reportedOperating")
OPENED = ("piloted", "madeEligible")
MANDATES = ("mandated",)
ROLES = DID + OPENED
ANY = "any"
DESIGNATED = "designated"
REPORTED, ENDED = "reported", "ended"
# The days of one act, the best first. They are taken for one act where they lie within a quarter.
ACT_DAYS = ("effective", "signed", "published", "posted", "decided")
QUARTER = 92
Bounds = tuple[Day, Day]


@dataclass(frozen=True, slots=True)
class Unit:
    """What can adopt: a city (or an area that acts as one), a customs district, a province, an organisation …

    `registered`: a city or customs district of the register, not an area that only counts as one.
    """

    id: str
    zh: str
    en: str | None = None
    kind: str = "city"
    province: str | None = None
    batch: int | None = None
    registered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One claim: `unit` stands in `role` to `policy`, within the days `begin` to `end` (both inclusive)."""

    claim: str
    unit: str
    policy: str
    role: str
    begin: Day | None = None
    end: Day | None = None
    precision: str | None = None
    date_kind: str | None = None
    basis: str | None = None
    act: str | None = None
    batch: int | None = None
    stage: str | None = None
    learned_from: str | None = None
    tier: str = "act"
    rank: str = "normal"


@dataclass(frozen=True, slots=True)
class Adoption:
    """The first adoption of a unit in a role (or in any): on one day from `earliest` to `latest`, or undated."""

    unit: str
    policy: str
    role: str
    earliest: Day | None
    latest: Day | None
    events: tuple[Event, ...] = field(default=())

    @property
    def year(self) -> int | None:
        """The year by whose end the adoption had happened for certain."""
        return self.latest.year if self.latest else None

    @property
    def exact_year(self) -> bool:
        """Whether the sources leave no other year open."""
        return bool(self.earliest and self.latest and self.earliest.year == self.latest.year)

    @property
    def deciding(self) -> Event:
        """The claim that sets the latest day; the first by id where several do or none is dated."""
        return min(self.events, key=lambda e: (e.end != self.latest, e.claim))


def best_ranked(events: Iterable[Event]) -> list[Event]:
    """Without deprecated claims; where a unit, policy and role has preferred claims, those only."""
    groups: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.rank != "deprecated":
            groups[event.unit, event.policy, event.role].append(event)
    return [e for group in groups.values() for e in [x for x in group if x.rank == "preferred"] or group]


def start_of(events: Iterable[Event]) -> Day | None:
    """The first day on which the innovation can have existed: of all dated events, reports left out if others are."""
    dated = [e for e in events if e.begin and e.date_kind != ENDED]
    acts = [e for e in dated if e.date_kind != REPORTED] or dated
    return min((e.begin for e in acts if e.begin), default=None)


def adoptions(events: Iterable[Event], roles: Sequence[str] = ROLES, start: Day | None = None) -> list[Adoption]:
    """The first adoption of each unit and policy over `roles`, by unit. An undated unit has no bounds.

    A report says that it ran by then: its span reaches back to `start`. A span that holds a finer one of the same
    unit is taken for the same event; so are the several days of one act, of which the best kind counts (`one_day`).
    The first of several adoptions lies between the least bounds of all.
    """
    groups: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.role in roles and event.date_kind != ENDED:
            groups[event.unit, event.policy].append(event)
    name = roles[0] if len(roles) == 1 else ANY
    found = []
    for (unit, policy), group in sorted(groups.items()):
        spans = finest([s for e in one_day(group) if (s := _span(e, start))])
        earliest, latest = (min(s[0] for s in spans), min(s[1] for s in spans)) if spans else (None, None)
        found.append(Adoption(unit, policy, name, earliest, latest, tuple(sorted(group, key=lambda e: e.claim))))
    return found


def _span(event: Event, start: Day | None) -> Bounds | None:
    if not event.begin or not event.end:
        return None
    back = start if event.date_kind == REPORTED and start else event.begin
    return min(back, event.begin), event.end


def one_day(events: Sequence[Event]) -> list[Event]:
    """Without the other days of an act: signed on the 12th and published on the 15th is one event, of the 12th."""
    return [e for e in events if not any(_better(other, e) for other in events)]


def _better(one: Event, other: Event) -> bool:
    if one.date_kind not in ACT_DAYS or other.date_kind not in ACT_DAYS or not one.begin or not other.begin:
        return False
    near = abs((one.begin - other.begin).days) <= QUARTER
    return near and ACT_DAYS.index(one.date_kind) < ACT_DAYS.index(other.date_kind)


def finest(spans: Sequence[Bounds]) -> list[Bounds]:
    """The spans that do not hold another, smaller one."""
    return [a for a in spans if not any(b != a and a[0] <= b[0] and b[1] <= a[1] for b in spans)]
