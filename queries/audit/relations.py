"""The declared relations of indicators (``relations.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent / "relations.yml"


@dataclass(frozen=True, slots=True)
class Sum:
    """An indicator that is the sum of others."""

    whole: str
    parts: tuple[str, ...]
    overlap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """Indicators are full identifiers (``indicator/trade``)."""

    sums: tuple[Sum, ...]
    complete: tuple[tuple[str, ...], ...]
    within: tuple[tuple[str, str], ...]
    additive: tuple[str, ...]
    counted_as: tuple[tuple[str, str], ...]
    near: tuple[tuple[str, str], ...]
    beside: tuple[tuple[str, str], ...]
    running: frozenset[str]
    changes: Mapping[str, str]
    leads: Mapping[str, tuple[str, str]]
    gaps: Mapping[str, str]
    growth_ranks: Mapping[str, str]
    counts: Mapping[str, str]
    exchange: Mapping[str, tuple[Decimal, Decimal]]
    tiers: Mapping[str, str]


@cache
def relations() -> Relations:
    """The relations that the package ships."""
    return read(yaml.safe_load(HERE.read_text(encoding="utf-8")))


def read(data: Mapping[str, Any]) -> Relations:
    """Relations from the data of the file."""
    return Relations(
        sums=tuple(Sum(_of(s["whole"]), _all(s["parts"]), s.get("overlap", False)) for s in data["sums"]),
        complete=tuple(_all(group) for group in data["complete"]),
        within=tuple((_of(part), _of(whole)) for part, whole in data["within"]),
        additive=_all(data["additive"]),
        counted_as=tuple((_of(one), _of(other)) for one, other in data["counted-as"]),
        near=tuple((_of(one), _of(other)) for one, other in data["near"]),
        beside=tuple((_of(one), _of(other)) for one, other in data["beside"]),
        running=frozenset(_all(data["running"])),
        changes={_of(k): _of(v) for k, v in data["changes"].items()},
        leads={_of(k): (_of(v[0]), _of(v[1])) for k, v in data["leads"].items()},
        gaps={_of(k): _of(v) for k, v in data["gaps"].items()},
        growth_ranks={_of(k): _of(v) for k, v in data["growth-ranks"].items()},
        counts={_of(k): v for k, v in data["counts"].items()},
        exchange={k: (Decimal(low), Decimal(high)) for k, (low, high) in data["exchange"].items()},
        tiers=dict(data["tiers"]),
    )


def _of(key: str) -> str:
    return f"indicator/{key}"


def _all(keys: list[str]) -> tuple[str, ...]:
    return tuple(_of(key) for key in keys)
