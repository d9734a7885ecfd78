"""Made events: units are letters, days stand as 2020-07-01 or as a year or month that stays open."""

from __future__ import annotations

from datetime import date

from cemai.graph.diffusion.curve import AtRisk
from cemai.graph.diffusion.events import Adoption, Event
from cemai.graph.model.dates import parse


def event(unit: str, when: str | None = None, **other: object) -> Event:
    """A claim that `unit` piloted p; `when` in the normal form of our tables."""
    span = parse(when) if when else None
    given: dict[str, object] = {"policy": "p", "role": "piloted", "date_kind": "effective" if when else None} | other
    dates = {"begin": span.begin, "end": span.end, "precision": span.precision} if span else {}
    claim = given.pop("claim", f"{unit}-{given['role']}-{when}")
    return Event(claim=claim, unit=unit, **given, **dates)  # type: ignore[arg-type]


def adoption(unit: str, when: str | None = None, policy: str = "p") -> Adoption:
    """A first adoption within the days that `when` leaves open."""
    e = event(unit, when, policy=policy)
    return Adoption(unit, policy, "any", e.begin, e.end, (e,))


def day(text: str) -> date:
    return date.fromisoformat(text)


def at_risk(unit: str, entry: str = "0001-01-01", exit_: str | None = None) -> AtRisk:
    return AtRisk(unit, day(entry), day(exit_) if exit_ else None, (f"risk-{unit}",))
