"""Figures by what they measure, so that a rule finds the other term of its arithmetic without a search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from cemai.graph.model.statement import Claim

from .intervals import strict
from .statement_index import Days, Facts, caliber, period, source

ACTUAL = ("actual", "estimate")
Key = tuple[str, str | None, str | None]


class Figures:
    """Figures by subject, indicator and measure, then by period; targets and forecasts are kept apart."""

    def __init__(self, facts: Facts, modalities: Iterable[str] = ACTUAL) -> None:
        self._levels: dict[str | None, list[Claim]] = defaultdict(list)
        wanted = frozenset(modalities)
        self._found: dict[Key, dict[Days | None, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        self._subjects: dict[tuple[str | None, str | None, Days | None], list[Claim]] = defaultdict(list)
        for claim in facts.observations:
            if (claim.modality or "actual") in wanted:
                self._found[claim.subject, claim.object, claim.measure][period(claim)].append(claim)
                self._subjects[claim.object, claim.measure, period(claim)].append(claim)
                if claim.measure == "level":
                    self._levels[claim.object].append(claim)

    def series(self, subject: str, indicator: str | None, measure: str = "level") -> dict[Days | None, list[Claim]]:
        """Figures by period."""
        return self._found.get((subject, indicator, measure), {})

    def at(self, indicator: str | None, measure: str, when: Days | None) -> list[Claim]:
        """Figures of every subject in a period."""
        return self._subjects.get((indicator, measure, when), [])

    def best(
        self, subject: str, indicator: str | None, when: Days | None, like: Claim, measure: str = "level"
    ) -> Claim | None:
        """The most exact figure of a period, of the source of `like` where it has one; None without any.

        A figure of another known caliber than that of `like` is not a term of its arithmetic.
        """
        found = [c for c in self.series(subject, indicator, measure).get(when, ()) if fits(c, like)]
        return min(found, key=lambda c: (source(c) != source(like), _width(c), c.id), default=None)

    def levels(self, indicator: str) -> list[Claim]:
        """Every level of an indicator, of whatever subject and period."""
        return self._levels.get(indicator, [])

    def groups(self, measure: str = "level") -> Iterator[tuple[Key, dict[Days | None, list[Claim]]]]:
        """Every series of a measure."""
        return ((key, series) for key, series in self._found.items() if key[2] == measure)


@lru_cache(maxsize=2)
def figures_of(facts: Facts) -> Figures:
    """The figures of what has happened, made once for all rules."""
    return Figures(facts)


def _width(claim: Claim) -> float:
    span = strict(claim)
    return float(span.high - span.low)


def fits(one: Claim, other: Claim) -> bool:
    """Whether two figures may be terms of one sum: not of two different known calibers."""
    return caliber(one) == caliber(other) or None in (caliber(one), caliber(other))


def comparable(claims: Iterable[Claim]) -> bool:
    """Whether figures say the same kind of thing: of one source, or of one known caliber."""
    group = list(claims)
    calibers = {caliber(c) for c in group}
    return len({source(c) for c in group}) == 1 or (len(calibers) == 1 and None not in calibers)
