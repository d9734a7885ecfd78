"""Maps: where something runs, by first date or role; and the pilot zones by batch, with those that ended."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.graph.errors import OutputError, QueryError
from cemai.graph.model.statement import Claim
from cemai.ontology.schema import load
from cemai.ontology.text import LangText
from cemai.queries.answers.trace import trace
from cemai.viz.facts import Fact, Head, Thing
from cemai.viz.map import Category, Colouring, feature_names, map_page, shipped_map

from .coordinates import Coordinates
from .statements import Statements

# From the strongest role to the weakest; a point takes the first that applies.
_ROLES = {
    "originated": "#D55E00", "piloted": "#0072B2", "adopted": "#009E73", "reportedOperating": "#56B4E9",
    "madeEligible": "#CC79A7", "mandated": "#E69F00", "designated": "#7F7F7F",
}  # fmt: skip
_LATER = "#B0B0B0"
_BATCHES = ("#440154", "#472D7B", "#3B528B", "#2C728E", "#21918C", "#28AE80", "#5EC962", "#ADDC30", "#FDE725")
BY_DATE = Colouring("date", LangText("最早日期", "first date"))
_APPROVAL = LangText(
    "地图为 ECharts 4.9.0 所附的省级界线，未附审图号，公开出版前请用 --map 换成有审图号的地图。",
    "Province borders as published with ECharts 4.9.0; no approval number (审图号): replace it by --map.",
)


def _colours() -> dict[str, str]:
    """Every role with its colour; one that came after this page was made is grey and the weakest."""
    return _ROLES | dict.fromkeys(sorted(load().leaves("hasRoleIn") - set(_ROLES)), _LATER)


def trace_map(
    kg: KnowledgeGraph, name: str, *, unverified: bool = False, corpus: Path | None = None, geo: Path | None = None,
    begin: date | None = None,
) -> tuple[str, int]:  # fmt: skip
    """The map of a trace as HTML, with the number of points; its slider first stands at `begin`."""
    found = trace(kg, name, unverified=unverified)
    statements = Statements(kg, corpus)
    facts = tuple({step.claim: statements.fact(step.claim) for step in found.steps}.values())
    roles = Colouring(
        "role", LangText("角色", "role"),
        tuple(Category(r, statements.role(r), c) for r, c in _colours().items() if any(f.role == r for f in facts)),
        {f.claim: f.role for f in facts},
    )  # fmt: skip
    head = Head(
        LangText(f"{found.name_zh}：地图", f"{found.name_en or found.name_zh}: map"),
        LangText(
            f"{len(facts)} 条陈述，{found.subjects} 个主体", f"{len(facts)} statements, {found.subjects} subjects"
        ),
        statements.notes(facts, found.hidden),
    )
    return _page(statements, head, facts, (BY_DATE, roles), geo, begin)


def zones_map(
    kg: KnowledgeGraph, *, unverified: bool = False, corpus: Path | None = None, geo: Path | None = None,
    begin: date | None = None,
) -> tuple[str, int]:  # fmt: skip
    """The map of the pilot zones as HTML, coloured by batch, with the number of points."""
    statements = Statements(kg, corpus)
    claims, hidden = statements.of_kind("Designation", unverified=unverified)
    zones = [c for c in claims if c.object and c.object.startswith("zone/")]
    facts = tuple(statements.fact(claim) for claim in zones)
    of = {c.id: f"batch {c.batch}" for c in zones if c.batch} | {c.id: "ended" for c in zones if c.date_kind == "ended"}
    numbers = sorted({c.batch for c in zones if c.batch})
    batches = Colouring(
        "batch", LangText("批次", "batch"),
        (
            Category("ended", LangText("已终止", "ended"), "#D55E00"),
            *(Category(f"batch {n}", LangText(f"第{n}批", f"batch {n}"), _BATCHES[n % len(_BATCHES)]) for n in numbers),
        ), of,
    )  # fmt: skip
    head = Head(
        LangText("跨境电商综合试验区", "Cross-border e-commerce pilot zones"),
        _counted(zones, len(numbers)),
        statements.notes(facts, hidden),
    )  # fmt: skip
    return _page(statements, head, facts, (batches, BY_DATE), geo, begin)


def _counted(zones: Sequence[Claim], batches: int) -> LangText:
    count, ended = len({c.object for c in zones}), len({c.object for c in zones if c.date_kind == "ended"})
    return LangText(f"{batches} 批共 {count} 个综试区，其中 {ended} 个已终止；获批不等于采用某项做法",
                f"{count} zones in {batches} batches, {ended} of them ended; designation is not adoption")  # fmt: skip


def _page(
    statements: Statements, head: Head, facts: tuple[Fact, ...], colourings: Sequence[Colouring], geo: Path | None,
    begin: date | None,
) -> tuple[str, int]:  # fmt: skip
    shape = _geo(geo) if geo else shipped_map()
    things = _things(statements, facts)
    places = Coordinates(statements, feature_names(shape))
    points = [p for p in (places.point(thing.id) for thing in things) if p]
    approval = LangText(f"地图：{geo.name}", f"Map: {geo.name}") if geo else _APPROVAL
    day = begin.isoformat() if begin else ""
    return map_page(head, facts, things, points, colourings, shape, approval, day), len(points)


def _things(statements: Statements, facts: Iterable[Fact]) -> list[Thing]:
    """The subjects, and the acts that can be searched for, too."""
    claims: dict[str, dict[str, None]] = defaultdict(dict)
    for fact in facts:
        for thing in filter(None, (fact.subject, fact.act)):
            claims[thing][fact.claim] = None
    return [statements.thing(thing, ids) for thing, ids in sorted(claims.items())]


def _geo(path: Path) -> Mapping[str, Any]:
    """A GeoJSON of the user's. Raises QueryError or OutputError with what is missing."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot read the map {path}: {error} 无法读取地图文件") from None
    if not isinstance(found, dict) or not isinstance(found.get("features"), list) or not any(feature_names(found)):
        raise QueryError(f"{path} is no GeoJSON with named features (properties.name) 地图须为要素带 name 的 GeoJSON")
    return found
