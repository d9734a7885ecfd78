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
    partial: bool = False


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
    same_total: Mapping[str, str]
    changes: Mapping[str, str]
    leads: Mapping[str, tuple[str, str]]
    gaps: Mapping[str, str]
    growth_ranks: Mapping[str, str]
    counts: Mapping[str, str]
    exchange: Mapping[str, tuple[Decimal, Decimal]]
    tiers: Mapping[str, str]
    near_shares: tuple[tuple[str, str], ...]
    said_alike: tuple[tuple[str, str], ...]
    reach: Mapping[str, str]
    gathered: tuple[tuple[str, str], ...]
    capacities: Mapping[str, str]
    doubled: tuple[str, ...]
    spellings: tuple[tuple[str, str], ...]
    numbers: Mapping[str, tuple[str, ...]]
    lacks: Mapping[str, str]
    late: frozenset[str]


@cache
def relations() -> Relations:
    """The relations that the package ships."""
    return read(yaml.safe_load(HERE.read_text(encoding="utf-8")))


def read(data: Mapping[str, Any]) -> Relations:
    """Relations from the data of the file."""
    return Relations(
        sums=tuple(_sum(s) for s in data["sums"]),
        complete=tuple(_all(group) for group in data["complete"]),
        within=tuple((_of(part), _of(whole)) for part, whole in data["within"]),
        additive=_all(data["additive"]),
        counted_as=tuple((_of(one), _of(other)) for one, other in data["counted-as"]),
        near=tuple((_of(one), _of(other)) for one, other in data["near"]),
        beside=tuple((_of(one), _of(other)) for one, other in data["beside"]),
        running=frozenset(_all(data["running"])),
        same_total={_of(k): _of(v) for k, v in data["same-total"].items()},
        changes={_of(k): _of(v) for k, v in data["changes"].items()},
        leads={_of(k): (_of(v[0]), _of(v[1])) for k, v in data["leads"].items()},
        gaps={_of(k): _of(v) for k, v in data["gaps"].items()},
        growth_ranks={_of(k): _of(v) for k, v in data["growth-ranks"].items()},
        counts={_of(k): v for k, v in data["counts"].items()},
        exchange={k: (Decimal(low), Decimal(high)) for k, (low, high) in data["exchange"].items()},
        tiers=dict(data["tiers"]),
        near_shares=tuple((_of(one), _of(other)) for one, other in data["near-shares"]),
        said_alike=tuple((_of(one), _of(other)) for one, other in data["said-alike"]),
        reach={_of(k): _of(v) for k, v in data["reach"].items()},
        gathered=tuple((_of(one), _of(other)) for one, other in data["gathered"]),
        capacities={_of(k): _of(v) for k, v in data["capacities"].items()},
        doubled=tuple(data["doubled"]),
        spellings=tuple((one, other) for one, other in data["spellings"]),
        numbers={k: tuple(v) for k, v in data["numbers"].items()},
        late=frozenset(f"challenge/{k}" for k in data["late"]),
        lacks={f"challenge/{k}": f"innovation/{v}" for k, v in data["lacks"].items()},
    )


def _sum(row: Mapping[str, Any]) -> Sum:
    return Sum(_of(row["whole"]), _all(row["parts"]), row.get("overlap", False), row.get("partial", False))


def _of(key: str) -> str:
    return f"indicator/{key}"


def _all(keys: list[str]) -> tuple[str, ...]:
    return tuple(_of(key) for key in keys)
