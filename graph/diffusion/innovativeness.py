"""Adopter classes (Rogers) and innovativeness scores (Walker), each refused where the data cannot carry it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - as in graph.claims

from .events import Adoption
from .order import Placed

CLASSES = (
    ("innovator", 2.5), ("early adopter", 16.0), ("early majority", 50.0), ("late majority", 84.0), ("laggard", 100.0),
)  # fmt: skip
LEAST_ADOPTERS = 40  # 2.5 % of 40 is one adopter
LEAST_DAYS = 5  # five classes need five days at least
LEAST_FOR_SCORE = 5


@dataclass(frozen=True, slots=True)
class Score:
    """Walker's score of one unit: 1 first, 0 last or never, the mean over innovations. Two bounds for open dates."""

    unit: str
    policies: int
    adopted: int
    walker_low: float
    walker_high: float
    adopted_low: float | None
    adopted_high: float | None


def classes(placed: Sequence[Placed]) -> dict[str, str] | str:
    """Class of each dated unit by its share of the order (``early adopter / early majority`` for a tie over both).

    A sentence (en) instead where there are too few adopters or days.
    """
    dated = [p for p in placed if p.rank_min and p.rank_max]
    days = len({p.adoption.latest for p in dated})
    if len(dated) < LEAST_ADOPTERS or days < LEAST_DAYS:
        return (
            f"no adopter classes: {len(dated)} dated adopters on {days} different days; five classes need at least "
            f"{LEAST_ADOPTERS} adopters (2.5 % of them is one) and {LEAST_DAYS} days 采用者太少或日期太集中，不作分类"
        )
    total = len(dated)
    return {p.adoption.unit: _class(p.rank_min or 0, p.rank_max or 0, total) for p in dated}


def _class(first: int, last: int, total: int) -> str:
    names = [next(n for n, upto in CLASSES if 100 * rank <= upto * total) for rank in (first, last)]
    return names[0] if names[0] == names[1] else " / ".join(names)


def eligible(by_policy: Mapping[str, Sequence[Adoption]]) -> dict[str, list[Adoption]]:
    """Policies with at least five dated adopters on at least two days: others cannot rank anyone."""
    dated = {p: [a for a in found if a.latest] for p, found in by_policy.items()}
    return {p: f for p, f in dated.items() if len(f) >= LEAST_FOR_SCORE and len({a.latest for a in f}) > 1}


def walker(by_policy: Mapping[str, Sequence[Adoption]], units: Sequence[str]) -> list[Score]:
    """Scores of `units`, best first; by each bound 1 - (day - first) / (last - first), 0 for who has no claim.

    `adopted_*` is the mean over the innovations that the unit is known to have adopted: it is not pulled down by
    lists that are not complete. Units that tie have the same score.
    """
    policies = eligible(by_policy)
    low: dict[str, dict[str, float]] = {u: {} for u in units}
    high: dict[str, dict[str, float]] = {u: {} for u in units}
    for policy, found in policies.items():
        for adoption in found:
            one, two = sorted((_score(adoption.earliest, found, 0), _score(adoption.latest, found, 1)))
            if adoption.unit in low:
                low[adoption.unit][policy], high[adoption.unit][policy] = one, two
    scores = [_mean(u, len(policies), low[u], high[u]) for u in units] if policies else []
    return sorted(scores, key=lambda s: (-s.walker_low, -s.walker_high, s.unit))


def _score(day: Day | None, found: Sequence[Adoption], bound: int) -> float:
    days = [(a.earliest, a.latest)[bound] for a in found]
    known = [d for d in days if d]
    span = (max(known) - min(known)).days
    return 1.0 if not day or not span else 1 - (day - min(known)).days / span


def _mean(unit: str, policies: int, low: Mapping[str, float], high: Mapping[str, float]) -> Score:
    n = len(low)
    return Score(
        unit, policies, n, round(sum(low.values()) / policies, 4), round(sum(high.values()) / policies, 4),
        round(sum(low.values()) / n, 4) if n else None, round(sum(high.values()) / n, 4) if n else None,
    )  # fmt: skip
