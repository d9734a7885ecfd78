"""Relations of indicators that no rule can guess: declared by the dataset that defines them, used by the audit.

Members are identifiers (``indicator/trade``), never claims or places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from .count_lists import CountList

Pair = tuple[str, str]
FORBID: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """An indicator that is the sum of others.

    `overlap`: an item may count under several parts, so that they may add up to more. `partial`: the whole may have
    other parts that are not named, so that the named ones may add up to less.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID
    whole: str
    parts: tuple[str, ...]
    overlap: bool = False
    partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredRelations:
    """What one dataset declares, or several together; `docs/audit.md` describes each field."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID
    # wholes and parts
    sums: tuple[Sum, ...] = ()
    complete_shares: tuple[tuple[str, ...], ...] = ()
    part_of: tuple[Pair, ...] = ()
    summed_over_provinces: tuple[str, ...] = ()
    complete_sets: Mapping[str, int] = field(default_factory=dict)
    # other ways to count
    similar_indicators: tuple[Pair, ...] = ()
    counted_as: tuple[Pair, ...] = ()
    beside: tuple[Pair, ...] = ()
    near_shares: tuple[Pair, ...] = ()
    said_alike: tuple[Pair, ...] = ()
    within_nation: tuple[Pair, ...] = ()
    within_place: tuple[Pair, ...] = ()
    daily_capacities: tuple[Pair, ...] = ()
    # totals and lists
    running_totals: frozenset[str] = frozenset()
    same_total: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, CountList] = field(default_factory=dict)
    # differences
    growth_changes: Mapping[str, str] = field(default_factory=dict)
    growth_leads: Mapping[str, Pair] = field(default_factory=dict)
    gaps: Mapping[str, str] = field(default_factory=dict)
    growth_ranks: Mapping[str, str] = field(default_factory=dict)
    # names and complaints
    tier_names: Mapping[str, str] = field(default_factory=dict)
    lacks: Mapping[str, str] = field(default_factory=dict)
    late_starts: frozenset[str] = frozenset()
