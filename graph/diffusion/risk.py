"""Who is at risk of adopting: always named, because every share and every duration depends on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812 - as in graph.claims

from cemai.ontology.text import LangText

from .curve import AtRisk
from .events import DESIGNATED, ENDED, Event, Unit, adoptions

ZONES, CITIES, DISTRICTS, NAMED = "zones", "cities", "districts", "named"
LABELS = {
    ZONES: LangText(
        "综试区城市（自获批之日起，至终止之日）", "cities with a pilot zone, from its day of approval to its end"
    ),
    CITIES: LangText("全部地级以上城市", "all cities of prefecture level and above"),
    DISTRICTS: LangText("全部直属海关关区", "all customs districts"),
    NAMED: LangText("指名的单位", "the units named by the user"),
}


@dataclass(frozen=True, slots=True)
class RiskSet:
    """The units at risk, under the name of the rule that chose them."""

    name: str
    spells: tuple[AtRisk, ...]

    @property
    def label(self) -> LangText:
        """Which units these are."""
        return LABELS[self.name]

    @property
    def sentence(self) -> str:
        """Which units these are, in both languages, and how many."""
        return f"{self.label.both(' · ')} ({len(self.spells)})"

    def closed(self, day: Day) -> RiskSet:
        """The same units, none of them at risk from that day on."""
        return replace(self, spells=tuple(replace(s, exit=min(s.exit or day, day)) for s in self.spells))


def zones(designations: Sequence[Event]) -> RiskSet:
    """Places with a pilot zone: from the latest day by which it was named for certain, to the day it ended."""
    pooled = [Event(claim=e.claim, unit=e.unit, policy=ZONES, role=DESIGNATED, begin=e.begin, end=e.end,
                    date_kind=e.date_kind) for e in designations]  # fmt: skip
    ended = {e.unit: e for e in pooled if e.date_kind == ENDED and e.end}
    spells = []
    for found in adoptions(pooled, (DESIGNATED,)):
        if found.latest:
            last = ended.get(found.unit)
            claims = tuple(e.claim for e in found.events) + ((last.claim,) if last else ())
            spells.append(AtRisk(found.unit, found.latest, last.end if last else None, claims))
    return RiskSet(ZONES, tuple(spells))


def units_of_kind(name: str, units: Iterable[Unit], kind: str) -> RiskSet:
    """All units of a kind in the register, at risk at any time."""
    return RiskSet(name, tuple(AtRisk(u.id, Day.min) for u in sorted(units, key=lambda u: u.id) if u.kind == kind))


def risk_set_named(units: Iterable[str]) -> RiskSet:
    """The units of a list, at risk at any time."""
    return RiskSet(NAMED, tuple(AtRisk(u, Day.min) for u in sorted(set(units))))
