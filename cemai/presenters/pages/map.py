"""Maps: where something runs, by first date or role; and the pilot zones by batch, with those that ended."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from cemai.graph.errors import OutputError, QueryError
from cemai.graph.model.statement import Claim
from cemai.ontology.schema import load
from cemai.ontology.text import LangText
from cemai.queries.answers.tracing import trace_steps
from cemai.viz.content import EntityView, Head, StatementView
from cemai.viz.views.map.page import Category, Colouring, feature_names, map_page, shipped_map

from .coordinates import Coordinates
from .notes import page_notes
from .presenter import StatementPresenter
from .registry import Page, ViewArgument, view

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


Geo = Annotated[Path | None, ViewArgument("另用一份 GeoJSON 地图 · another map, as GeoJSON", "--map")]
Day = Annotated[date | None, ViewArgument("先停在哪一日 · the day that is shown first", "--date")]


@view(
    "map", "某项创新扩散的地图页，可按日期播放 · Where something runs, on a map that plays by date.",
    ("1210", "--all"), each=LangText("扩散地图", "Map"), places=5,
)  # fmt: skip
def map_view(
    presenter: StatementPresenter,
    name: Annotated[str, ViewArgument("创新、文件或措施主题 · innovation, policy or topic")],
    *,
    day: Day = None,
    geo: Geo = None,
    unverified: bool = False,
) -> Page:
    """The map of a trace; its slider first stands at `day`. Raises as `trace`; QueryError, OutputError for the map."""
    found = trace_steps(presenter.kg, name, unverified=unverified)
    facts = presenter.statements(dict.fromkeys(step.claim for step in found.steps))
    roles = Colouring(
        "role", LangText("角色", "role"),
        tuple(Category(r, presenter.role(r), c) for r, c in _colours().items() if any(f.role == r for f in facts)),
        {f.claim: f.role for f in facts},
    )  # fmt: skip
    head = Head(
        LangText(f"{found.name_zh}：地图", f"{found.name_en or found.name_zh}: map"),
        LangText(
            f"{len(facts)} 条陈述，{found.subjects} 个主体", f"{len(facts)} statements, {found.subjects} subjects"
        ),
        page_notes(presenter, facts, found.hidden),
    )
    return _page(presenter, head, facts, (BY_DATE, roles), geo, day)


@view(
    "zones",
    "综试区地图页：批次、日期、已终止者 · The pilot zones on a map: batches, dates, and those that ended.",
    (),
    whole=LangText("综试区地图", "Map of the zones"),
)
def zones_view(presenter: StatementPresenter, *, day: Day = None, geo: Geo = None, unverified: bool = False) -> Page:
    """The map of the pilot zones, coloured by batch."""
    claims, hidden = presenter.of_kind("Designation", unverified=unverified)
    zones = [c for c in claims if c.object and c.object.startswith("zone/")]
    facts = presenter.statements(zones)
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
        page_notes(presenter, facts, hidden),
    )  # fmt: skip
    return _page(presenter, head, facts, (batches, BY_DATE), geo, day)


def _counted(zones: Sequence[Claim], batches: int) -> LangText:
    count, ended = len({c.object for c in zones}), len({c.object for c in zones if c.date_kind == "ended"})
    return LangText(f"{batches} 批共 {count} 个综试区，其中 {ended} 个已终止；获批不等于采用某项做法",
                f"{count} zones in {batches} batches, {ended} of them ended; designation is not adoption")  # fmt: skip


def _page(
    presenter: StatementPresenter, head: Head, facts: tuple[StatementView, ...], colourings: Sequence[Colouring],
    geo: Path | None, day: date | None,
) -> Page:  # fmt: skip
    shape = _geo(geo) if geo else shipped_map()
    entities = _entities(presenter, facts)
    places = Coordinates(presenter, feature_names(shape))
    points = places.points([entity.id for entity in entities])
    approval = LangText(f"地图：{geo.name}", f"Map: {geo.name}") if geo else _APPROVAL
    begin = day.isoformat() if day else ""
    page = map_page(head, facts, entities, points, colourings, shape, approval, begin)
    return Page(page, {"points 点": len(points)})


def _entities(presenter: StatementPresenter, facts: Iterable[StatementView]) -> list[EntityView]:
    """The subjects, and the acts that can be searched for, too."""
    claims: dict[str, dict[str, None]] = defaultdict(dict)
    for fact in facts:
        for entity in filter(None, (fact.subject, fact.act)):
            claims[entity][fact.claim] = None
    return [presenter.entity(entity, ids) for entity, ids in sorted(claims.items())]


def _geo(path: Path) -> Mapping[str, Any]:
    """A GeoJSON of the user's. Raises QueryError or OutputError with what is missing."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot read the map {path}: {error} 无法读取地图文件") from None
    if not isinstance(found, dict) or not isinstance(found.get("features"), list) or not any(feature_names(found)):
        raise QueryError(f"{path} is not GeoJSON with named features (properties.name) 地图须为要素带 name 的 GeoJSON")
    return found
