"""One innovation studied: order, curve, times, durations, stages. Rows come in, plain results go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Day  # noqa: N812 - as in graph.claims

from .citations import Citation
from .curve import CurvePoint, adoption_curve, times
from .events import ANY, DESIGNATED, MANDATES, OPENED, ROLES, Adoption, Event, Unit, adoptions, start_of
from .exposure import NATIONWIDE, Exposure, batch_peers, exposure_of, province_peers, stage_of, stage_shares
from .innovativeness import classes
from .order import Placed, ranked
from .risk import CITIES, DISTRICTS, ZONES, RiskSet, units_of_kind, zones
from .survival import EARLIEST, LATEST, Durations, durations


@dataclass(frozen=True)
class DiffusionData:
    """All rows of a graph that diffusion needs. `central`: claims on the country or on a group of places."""

    units: Mapping[str, Unit]
    events: Sequence[Event]
    central: Sequence[Event]
    designations: Sequence[Event]
    zones: Sequence[Event]
    predecessors: Mapping[str, Sequence[Event]]
    citations: Sequence[Citation]
    labels: Mapping[str, tuple[str, str | None]]
    until: Day
    hidden: Mapping[str, int] = field(default_factory=dict)

    def of(self, policy: str) -> tuple[list[Event], list[Event]]:
        """The events of units, and those of the centre and of groups, that are about one innovation."""
        return [e for e in self.events if e.policy == policy], [e for e in self.central if e.policy == policy]

    @property
    def policies(self) -> list[str]:
        """Innovations that at least one unit is stated to have taken up."""
        return sorted({e.policy for e in self.events if e.role in ROLES})


@dataclass(frozen=True)
class Study:
    """What is known of the spread of one innovation among units of one kind."""

    policy: str
    role: str
    kind: str
    start: Day | None
    until: Day
    nationwide: Event | None
    risk: RiskSet
    placed: Sequence[Placed]
    other_kinds: Mapping[str, int]
    central: Sequence[Event]
    points: Sequence[CurvePoint]
    spans: Mapping[int, tuple[Day | None, Day | None]]
    durations: Sequence[Durations]
    stages: Mapping[str, tuple[str | None, str | None]]
    classes: Mapping[str, str] | str

    @property
    def adoptions(self) -> list[Adoption]:
        return [p.adoption for p in self.placed]

    @property
    def dated(self) -> list[Adoption]:
        return [a for a in self.adoptions if a.latest]

    @property
    def stage_shares(self) -> Mapping[str, tuple[int, float]]:
        """Number and percent of the dated adoptions by stage of the centre."""
        return stage_shares(stage for a in self.dated if (stage := self.stages.get(a.unit, (None, None))[0]))


def make_study(
    data: DiffusionData, policy: str, *, role: str | None = None, risk: RiskSet | str | None = None
) -> Study:
    """The spread of `policy` over what units did or were opened to, or in one `role`.

    Without a risk set: customs districts where they are the adopters, else the cities with a zone; for the zones
    themselves (`policy` "zones", role designated) all cities.
    """
    events, central = data.of(policy) if policy != ZONES else (list(data.zones), [])
    roles = (role,) if role else (DESIGNATED,) if policy == ZONES else ROLES
    start = start_of([*events, *central])
    found = adoptions(events, roles, start)
    kinds = Counter(data.units[a.unit].kind for a in found)
    dated = Counter(data.units[a.unit].kind for a in found if a.latest)
    kind = max(kinds, key=lambda k: (dated[k], kinds[k], k), default="city")
    chosen = risk if isinstance(risk, RiskSet) else risk_set(data, risk or _usual(policy, kind))
    mine = [a for a in found if data.units[a.unit].kind == kind]
    placed = ranked(mine)
    opened = nationwide(mine, central, start)
    chosen = chosen.closed(opened.begin) if opened and opened.begin else chosen
    points = adoption_curve(mine, chosen.spells, start, data.until) if start else []
    return Study(
        policy, role or (DESIGNATED if policy == ZONES else ANY), kind, start, data.until, opened, chosen, placed,
        {k: n for k, n in sorted(kinds.items()) if k != kind}, central, points, times(points),
        [durations(mine, chosen.spells, start, data.until, b) for b in (EARLIEST, LATEST)] if start else [],
        {a.unit: stage_of(a, central) for a in mine} if policy != ZONES else {}, classes(placed),
    )  # fmt: skip


def nationwide(adoptions: Sequence[Adoption], central: Sequence[Event], start: Day | None) -> Event | None:
    """The act that opened it nationwide (to all, or to a whole class of places) after its start.

    Only where adoption means being opened to it: from that day on nobody is left to be opened, so the risk set
    closes and who was not opened before is censored, not counted as one that never adopted.
    """
    if not start or any(a.deciding.role not in OPENED for a in adoptions if a.latest):
        return None
    acts = [e for e in central if e.role in OPENED and e.stage == NATIONWIDE and e.begin and e.begin > start]
    return min(acts, key=lambda e: (e.begin or Day.max, e.claim), default=None)


def _usual(policy: str, kind: str) -> str:
    return CITIES if policy == ZONES else DISTRICTS if kind == "district" else ZONES


def risk_set(data: DiffusionData, name: str) -> RiskSet:
    """The risk set of a name: zones, cities, districts. KeyError for another."""
    return {
        ZONES: lambda: zones(data.zones),
        CITIES: lambda: units_of_kind(CITIES, (u for u in data.units.values() if u.registered), "city"),
        DISTRICTS: lambda: units_of_kind(DISTRICTS, data.units.values(), "district"),
    }[name]()


def by_role(data: DiffusionData, policy: str) -> list[tuple[str, Placed]]:
    """First adoptions by role, ``any`` first, each ranked among units of its kind; mandates under their own role."""
    events, central = data.of(policy)
    start = start_of([*events, *central])
    rows = []
    for roles in (ROLES, *((r,) for r in (*ROLES, *MANDATES))):
        kinds: dict[str, list[Adoption]] = {}
        for a in adoptions(events, roles, start):
            kinds.setdefault(data.units[a.unit].kind, []).append(a)
        rows += [(p.adoption.role, p) for kind in sorted(kinds) for p in ranked(kinds[kind])]
    return rows


def exposures(data: DiffusionData, adoption: Adoption, others: Sequence[Adoption]) -> tuple[Exposure | None, ...]:
    """Exposure to the same province, and to the same batch of zones; None where there are no such peers."""
    unit, units = data.units[adoption.unit], list(data.units.values())
    peers = (province_peers(unit, units), batch_peers(unit, units))
    return tuple(exposure_of(adoption, others, p) if len(p) > 1 else None for p in peers)


def until_day(data: DiffusionData, day: Day) -> DiffusionData:
    """The data as they stood on a day: events that begin later are left out."""

    def known(events: Sequence[Event]) -> list[Event]:
        return [e for e in events if e.begin is None or e.begin <= day]

    return replace(
        data, until=day, events=known(data.events), central=known(data.central),
        designations=known(data.designations), zones=known(data.zones),
    )  # fmt: skip
