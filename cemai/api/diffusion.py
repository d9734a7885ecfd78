"""The question how an innovation spread, as a method of the graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from cemai.graph.errors import QueryError

from . import notes, table_views
from .frames import Kind
from .result import Result
from .tracing import Day, Dictionary, as_day

if TYPE_CHECKING:
    from cemai.queries.answers.diffusion import Material, Study

    from .knowledge_graph import KnowledgeGraph

VIEWS = ("order", "curve", "survival")
EVERY = "all"
_DATES = ("earliest", "latest", "start", "first", "last", "until", "nationwide", "day")
_WHOLE = ("adopt_year", "year_exact", "rank_min", "rank_max", "batch", "adopters", "dated", "at_risk", "certain",
          "possible", "certain_at_risk", "possible_at_risk", "events", "hidden_unverified")  # fmt: skip
_NUMBERS = ("share_certain", "share_possible", "survival", "low", "high")
_SPREAD = ("day", "certain", "possible", "at_risk", "certain_at_risk", "possible_at_risk", "share_certain",
           "share_possible")  # fmt: skip
_SURVIVAL = ("bound", "day", "at_risk", "events", "survival", "low", "high")


def diffusion(kg: KnowledgeGraph, innovation: str = EVERY, *, view: str = "order", risk: str | None = None,
              unit: Iterable[str] = (), role: str | None = None, until: Day = None,
              unverified: bool = False) -> Result[Dictionary]:  # fmt: skip
    """Who took an innovation up, in which order, how fast, among how many: order, curve or survival as rows.

    Without an innovation, a row for each; `zones` is the designation of the zones. `found` is the whole study.
    """
    if view not in VIEWS:
        raise QueryError(f"no view {view!r}: {', '.join(VIEWS)} 可用的值见前")
    held, studies = prepared(kg, innovation, risk=risk, unit=unit, role=role, until=until, unverified=unverified)
    return every(kg, held, studies) if innovation == EVERY else one(kg, held, studies[0], view)


def prepared(kg: KnowledgeGraph, innovation: str, *, risk: str | None, unit: Iterable[str], role: str | None,
             until: Day, unverified: bool) -> tuple[Material, list[Study]]:  # fmt: skip
    """All that a study rests on, and the study of one innovation or of each."""
    from cemai.queries.answers.diffusion import material, studied, until_day

    day, held = as_day(until), material(kg, unverified=unverified)
    held = until_day(held, day) if day else held
    names = held.policies if innovation == EVERY else [innovation]
    units = (unit,) if isinstance(unit, str) else tuple(unit)
    return held, [studied(kg, name, held, role=role, risk=risk, units=units) for name in names]


def every(kg: KnowledgeGraph, held: Material, studies: list[Study]) -> Result[Dictionary]:
    """All innovations, a row each, those with most dated adopters first."""
    from cemai.graph.diffusion.citations import network, why_not_inferred
    from cemai.graph.diffusion.codebook import BIAS, columns
    from cemai.graph.diffusion.tables import policy_row

    rows = tuple(sorted((policy_row(held, s) for s in studies), key=lambda r: -int(r["dated"] or 0)))
    seen = network(held.citations)
    told = (
        " ".join(BIAS),
        f"引用网络 observed citations: {seen.papers} 份文件 papers, {seen.ties} 条 ties, {seen.components} components",
        why_not_inferred({s.policy: s.adoptions for s in studies}),
        f"数据截止 data end {held.until}; 没有陈述不等于没有采用 no claim is not a no",
    )
    head = ("创新的扩散 diffusion of innovations",)
    return Result(kg, head, rows, rows, _kinds(columns("policies.csv")), table_views.POLICIES, told, studies)


def one(kg: KnowledgeGraph, held: Material, study: Study, view: str) -> Result[Dictionary]:
    """One innovation in one view, its summary above."""
    from cemai.queries.answers.diffusion_words import summary

    rows, columns, look = _view(held, study, view)
    told = (*notes.nothing(study.placed), *notes.hidden(held.hidden.get(study.policy, 0)))
    return Result(kg, tuple(summary(held, study)), rows, rows, columns, look, told, study)


def _view(held: Material, study: Study, view: str) -> tuple[tuple[Dictionary, ...], dict[str, Kind], table_views.Look]:
    from cemai.graph.diffusion.codebook import columns
    from cemai.queries.answers.diffusion_words import curve_rows, order_rows, survival_rows

    match view:
        case "curve":
            return tuple(curve_rows(study.points)), _kinds(_SPREAD), table_views.SPREAD
        case "survival":
            return tuple(survival_rows(study)), {**_kinds(_SURVIVAL), "day": "integer"}, table_views.SURVIVAL
    return tuple(order_rows(held, study)), _kinds(columns("adoptions.csv")), table_views.ORDER


def _kinds(names: Iterable[str]) -> dict[str, Kind]:
    return {name: _kind(name) for name in names}


def _kind(name: str) -> Any:
    if name in _DATES or (name[0] == "t" and name[1:3].isdecimal()):
        return "date"
    if name in _NUMBERS:
        return "number"
    counted = name.endswith(("_peers", "_before", "_possible")) or (name.startswith("stage_") and name != "stage_basis")
    return "integer" if name in _WHOLE or counted else "text"
