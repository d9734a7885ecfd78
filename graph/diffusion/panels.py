"""Rows of event_history.csv and dyads.csv: panels for event history and dyadic models."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .events import Unit
from .history import dyads, unit_years
from .innovativeness import LEAST_FOR_SCORE
from .study import DiffusionData, Study
from .tables import Cell, Row, day, joined, key, names

if TYPE_CHECKING:
    from datetime import date


def enough(studies: Sequence[Study]) -> list[Study]:
    """Studies whose innovation has enough dated adopters for event history and dyads; a single study always."""
    return list(studies) if len(studies) == 1 else [s for s in studies if len(s.dated) >= LEAST_FOR_SCORE]


def history_rows(data: DiffusionData, study: Study) -> list[Row]:
    """Unit-years from start of risk to adoption or censoring, with exposure before the year began."""
    if not study.start:
        return []
    latest = {a.unit: a.latest for a in study.dated}
    peers = {k: _peers(data.units.values(), k) for k in ("province", "batch")}
    rows = []
    for y in unit_years(study.adoptions, study.risk.spells, study.start, study.until):
        unit = data.units[y.unit]
        row: Row = {"policy": key(study.policy), **names(unit)}
        row |= {"year": y.year, "years_at_risk": y.since, "event": y.event, "event_possible": y.possible,
                "at_risk_from": day(y.at_risk_from)}  # fmt: skip
        for name, found in peers.items():
            row[f"{name}_share"] = _share(found(unit), latest, y.unit, y.year)
        rows.append(row | {"batch": unit.batch, "risk": study.risk.name, "claims": joined(y.claims),
                           "risk_claims": joined(y.risk_claims)})  # fmt: skip
    return rows


def _peers(units: Iterable[Unit], by: str) -> Callable[[Unit], set[str]]:
    groups: dict[tuple[Cell, str], set[str]] = {}
    for u in units:
        if (value := getattr(u, by)) is not None:
            groups.setdefault((value, u.kind), set()).add(u.id)
    return lambda unit: groups.get((getattr(unit, by), unit.kind), set())


def _share(peers: set[str], latest: Mapping[str, date | None], unit: str, year: int) -> float | None:
    """Percent of the other peers that had certainly adopted before the year began."""
    others = peers - {unit}
    before = sum(bool((day := latest.get(u)) and day.year < year) for u in others)
    return round(100 * before / len(others), 1) if others else None


def dyad_rows(data: DiffusionData, study: Study) -> list[Row]:
    """Pairs of dated adopters: who came after whom, and what ties the two."""
    rows = []
    for d in dyads(study.adoptions):
        one, two = data.units[d.follower.unit], data.units[d.leader.unit]
        learned = any(e.learned_from == two.id for e in d.follower.events)
        row: Row = {
            "policy": key(study.policy), "follower": one.id, "follower_zh": one.zh, "leader": two.id,
            "leader_zh": two.zh, "order": d.order, "days_min": d.days_min, "days_max": d.days_max,
            "same_province": _same(one.province, two.province), "same_batch": _same(one.batch, two.batch),
            "learned_from": int(learned), "claims": joined(e.claim for a in (d.follower, d.leader) for e in a.events),
        }  # fmt: skip
        rows.append(row)
    return rows


def _same(one: Cell, two: Cell) -> int | None:
    return None if one is None or two is None else int(one == two)
