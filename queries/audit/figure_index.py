"""Figures by what they measure, so that a rule finds the other term of its arithmetic without a search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cemai.graph.model.statement import Claim

from .claim_fields import ACTUAL, Days, caliber_of, modality_of, period_of, source_of
from .intervals import strict

SeriesKey = tuple[str, str | None, str | None]
Series = dict[Days | None, list[Claim]]


class FigureIndex:
    """Figures by subject, indicator and measure, then by period; targets and forecasts are kept apart."""

    def __init__(self, observations: Iterable[Claim], modalities: Sequence[str] = ACTUAL) -> None:
        self._levels: dict[str | None, list[Claim]] = defaultdict(list)
        self._series: dict[SeriesKey, Series] = defaultdict(lambda: defaultdict(list))
        self._by_period: dict[tuple[str | None, str | None, Days | None], list[Claim]] = defaultdict(list)
        for claim in observations:
            if modality_of(claim) in modalities:
                self._series[claim.subject, claim.object, claim.measure][period_of(claim)].append(claim)
                self._by_period[claim.object, claim.measure, period_of(claim)].append(claim)
                if claim.measure == "level":
                    self._levels[claim.object].append(claim)

    def series(self, subject: str, indicator: str | None, measure: str = "level") -> Series:
        """Figures by period."""
        return self._series.get((subject, indicator, measure), {})

    def of_period(self, indicator: str | None, measure: str, days: Days | None) -> list[Claim]:
        """Figures of every subject in a period."""
        return self._by_period.get((indicator, measure, days), [])

    def best(
        self, subject: str, indicator: str | None, days: Days | None, like: Claim, measure: str = "level"
    ) -> Claim | None:
        """The most exact figure of a period, of the source of `like` where it has one; None without any.

        A figure of another known caliber than that of `like` is not a term of its arithmetic.
        """
        fitting = [c for c in self.series(subject, indicator, measure).get(days, ()) if _fits(c, like)]
        return min(fitting, key=lambda c: (source_of(c) != source_of(like), _width(c), c.id), default=None)

    def levels(self, indicator: str) -> list[Claim]:
        """Every level of an indicator, of whatever subject and period."""
        return self._levels.get(indicator, [])

    def groups(self, measure: str = "level") -> Iterator[tuple[SeriesKey, Series]]:
        """Every series of a measure."""
        return ((key, series) for key, series in self._series.items() if key[2] == measure)

    def series_of(self, indicator: str, measure: str = "level") -> Iterator[tuple[str, Series]]:
        """Every series of an indicator, by subject."""
        return ((key[0], series) for key, series in self.groups(measure) if key[1] == indicator)


def _width(claim: Claim) -> float:
    span = strict(claim)
    return float(span.high - span.low)


def _fits(one: Claim, other: Claim) -> bool:
    """Whether two figures may be terms of one sum: not of two different known calibers."""
    return caliber_of(one) == caliber_of(other) or None in (caliber_of(one), caliber_of(other))


def comparable(claims: Iterable[Claim]) -> bool:
    """Whether figures say the same kind of thing: of one source, or of one known caliber."""
    group = list(claims)
    calibers = {caliber_of(c) for c in group}
    return len({source_of(c) for c in group}) == 1 or (len(calibers) == 1 and None not in calibers)
