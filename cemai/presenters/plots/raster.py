"""The rows of the raster: places by innovations, with the first date of each."""

from __future__ import annotations

from collections import Counter
from datetime import date

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.graph.diffusion.events import ROLES, Adoption, adoptions, start_of
from cemai.graph.errors import QueryError
from cemai.ontology.text import LangText
from cemai.queries.answers.diffusion_data import DiffusionData, read_diffusion_data
from cemai.viz.content import Head
from cemai.viz.plots.raster import Raster, RasterMark

from .common import name, notes, place_name

LEAST = 2
_GROUPS = (
    (("city", "county", "area", "province"), LangText("城市与地区", "cities and areas")),
    (("district",), LangText("直属关区（不是城市）", "customs districts (not cities)")),
)
_KINDS = tuple(kind for kinds, _ in _GROUPS for kind in kinds)
_TITLE = LangText("各地首次采用的时间", "First adoption by place and innovation")


def raster_rows(
    kg: KnowledgeGraph, innovations: tuple[str, ...] = (), *, least: int = LEAST, unverified: bool = False
) -> tuple[Head, Raster]:
    """Head and rows for the named innovations, or for those that at least `least` places run or were opened to.

    Raises NameUnknown, NameAmbiguous, and QueryError where nothing is left to draw.
    """
    data = read_diffusion_data(kg, unverified=unverified)
    known = read_diffusion_data(kg) if unverified else data
    named = [kg.one(innovation, ("Innovation",)) for innovation in dict.fromkeys(innovations)]
    found = {policy: _adoptions(data, policy) for policy in named or data.policies}
    chosen = named or [policy for policy, some in found.items() if len(some) >= least]
    chosen.sort(key=lambda policy: (-len(found[policy]), policy))
    if not any(found[policy] for policy in chosen):
        raise QueryError("no place is stated to run any of these; try a lower --least or --all 没有可画的陈述")
    cells = {(a.unit, policy): a for policy in chosen for a in found[policy]}
    groups = [(title, _ordered(data, cells, kinds)) for kinds, title in _GROUPS]
    order = {unit: i for i, unit in enumerate(unit for _, units in groups for unit in units)}
    proven = {(a.unit, policy): a for policy in chosen for a in _adoptions(known, policy)}
    marks = {(order[unit], chosen.index(policy)): _mark(a, proven.get((unit, policy)))
             for (unit, policy), a in cells.items()}  # fmt: skip
    drawn = tuple((title, tuple(place_name(kg, u) for u in units)) for title, units in groups if units)
    return _head(kg, data, cells, chosen, unverified), Raster(drawn, tuple(_short(kg, p) for p in chosen), marks)


def _adoptions(data: DiffusionData, policy: str) -> list[Adoption]:
    """First adoptions by places and customs districts, in any role."""
    events, central = data.of(policy)
    found = adoptions(events, ROLES, start_of([*events, *central]))
    return [a for a in found if data.units[a.unit].kind in _KINDS]


def _ordered(data: DiffusionData, cells: dict[tuple[str, str], Adoption], kinds: tuple[str, ...]) -> list[str]:
    """Units of those kinds: by their first date, then by how many innovations they have, undated last."""
    first: dict[str, date] = {}
    many = Counter(unit for unit, _ in cells)
    for (unit, _), a in cells.items():
        first[unit] = min(first.get(unit, date.max), a.latest or date.max)
    units = [unit for unit in first if data.units[unit].kind in kinds]
    return sorted(units, key=lambda unit: (first[unit], -many[unit], unit))


def _mark(a: Adoption, proven: Adoption | None) -> RasterMark:
    """The date that verified or act-cited statements give; a date that only unverified ones give is not sure."""
    if proven and (proven.latest or not a.latest):
        return RasterMark(proven.earliest, proven.latest)
    return RasterMark(a.earliest, a.latest, sure=False)


def _short(kg: KnowledgeGraph, policy: str) -> LangText:
    """``1210`` of 1210（保税跨境贸易电子商务）: what stands before the bracket."""
    label = name(kg, policy)
    zh = label.zh.partition("（")[0]
    return LangText(zh, zh if zh.isascii() else label.en)


def _head(
    kg: KnowledgeGraph, data: DiffusionData, cells: dict[tuple[str, str], Adoption], chosen: list[str], unverified: bool
) -> Head:
    ends = [a.latest for a in cells.values() if a.latest]
    hidden = sum(data.hidden.get(policy, 0) for policy in chosen)
    left = len(data.policies) - len(set(chosen) & set(data.policies))
    places = len({unit for unit, _ in cells})
    head = LangText(
        f"{places} 个地方，{len(chosen)} 项做法（另有 {left} 项未画）；开展或获准，不含认定与要求。",
        f"{places} places, {len(chosen)} innovations ({left} more are not drawn); run or opened to, not designated "
        "or required to.",
    )  # fmt: skip
    claims = [e.claim for a in cells.values() for e in a.events]
    foot = notes(kg, claims, max(ends, default=None), hidden=hidden, unverified=unverified)
    return Head(_TITLE, head, foot)
