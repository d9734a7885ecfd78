"""Positions without chance, in one pass a round: places as on a map, the rest around what they are tied to.

A force layout gives other numbers on another processor, so that the same data would not give the same bytes, and
takes minutes for a large graph. Gephi improves the picture with one click (ForceAtlas 2), starting from here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, cos, pi, radians, sin, sqrt

Point = tuple[float, float]
# 250 units a degree of latitude, centred on China; longitudes shrink as they do at 35 degrees north.
_DEGREE, _LAT, _LONG = 250.0, 35.0, 105.0
_ROUNDS, _STEP = 16, 12.0
_TURN = pi * (3 - sqrt(5))  # the golden angle fills a disc evenly


def on_map(lat: float, long: float) -> Point:
    """East and north of the centre."""
    return (long - _LONG) * _DEGREE * cos(radians(_LAT)), (lat - _LAT) * _DEGREE


def positions(count: int, fixed: Mapping[int, Point], ends: tuple[Sequence[int], Sequence[int]]) -> list[Point]:
    """A place for each of `count` nodes. `fixed` are those on the map, `ends` the two ends of every edge, by number.

    Each round puts nodes amid their placed neighbours; what is tied to no place, even over others, lies in the south.
    Nodes with one middle form a disc around it, in their own order.
    """
    middles: dict[int, Point] = dict(fixed)
    for _ in range(_ROUNDS):
        found = _amid(middles, ends)
        if not found:
            break
        middles |= found
    rest = [number for number in range(count) if number not in middles]
    south = on_map(8.0, _LONG)
    middles |= dict.fromkeys(rest, south)
    return _apart(count, fixed, middles)


def _amid(middles: Mapping[int, Point], ends: tuple[Sequence[int], Sequence[int]]) -> dict[int, Point]:
    """The middle of the placed neighbours of each node that has some and has no place itself."""
    sums: dict[int, tuple[float, float, int]] = {}
    for one, other in zip(*ends, strict=True):
        if (one in middles) != (other in middles):
            known, unknown = (one, other) if one in middles else (other, one)
            (x, y), (sx, sy, n) = middles[known], sums.get(unknown, (0.0, 0.0, 0))
            sums[unknown] = (sx + x, sy + y, n + 1)
    return {number: (sx / n, sy / n) for number, (sx, sy, n) in sums.items()}


def _apart(count: int, fixed: Mapping[int, Point], middles: Mapping[int, Point]) -> list[Point]:
    """Every node on a spot of its own: the k-th around one middle on a spiral, rounded so that all machines agree."""
    there: dict[Point, int] = {}
    found = []
    for number in range(count):
        x, y = middles[number]
        cell = (float(ceil(x / 100)), float(ceil(y / 100)))
        k = there.get(cell, 0) if number in fixed else there.get(cell, 0) + 1
        if number not in fixed:
            there[cell] = k
            radius = _STEP * sqrt(k) + 10
            x, y = x + radius * cos(k * _TURN), y + radius * sin(k * _TURN)
        found.append((round(x, 1), round(y, 1)))
    return found
