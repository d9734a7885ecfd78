"""The curve: adopters and those at risk on each day, with what is certain and what is possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - as in graph.claims

from cemai.graph.model.dates import shifted

from .events import Adoption

SHARES = (10, 50, 90)


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A unit could adopt from `entry` on, until `exit` (exclusive); `claims` say so, or the register when empty."""

    unit: str
    entry: Day
    exit: Day | None = None
    claims: tuple[str, ...] = ()

    def last(self, until: Day) -> Day:
        """The last day at risk, data that end on `until` given."""
        return min(shifted(self.exit, -1), until) if self.exit else until

    def on(self, day: Day) -> bool:
        """Whether the unit is in the risk set on that day."""
        return self.entry <= day and (self.exit is None or day < self.exit)


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One day: units that had adopted by its end. Shares are percent of the units in the risk set that day."""

    day: Day
    certain: int
    possible: int
    at_risk: int
    certain_at_risk: int
    possible_at_risk: int

    @property
    def share_certain(self) -> float | None:
        """Percent, None when nobody is at risk."""
        return 100 * self.certain_at_risk / self.at_risk if self.at_risk else None

    @property
    def share_possible(self) -> float | None:
        """Percent, None when nobody is at risk."""
        return 100 * self.possible_at_risk / self.at_risk if self.at_risk else None


def adoption_curve(adoptions: Sequence[Adoption], risk: Iterable[AtRisk], start: Day, until: Day) -> list[CurvePoint]:
    """A point for each day from `start` to `until` on which a count or the risk set changes.

    Undated adoptions are in no count: the curve is a lower bound. An adopter outside the risk set counts among
    adopters, never in a share.
    """
    dated = [(a.unit, a.earliest, a.latest) for a in adoptions if a.earliest and a.latest]
    spells = {s.unit: s for s in risk}
    days = {start, until} | {d for _, b, e in dated for d in (b, e)}
    days |= {d for s in spells.values() for d in (s.entry, s.exit) if d}
    points = []
    for day in sorted(d for d in days if start <= d <= until):
        certain = {u for u, _, e in dated if e <= day}
        possible = {u for u, b, _ in dated if b <= day}
        inside = {u for u, s in spells.items() if s.on(day)}
        points.append(CurvePoint(day, len(certain), len(possible), len(inside), len(certain & inside),
                            len(possible & inside)))  # fmt: skip
    return points


def times(points: Sequence[CurvePoint]) -> Mapping[int, tuple[Day | None, Day | None]]:
    """For 10, 50 and 90 %: first day on which the share was possible, and certain; None where not reached."""
    return {p: (_first(points, p, certain=False), _first(points, p, certain=True)) for p in SHARES}


def _first(points: Sequence[CurvePoint], percent: int, *, certain: bool) -> Day | None:
    """Integers are compared: 3.5 of 35 is 10 % to the unit."""
    for p in points:
        count = p.certain_at_risk if certain else p.possible_at_risk
        if p.at_risk and 100 * count >= percent * p.at_risk:
            return p.day
    return None
