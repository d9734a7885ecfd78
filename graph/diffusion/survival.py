"""How long units stayed without the innovation: durations with censoring, and Kaplan-Meier by scipy."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - as in graph.claims

from .curve import AtRisk
from .events import Adoption

EARLIEST, LATEST = "earliest", "latest"


@dataclass(frozen=True, slots=True)
class Durations:
    """Days from start of risk to adoption (`events`) or to exit or data's end (`censored`), for one bound.

    `before`: units that had adopted before they were at risk; `undated`: adopters whose day nobody states. Both are
    in neither list: counting an adopter as one that never adopted would be false.
    """

    bound: str
    events: tuple[int, ...]
    censored: tuple[int, ...]
    before: int
    undated: int


@dataclass(frozen=True, slots=True)
class SurvivalStep:
    """The share (0 to 1) that had not adopted after `day` days, with its 95 % interval (Greenwood)."""

    bound: str
    day: int
    at_risk: int
    events: int
    survival: float
    low: float | None
    high: float | None


def durations(
    adoptions: Sequence[Adoption], risk: Iterable[AtRisk], start: Day, until: Day, bound: str = LATEST
) -> Durations:
    """Durations when every adoption happened on its earliest, or on its latest, possible day."""
    days = {a.unit: a.earliest if bound == EARLIEST else a.latest for a in adoptions}
    events, censored = list[int](), list[int]()
    before = undated = 0
    for spell in risk:
        entry = max(spell.entry, start)
        last = spell.last(until)
        if entry > last:
            continue
        day = days.get(spell.unit)
        if spell.unit in days and day is None:
            undated += 1
        elif day is not None and day < entry:
            before += 1
        elif day is not None and day <= last:
            events.append((day - entry).days)
        else:
            censored.append((last - entry).days)
    return Durations(bound, tuple(sorted(events)), tuple(sorted(censored)), before, undated)


def available() -> bool:
    """Whether scipy, of the extra `diffusion`, is installed."""
    try:
        import scipy.stats  # noqa: F401
    except ImportError:
        return False
    return True


def kaplan_meier(times: Durations) -> list[SurvivalStep]:
    """The product-limit estimate, a step a duration that ended in adoption; empty without one or without scipy."""
    if not times.events or not available():
        return []
    from scipy.stats import CensoredData, ecdf

    curve = ecdf(CensoredData(uncensored=list(times.events), right=list(times.censored))).sf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # "undefined at some observations": given as None below
        interval = curve.confidence_interval(0.95, method="linear")
    steps = []
    for i, day in enumerate(curve.quantiles):
        if int(day) not in times.events:
            continue
        low, high = (_number(x.probabilities[i]) for x in (interval.low, interval.high))
        steps.append(SurvivalStep(times.bound, int(day), _still_at_risk(times, int(day)), times.events.count(int(day)),
                          round(float(curve.probabilities[i]), 6), low, high))  # fmt: skip
    return steps


def _still_at_risk(times: Durations, day: int) -> int:
    """Units still without it just before that day."""
    return sum(d >= day for d in (*times.events, *times.censored))


def _number(value: float) -> float | None:
    return None if value != value else round(float(value), 6)
