"""The order of adopters: a tie is a tie, and a span of days gives a span of ranks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from .events import Adoption


@dataclass(frozen=True, slots=True)
class Placed:
    """An adoption with its ranks: 1 + those certainly before it, and all but those certainly after it."""

    adoption: Adoption
    rank_min: int | None
    rank_max: int | None


def ranked(adoptions: Sequence[Adoption]) -> list[Placed]:
    """By date, undated last and without a rank. Ten on one day hold ranks 1 to 10, all ten of them.

    Give adoptions of one policy, one role and one kind of unit: ranks across kinds mean nothing.
    """
    dated = [(a.earliest, a.latest) for a in adoptions if a.earliest and a.latest]
    begins, ends = sorted(b for b, _ in dated), sorted(e for _, e in dated)
    placed = []
    for a in adoptions:
        if a.earliest and a.latest:
            before = bisect_left(ends, a.earliest)
            after = len(begins) - bisect_right(begins, a.latest)
            placed.append(Placed(a, before + 1, len(dated) - after))
        else:
            placed.append(Placed(a, None, None))
    return sorted(placed, key=_key)


def _key(placed: Placed) -> tuple[bool, int, int, str]:
    return placed.rank_min is None, placed.rank_min or 0, placed.rank_max or 0, placed.adoption.unit
