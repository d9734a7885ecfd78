"""The files that a scholar expects, as rows; `codebook.FILES` holds their columns and meanings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .events import ANY, ENDED, ROLES, Adoption, Event, Unit
from .exposure import stage_of
from .innovativeness import Score, walker
from .order import Placed
from .risk import zones
from .study import DiffusionData, Study, by_role, exposures

if TYPE_CHECKING:
    from datetime import date

Cell = str | int | float | None
Row = dict[str, Cell]
SPID_KINDS = ("city", "district")


def key(thing: str) -> str:
    """The key of an identifier: ``innovation/1210`` is 1210."""
    return thing.partition("/")[2] or thing


def joined(parts: Iterable[str]) -> str | None:
    """Several values in one cell, parted by ``|``, without repetition."""
    return "|".join(dict.fromkeys(parts)) or None


def adoption_rows(data: DiffusionData, policies: Sequence[str]) -> list[Row]:
    """First adoptions by policy, role (``any`` first) and kind of unit."""
    rows = []
    for policy in policies:
        placed = by_role(data, policy)
        central = data.of(policy)[1]
        found = [p.adoption for role, p in placed if role == ANY]
        rows += [adoption_row(data, p, central, found) for _, p in placed]
    return rows


def adoption_row(data: DiffusionData, placed: Placed, central: Sequence[Event], others: Sequence[Adoption]) -> Row:
    """One adoption with its dates, ranks, stage, exposure and claims."""
    a = placed.adoption
    unit, first = data.units[a.unit], a.deciding
    stage, basis = stage_of(a, central)
    kin = [o for o in others if data.units[o.unit].kind == unit.kind]
    province, batch = exposures(data, a, kin)
    row: Row = {"policy": key(a.policy), "policy_zh": _label(data, a.policy)[0]}
    row |= names(unit) | {"unit_kind": unit.kind, "role": a.role, "first_role": first.role}
    row |= {"earliest": day(a.earliest), "latest": day(a.latest), "adopt_year": a.year,
            "year_exact": int(a.exact_year) if a.year else None, "precision": first.precision,
            "date_kind": first.date_kind, "date_kind_basis": first.basis,
            "rank_min": placed.rank_min, "rank_max": placed.rank_max}  # fmt: skip
    row |= {"stage": stage, "stage_basis": basis, "act": first.act, "province": unit.province, "batch": unit.batch}
    for name, e in (("province", province), ("batch", batch)):
        row |= {f"{name}_peers": e.peers if e else None, f"{name}_before": e.before if e else None,
                f"{name}_possible": e.possible if e else None}  # fmt: skip
    learned = joined(e.learned_from for e in a.events if e.learned_from)
    return row | {"learned_from": learned, "tiers": joined(sorted({e.tier for e in a.events})),
                  "claim": first.claim, "claims": joined(e.claim for e in a.events)}  # fmt: skip


def spid_rows(rows: Iterable[Row]) -> list[Row]:
    """``statenam, policy, adopt_year``: dated first adoptions of cities and customs districts, in any role.

    A name that two units share gets the unit's key behind it.
    """
    dated = [r for r in rows if r["role"] == ANY and r["adopt_year"] and r["unit_kind"] in SPID_KINDS]
    bearers: dict[Cell, set[Cell]] = {}
    for r in dated:
        bearers.setdefault(r["unit_zh"], set()).add(r["unit"])

    def name(r: Row) -> str:
        return str(r["unit_zh"]) if len(bearers[r["unit_zh"]]) == 1 else f"{r['unit_zh']} ({key(str(r['unit']))})"

    return [{"statenam": name(r), "policy": r["policy"], "adopt_year": r["adopt_year"]} for r in dated]


def _label(data: DiffusionData, thing: str) -> tuple[str, str | None]:
    """What a thing is called in Chinese and English; its identifier where the graph does not say."""
    return data.labels.get(thing, (thing, thing))


def policy_row(data: DiffusionData, study: Study) -> Row:
    """One innovation: adopters, first and last day, times, stages, risk set and the claims of the centre."""
    dated = study.dated
    days = [d for a in dated for d in (a.earliest, a.latest) if d]
    zh, en = _label(data, study.policy)
    row: Row = {"policy": key(study.policy), "name_zh": zh, "name_en": en, "unit_kind": study.kind,
                "start": day(study.start), "first": day(min(days, default=None)),
                "last": day(max(days, default=None)), "adopters": len(study.placed), "dated": len(dated),
                "other_kinds": joined(f"{k} {n}" for k, n in study.other_kinds.items()),
                "until": day(study.until), "nationwide": day(study.nationwide.begin) if study.nationwide else None,
                "risk": study.risk.name, "at_risk": study.points[-1].at_risk if study.points else None}  # fmt: skip
    for percent, (possible, certain) in study.spans.items():
        row |= {f"t{percent}_possible": day(possible), f"t{percent}_certain": day(certain)}
    for stage in ("none", "encouraged", "pilot", "nationwide"):
        row[f"stage_{stage}"] = study.stage_shares.get(stage, (0, 0.0))[0]
    return row | {"hidden_unverified": data.hidden.get(study.policy, 0),
                  "central_claims": joined(e.claim for e in study.central),
                  "claims": joined(e.claim for a in study.adoptions for e in a.events)}  # fmt: skip


def unit_rows(data: DiffusionData, studies: Sequence[Study]) -> list[Row]:
    """Units of the register and all adopters, with zone, number of adoptions and Walker's score within their kind."""
    scores: dict[str, Score] = {}
    for kind in sorted({u.kind for u in data.units.values()}):
        of_kind = {s.policy: s.adoptions for s in studies if s.kind == kind}
        scores |= {s.unit: s for s in walker(of_kind, [u.id for u in data.units.values() if u.kind == kind])}
    zones = {e.unit: [] for e in data.zones} if data.zones else dict[str, list[Event]]()
    for e in data.zones:
        zones[e.unit].append(e)
    taken: dict[str, list[Event]] = {}
    for e in data.events:
        if e.role in ROLES:
            taken.setdefault(e.unit, []).append(e)
    return [_unit_row(data, u, scores.get(u.id), zones.get(u.id, []), taken.get(u.id, []))
            for u in sorted(data.units.values(), key=lambda u: (u.kind, u.id))]  # fmt: skip


def _unit_row(data: DiffusionData, unit: Unit, score: Score | None, zone: list[Event], taken: list[Event]) -> Row:
    spell = next(iter(zones(zone).spells), None)
    row: Row = {"unit": unit.id, "name_zh": unit.zh, "name_en": unit.en, "kind": unit.kind, "province": unit.province,
                "province_zh": _label(data, unit.province)[0] if unit.province else None,
                "batch": unit.batch, "zone_from": day(spell.entry) if spell else None,
                "zone_to": day(spell.exit) if spell else None,
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


def designation_rows(data: DiffusionData) -> list[Row]:
    """Designations, apart from adoptions: a batch is one act that names many places on one day."""
    rows = []
    for e in sorted(data.designations, key=lambda e: (str(e.begin), e.policy, e.unit, e.claim)):
        unit = data.units.get(e.unit)
        row: Row = {"unit": e.unit, "unit_zh": unit.zh if unit else None, "object": e.policy}
        row |= {"object_zh": _label(data, e.policy)[0], "begin": day(e.begin), "end": day(e.end)}
        row |= {"event": "ended" if e.date_kind == ENDED else "designated", "date_kind": e.date_kind,
                "batch": e.batch, "act": e.act, "tier": e.tier, "claims": e.claim}  # fmt: skip
        rows.append(row)
    return rows


def names(unit: Unit) -> Row:
    """The three columns that name a unit."""
    return {"unit": unit.id, "unit_zh": unit.zh, "unit_en": unit.en}


def day(when: date | None) -> str | None:
    """A day as 2024-03-07."""
    return when.isoformat() if when else None
