"""Diffusion from the graph: the rows that `cemai.graph.diffusion` studies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from cemai.graph.diffusion.citations import Citation
from cemai.graph.diffusion.events import DESIGNATED, ENDED, MANDATES, ROLES, Event, Unit, best_ranked
from cemai.graph.diffusion.risk import CITIES, DISTRICTS, ZONES, risk_set_named
from cemai.graph.diffusion.study import DiffusionData, Study, make_study, until_day
from cemai.graph.errors import MALFORMED, QueryError, unreadable
from cemai.graph.model.normal_form import name_key
from cemai.graph.repository import UNVERIFIED
from cemai.queries.runner import Row
from cemai.queries.session import Session

__all__ = ["DiffusionData", "Study", "read_diffusion_data", "study_of", "until_day"]
ZONE_NAMES = ("zones", "综试区", "跨境电商综试区", "pilot zones")
_KINDS = (
    ("City", "city"), ("CustomsDistrict", "district"), ("Province", "province"), ("County", "county"),
    ("Organisation", "organisation"), ("Programme", "programme"), ("Area", "area"),
)  # fmt: skip
_NO_UNIT = {"Country", "PlaceGroup"}


def read_diffusion_data(kg: Session, *, unverified: bool = False) -> DiffusionData:
    """Everything that diffusion needs. Unverified claims are left out (and counted by innovation) unless asked for."""
    rows = kg.rows("diffusion/events")
    shown = [r for r in rows if unverified or r["tier"] != UNVERIFIED]
    hidden = Counter(str(r["innovation"]) for r in rows) - Counter(str(r["innovation"]) for r in shown)
    found = best_ranked(_event(r, "innovation", str(r["role"])) for r in shown)
    named = [r for r in kg.rows("diffusion/designations") if unverified or r["tier"] != UNVERIFIED]
    designations = best_ranked({e.claim: e for r in named for e in [_event(r, "object", DESIGNATED)]}.values())
    registered = kg.rows("diffusion/units")
    kg.entities.load(
        str(thing) for thing in (*(r["unit"] for r in (*rows, *named, *registered)), *(r["innovation"] for r in rows),
                                 *(r["object"] for r in named), *(r["province"] for r in registered)) if thing
    )  # fmt: skip
    zone_claims = {str(r["claim"]) for r in named if r["zone"]}
    zones = [e for e in designations if e.claim in zone_claims and not _no_unit(kg, e.unit)]
    subjects = {e.unit for e in (*found, *designations)}
    groups = {s for s in subjects if _no_unit(kg, s)}
    units = _units(kg, registered, subjects - groups, zones, found)
    kept = [e for e in found if e.unit not in groups]
    before: dict[str, list[Event]] = {}
    by_claim = {e.claim: e for e in designations}
    for r in named:
        counts = unverified or r["before_tier"] != UNVERIFIED
        if r["before"] and counts and str(r["claim"]) in by_claim:
            before.setdefault(str(r["before"]), []).append(by_claim[str(r["claim"])])
    return DiffusionData(
        units, kept, [e for e in found if e.unit in groups], designations, zones, before, citations(kg, unverified),
        _labels(kg, {e.policy for e in (*found, *designations)} | {u.province for u in units.values() if u.province}),
        _last_day((*kept, *designations)), hidden,
    )  # fmt: skip


def study_of(kg: Session, name: str, data: DiffusionData, *, role: str | None = None,
            risk: str | None = None, units: Sequence[str] = ()) -> Study:  # fmt: skip
    """The study of the innovation of that name, or of the zones. Raises NameUnknown, NameAmbiguous, QueryError."""
    if role and role not in (*ROLES, *MANDATES):
        raise QueryError(f"no role {role!r} 没有此角色; one of: {', '.join((*ROLES, *MANDATES))}")
    if risk and risk not in (ZONES, CITIES, DISTRICTS):
        raise QueryError(f"no risk set {risk!r} 没有此风险集; one of: {ZONES}, {CITIES}, {DISTRICTS}, or --unit")
    policy = ZONES if name_key(name) in map(name_key, ZONE_NAMES) else kg.one(name, ("Innovation",))
    kg.entities.look_up(units)
    listed = [kg.one(unit, ("Place", "Organisation", "Programme")) for unit in units]
    return make_study(data, policy, role=role, risk=risk_set_named(listed) if listed else risk)


def citations(kg: Session, unverified: bool) -> list[Citation]:
    """The papers that cite or follow others, a row a claim."""
    rows = {str(r["claim"]): r for r in kg.rows("diffusion/citations") if unverified or r["tier"] != UNVERIFIED}
    return [Citation(c, str(r["citing"]), str(r["cited"]), str(r["relation"]), str(r["tier"])) for c, r in rows.items()]


def _units(kg: Session, units: Sequence[Row], subjects: set[str], zones: list[Event],
           events: list[Event]) -> dict[str, Unit]:  # fmt: skip
    """Cities and customs districts of the register, and whatever else is the subject of an event."""
    batches: dict[str, int] = {}
    for e in zones:
        if e.batch is not None and e.date_kind != ENDED:
            batches[e.unit] = min(e.batch, batches.get(e.unit, e.batch))
    rows = {str(r["unit"]): r for r in units}
    registered = {u for u, r in rows.items() if r["kind"] in ("City", "CustomsDistrict")}
    cities = set(batches) | {e.unit for e in events if e.stage == "pilot"}
    found = {}
    for thing in sorted(subjects | registered):
        row = rows.get(thing)
        kind = _kind(kg.classes(thing), acts_as_city=thing in cities)
        own = thing if thing in registered and kind == "city" else None  # a municipality is its own province
        province = str(row["province"]) if row and row["province"] else own
        found[thing] = Unit(thing, kg.label(thing) or thing, kg.label(thing, "en"), kind, province,
                            batches.get(thing), thing in registered)  # fmt: skip
    return found


def _kind(classes: frozenset[str], *, acts_as_city: bool) -> str:
    """The first kind that fits; a county or area that holds a zone or is a pilot of the centre counts as a city."""
    kind = next((kind for name, kind in _KINDS if name in classes), "other")
    return "city" if kind in ("area", "county") and acts_as_city else kind


def _no_unit(kg: Session, thing: str) -> bool:
    return bool(_NO_UNIT & kg.classes(thing))


def _labels(kg: Session, things: set[str]) -> dict[str, tuple[str, str | None]]:
    zones = {ZONES: ("综试区的认定", "designation of pilot zones")}
    return {t: (kg.label(t) or t, kg.label(t, "en")) for t in sorted(things)} | zones


def _last_day(events: Iterable[Event]) -> date:
    """The data's end: the last day that any event shown here is dated."""
    return max((e.end for e in events if e.end), default=date.min)


def _event(row: Row, policy: str, role: str) -> Event:
    try:
        return _read_event(row, policy, role)
    except MALFORMED as error:
        raise unreadable(str(row.get("claim")), error) from None


def _read_event(row: Row, policy: str, role: str) -> Event:
    def text(name: str) -> str | None:
        return str(row[name]) if row.get(name) is not None else None

    def day(name: str) -> date | None:
        return date.fromisoformat(str(row[name])) if row[name] else None

    return Event(
        claim=str(row["claim"]), unit=str(row["unit"]), policy=str(row[policy]), role=role, begin=day("begin"),
        end=day("end"), precision=text("precision"), date_kind=text("kind"), basis=text("basis"), act=text("act"),
        batch=int(str(row["batch"])) if row.get("batch") else None, stage=text("stage"),
        learned_from=text("learned_from"), tier=str(row["tier"]), rank=str(row["rank"]),
    )  # fmt: skip
