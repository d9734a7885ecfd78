"""What the rules are given: the claims, what is known of the things that they name, relations of indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from cemai.graph.model.declared_relations import DeclaredRelations
from cemai.graph.model.entity import Entity, PropertyValue, Ref
from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText

from .claim_fields import Days, source_of
from .figure_index import FigureIndex

HIDDEN_TIERS = ("unverified",)


@dataclass(frozen=True, kw_only=True, eq=False)
class StatementIndex:
    """Claims, the things in them by identifier, and what the datasets declare of their indicators.

    Two are never equal, so that an index of one can be kept (`functools.lru_cache`).
    """

    claims: tuple[Claim, ...]
    things: Mapping[str, Entity] = field(default_factory=dict)
    relations: DeclaredRelations = field(default_factory=DeclaredRelations)

    @classmethod
    def of(cls, claims: Iterable[Claim], things: Iterable[Entity], relations: DeclaredRelations) -> StatementIndex:
        """An index of the claims that an audit may rest on: unverified and deprecated ones are left out."""
        kept = tuple(c for c in claims if c.evidence_tier not in HIDDEN_TIERS and c.claim_rank != "deprecated")
        return cls(claims=kept, things={t.id: t for t in things}, relations=relations)

    # -- claims

    @cached_property
    def _by_predicate(self) -> dict[str, list[Claim]]:
        groups = defaultdict(list)
        for claim in self.claims:
            groups[claim.predicate].append(claim)
        return dict(groups)

    def stated(self, *predicates: str) -> Iterator[Claim]:
        """Claims of any of the properties."""
        return (c for p in predicates for c in self._by_predicate.get(p, ()))

    @cached_property
    def observations(self) -> list[Claim]:
        """The figures that have a value and an indicator."""
        return [c for c in self.claims if c.kind == "Observation" and c.value is not None and c.object]

    @cached_property
    def figures(self) -> FigureIndex:
        """The figures of what has happened."""
        return FigureIndex(self.observations)

    @cached_property
    def forecasts(self) -> FigureIndex:
        """The forecasts."""
        return FigureIndex(self.observations, ("forecast",))

    @cached_property
    def targets(self) -> FigureIndex:
        """What is aimed at or expected: targets and forecasts."""
        return FigureIndex(self.observations, ("target", "forecast"))

    @cached_property
    def by_thing(self) -> dict[str, list[Claim]]:
        """Claims by the things that they name as subject or object."""
        groups = defaultdict(list)
        for claim in self.claims:
            for thing in dict.fromkeys((claim.subject, claim.object or "")):
                groups[thing].append(claim)
        return dict(groups)

    # -- things

    def name(self, thing: str | None) -> LangText:
        """A thing in Chinese and in English (in Chinese where no English name is known)."""
        known = self.things.get(thing or "")
        if known is None:
            return LangText(thing or "?", thing or "?")
        return LangText(known.name_zh, known.name_en or known.name_zh)

    def chinese_names(self, thing: str) -> tuple[str, ...]:
        """Every Chinese name of a thing."""
        known = self.things.get(thing)
        return (known.name_zh, *known.aliases_zh) if known else ()

    def is_a(self, thing: str | None, *classes: str) -> bool:
        """Whether a thing is of one of the classes."""
        known = self.things.get(thing or "")
        return known is not None and not set(classes).isdisjoint(known.classes)

    def of_class(self, name: str) -> list[str]:
        """Every thing of a class, in order."""
        return sorted(t.id for t in self.things.values() if name in t.classes)

    @cached_property
    def _properties(self) -> dict[str, dict[str, PropertyValue]]:
        return {t.id: dict(t.properties) for t in self.things.values() if t.properties}

    def _day(self, thing: str, name: str) -> date | None:
        value = self._properties.get(thing, {}).get(name)
        return value if isinstance(value, date) else None

    def written(self, source: str) -> Days | None:
        """First and last day on which a source may have been written."""
        begin, end = self._day(source, "writtenBegin"), self._day(source, "writtenEnd")
        return (begin, end) if begin and end else None

    @cached_property
    def former(self) -> dict[str, date]:
        """The last day of each division that exists no longer."""
        return {thing: day for thing in self._properties if (day := self._day(thing, "validTo"))}

    # -- places

    @cached_property
    def provinces(self) -> frozenset[str]:
        """Every province."""
        return frozenset(self.of_class("Province"))

    @cached_property
    def nation(self) -> str | None:
        """The country whose provinces the places are of: the only thing of class Country."""
        countries = self.of_class("Country")
        return countries[0] if len(countries) == 1 else None

    def province_of(self, place: str) -> str | None:
        """The province of a place; a province is its own."""
        if place in self.provinces:
            return place
        province = self._properties.get(place, {}).get("inProvince")
        return province.id if isinstance(province, Ref) else None

    def parents(self, place: str) -> list[str]:
        """The places that a place lies in, the nearest first."""
        province = self.province_of(place)
        above = [province] if province and province != place else []
        return above + ([self.nation] if self.nation and self.nation != place else [])

    # -- time

    def as_of(self, claim: Claim) -> date | None:
        """The day up to which a total counts: the end of its period, but not after its source was written."""
        written = self.written(source_of(claim))
        return min((d for d in (claim.period_end, written[1] if written else None) if d), default=None)

    def years_apart(self, one: Claim, other: Claim) -> int | None:
        """How many calendar years lie between two totals; None where a day is not known."""
        days = self.as_of(one), self.as_of(other)
        return abs(days[0].year - days[1].year) if days[0] and days[1] else None
