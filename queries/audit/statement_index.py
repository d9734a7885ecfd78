"""What the rules are given: the claims, and what is known of the things that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from cemai.graph.model.statement import Claim, Ref, Thing

HIDDEN = ("unverified",)
Days = tuple[date, date]


@dataclass(frozen=True, kw_only=True, eq=False)
class Facts:
    """Claims (unverified and deprecated ones left out), and names, classes and places of the things in them.

    `latin` are names in Latin letters, in whichever language; `ended` the last day of a former division.

    Two are never equal, so that an index of one can be kept (`functools.lru_cache`).
    """

    claims: tuple[Claim, ...]
    zh: Mapping[str, str] = field(default_factory=dict)
    en: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    latin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    province: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, Days] = field(default_factory=dict)
    ended: Mapping[str, date] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[Claim], things: Iterable[Thing]) -> Facts:
        """Facts from claims and the things they are about; unverified and deprecated claims are left out."""
        every = list(things)
        properties = {t.id: dict(t.properties) for t in every}
        written = {t: (p.get("writtenBegin"), p.get("writtenEnd")) for t, p in properties.items()}
        return cls(
            claims=tuple(c for c in claims if c.evidence_tier not in HIDDEN and c.claim_rank != "deprecated"),
            zh={t.id: t.name_zh for t in every},
            en={t.id: t.name_en for t in every if t.name_en},
            names={t.id: (t.name_zh, *t.aliases_zh) for t in every},
            latin={t.id: tuple(n for n in t.names if n.isascii()) for t in every},
            classes={t.id: frozenset(t.classes) for t in every},
            province={t: p.id for t, ps in properties.items() if isinstance(p := ps.get("inProvince"), Ref)},
            written={t: (b, e) for t, (b, e) in written.items() if isinstance(b, date) and isinstance(e, date)},
            ended={t: day for t, p in properties.items() if isinstance(day := p.get("validTo"), date)},
        )

    @cached_property
    def by_predicate(self) -> dict[str, list[Claim]]:
        """Claims by the property that they state."""
        found = defaultdict(list)
        for claim in self.claims:
            found[claim.predicate].append(claim)
        return dict(found)

    @cached_property
    def observations(self) -> list[Claim]:
        """The figures that have a value and an indicator."""
        return [c for c in self.claims if c.kind == "Observation" and c.value is not None and c.object]

    def stated(self, *predicates: str) -> Iterable[Claim]:
        """Claims of any of the properties."""
        return (c for p in predicates for c in self.by_predicate.get(p, ()))

    def is_a(self, thing: str | None, *classes: str) -> bool:
        """Whether a thing is of one of the classes."""
        return bool(self.classes.get(thing or "", frozenset()) & set(classes))

    def of_class(self, name: str) -> list[str]:
        """Every thing of a class, in order."""
        return sorted(thing for thing, classes in self.classes.items() if name in classes)

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
        return place if place in self.provinces else self.province.get(place)

    def parents(self, place: str) -> list[str]:
        """The places that a place lies in, the nearest first."""
        province = self.province_of(place)
        found = [province] if province and province != place else []
        return found + ([self.nation] if self.nation and self.nation != place else [])


def source(claim: Claim) -> str:
    """The source that states it: of its first evidence."""
    return claim.evidence[0].source if claim.evidence else f"dataset/{claim.dataset}"


def caliber(claim: Claim) -> str | None:
    """The caliber when it is known."""
    return None if claim.caliber == "unspecified" else claim.caliber


def period(claim: Claim) -> Days | None:
    """First and last day of its period."""
    return (claim.period_begin, claim.period_end) if claim.period_begin and claim.period_end else None


def as_of(claim: Claim, facts: Facts) -> date | None:
    """The day up to which a total counts: the end of its period, but not after its source was written."""
    known = [d for d in (claim.period_end, facts.written.get(source(claim), (None, None))[1]) if d]
    return min(known, default=None)


def amount(claim: Claim) -> Decimal:
    """Its value."""
    return Decimal(0) if claim.value is None else claim.value
