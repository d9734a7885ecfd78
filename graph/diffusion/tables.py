"""The files that a scholar expects, as rows; `codebook.FILES` holds their columns and meanings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .events import ANY, ENDED, ROLES, Adoption, Event, Unit
from .history import dyads, unit_years
from .innovativeness import LEAST_FOR_SCORE, Score, walker
from .order import Placed
from .study import Material, Study, by_role, exposures

if TYPE_CHECKING:
    from datetime import date

Cell = str | int | float | None
Row = dict[str, Cell]


def key(thing: str) -> str:
    """The key of an identifier: ``innovation/1210`` is 1210."""
    return thing.partition("/")[2] or thing


def joined(parts: Iterable[str]) -> str | None:
    """Several values in one cell, parted by ``|``, without repetition."""
    return "|".join(dict.fromkeys(parts)) or None


def adoption_rows(material: Material, policies: Sequence[str]) -> list[Row]:
    """First adoptions by policy, role (``any`` first) and kind of unit."""
    rows = []
    for policy in policies:
        placed = by_role(material, policy)
        central = material.of(policy)[1]
        found = [p.adoption for role, p in placed if role == ANY]
        rows += [adoption_row(material, p, central, found) for _, p in placed]
    return rows


def adoption_row(material: Material, placed: Placed, central: Sequence[Event], others: Sequence[Adoption]) -> Row:
    """One adoption with its dates, ranks, stage, exposure and claims."""
    from .exposure import stage_of

    a = placed.adoption
    unit, first = material.units[a.unit], a.deciding
    stage, basis = stage_of(a, central)
    kin = [o for o in others if material.units[o.unit].kind == unit.kind]
    province, batch = exposures(material, a, kin)
    row: Row = {"policy": key(a.policy), "policy_zh": material.labels[a.policy][0]}
    row |= _unit(unit) | {"unit_kind": unit.kind, "role": a.role, "first_role": first.role}
    row |= {"earliest": _day(a.earliest), "latest": _day(a.latest), "adopt_year": a.year,
            "year_exact": int(a.exact_year) if a.year else None, "precision": first.precision,
            "date_kind": first.date_kind, "date_kind_basis": first.basis,
            "rank_min": placed.rank_min, "rank_max": placed.rank_max}  # fmt: skip
    row |= {"stage": stage, "stage_basis": basis, "act": first.act, "province": unit.province, "batch": unit.batch}
    for name, e in (("province", province), ("batch", batch)):
        row |= {f"{name}_peers": e.peers if e else None, f"{name}_before": e.before if e else None,
                f"{name}_possible": e.possible if e else None}  # fmt: skip
    learned = joined(e.learned_from for e in a.events if e.learned_from)
    return row | {"learned_from": learned, "tiers": joined(sorted({e.tier for e in a.events})),
                  "claims": joined(e.claim for e in a.events)}  # fmt: skip


def spid_rows(rows: Iterable[Row]) -> list[Row]:
    """``statenam, policy, adopt_year``: dated first adoptions in any role; names that two units share get their key."""
    dated = [r for r in rows if r["role"] == ANY and r["adopt_year"]]
    bearers: dict[Cell, set[Cell]] = {}
    for r in dated:
        bearers.setdefault(r["unit_zh"], set()).add(r["unit"])

    def name(r: Row) -> str:
        return str(r["unit_zh"]) if len(bearers[r["unit_zh"]]) == 1 else f"{r['unit_zh']} ({key(str(r['unit']))})"

    return [{"statenam": name(r), "policy": r["policy"], "adopt_year": r["adopt_year"]} for r in dated]


def policy_row(material: Material, study: Study) -> Row:
    """One innovation: adopters, first and last day, times, stages, risk set and the claims of the centre."""
    dated = study.dated
    days = [d for a in dated for d in (a.earliest, a.latest) if d]
    zh, en = material.labels[study.policy]
    row: Row = {"policy": key(study.policy), "name_zh": zh, "name_en": en, "unit_kind": study.kind,
                "start": _day(study.start), "first": _day(min(days, default=None)),
                "last": _day(max(days, default=None)), "adopters": len(study.placed), "dated": len(dated),
                "other_kinds": joined(f"{k} {n}" for k, n in study.other_kinds.items()),
                "until": _day(study.until), "nationwide": _day(study.nationwide.begin) if study.nationwide else None,
                "risk": study.risk.name, "at_risk": study.points[-1].at_risk if study.points else None}  # fmt: skip
    for percent, (possible, certain) in study.spans.items():
        row |= {f"t{percent}_possible": _day(possible), f"t{percent}_certain": _day(certain)}
    for stage in ("none", "encouraged", "pilot", "nationwide"):
        row[f"stage_{stage}"] = study.stage_shares.get(stage, (0, 0.0))[0]
    return row | {"hidden_unverified": material.hidden.get(study.policy, 0),
                  "central_claims": joined(e.claim for e in study.central),
                  "claims": joined(e.claim for a in study.adoptions for e in a.events)}  # fmt: skip


def unit_rows(material: Material, studies: Sequence[Study]) -> list[Row]:
    """Units of the register and all adopters, with zone, number of adoptions and Walker's score within their kind."""
    scores: dict[str, Score] = {}
    for kind in sorted({u.kind for u in material.units.values()}):
        of_kind = {s.policy: s.adoptions for s in studies if s.kind == kind}
        scores |= {s.unit: s for s in walker(of_kind, [u.id for u in material.units.values() if u.kind == kind])}
    zones = {e.unit: [] for e in material.zones} if material.zones else dict[str, list[Event]]()
    for e in material.zones:
        zones[e.unit].append(e)
    taken: dict[str, list[Event]] = {}
    for e in material.events:
        if e.role in ROLES:
            taken.setdefault(e.unit, []).append(e)
    return [_unit_row(material, u, scores.get(u.id), zones.get(u.id, []), taken.get(u.id, []))
            for u in sorted(material.units.values(), key=lambda u: (u.kind, u.id))]  # fmt: skip


def _unit_row(material: Material, unit: Unit, score: Score | None, zone: list[Event], taken: list[Event]) -> Row:
    from .risk import zones

    spell = next(iter(zones(zone).spells), None)
    row: Row = {"unit": unit.id, "name_zh": unit.zh, "name_en": unit.en, "kind": unit.kind, "province": unit.province,
                "province_zh": material.labels[unit.province][0] if unit.province in material.labels else None,
                "batch": unit.batch, "zone_from": _day(spell.entry) if spell else None,
                "zone_to": _day(spell.exit) if spell else None,
                "adopted": len({e.policy for e in taken}),
                "adopted_dated": len({e.policy for e in taken if e.begin})}  # fmt: skip
    for name in ("walker_policies", "walker_low", "walker_high", "walker_adopted", "walker_adopted_low",
                 "walker_adopted_high"):  # fmt: skip
        row[name] = None
    if score:
        row |= {"walker_policies": score.policies, "walker_low": score.walker_low, "walker_high": score.walker_high,
                "walker_adopted": score.adopted, "walker_adopted_low": score.adopted_low,
                "walker_adopted_high": score.adopted_high}  # fmt: skip
    return row | {"claims": joined(e.claim for e in (*zone, *taken))}


def designation_rows(material: Material) -> list[Row]:
    """Designations, apart from adoptions: a batch is one act that names many places on one day."""
    rows = []
    for e in sorted(material.designations, key=lambda e: (str(e.begin), e.policy, e.unit, e.claim)):
        unit = material.units.get(e.unit)
        row: Row = {"unit": e.unit, "unit_zh": unit.zh if unit else None, "object": e.policy}
        rows.append(row | {"object_zh": material.labels[e.policy][0], "event": "ended" if e.date_kind == ENDED else
                           "designated", "begin": _day(e.begin), "end": _day(e.end), "date_kind": e.date_kind,
                           "batch": e.batch, "act": e.act, "tier": e.tier, "claims": e.claim})  # fmt: skip
    return rows


def enough(studies: Sequence[Study]) -> list[Study]:
    """Studies whose innovation has enough dated adopters for event history and dyads; a single study always."""
    return list(studies) if len(studies) == 1 else [s for s in studies if len(s.dated) >= LEAST_FOR_SCORE]


def history_rows(material: Material, study: Study) -> list[Row]:
    """Unit-years from start of risk to adoption or censoring, with exposure before the year began."""
    if not study.start:
        return []
    latest = {a.unit: a.latest for a in study.dated}
    peers = {k: _peers(material.units.values(), k) for k in ("province", "batch")}
    rows = []
    for y in unit_years(study.adoptions, study.risk.spells, study.start, study.until):
        unit = material.units[y.unit]
        row: Row = {"policy": key(study.policy)} | _unit(unit)
        row |= {"year": y.year, "years_at_risk": y.since, "event": y.event, "event_possible": y.possible,
                "at_risk_from": _day(y.at_risk_from)}  # fmt: skip
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


def dyad_rows(material: Material, study: Study) -> list[Row]:
    """Pairs of dated adopters: who came after whom, and what ties the two."""
    rows = []
    for d in dyads(study.adoptions):
        one, two = material.units[d.follower.unit], material.units[d.leader.unit]
        learned = any(e.learned_from == two.id for e in d.follower.events)
        rows.append({
            "policy": key(study.policy), "follower": one.id, "follower_zh": one.zh, "leader": two.id,
            "leader_zh": two.zh, "order": d.order, "days_min": d.days_min, "days_max": d.days_max,
            "same_province": _same(one.province, two.province), "same_batch": _same(one.batch, two.batch),
            "learned_from": int(learned), "claims": joined(e.claim for a in (d.follower, d.leader) for e in a.events),
        })  # fmt: skip
    return rows


def _same(one: Cell, two: Cell) -> int | None:
    return None if one is None or two is None else int(one == two)


def _unit(unit: Unit) -> Row:
    return {"unit": unit.id, "unit_zh": unit.zh, "unit_en": unit.en}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
