"""The question how an innovation spread, as a method of the graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cemai.graph.errors import QueryError

from . import notes
from .result import Result
from .tracing import Day, Dictionary, as_day

if TYPE_CHECKING:
    from cemai.queries.answers.columns import AnswerTable
    from cemai.queries.answers.diffusion_data import DiffusionData, Study

    from .knowledge_graph import KnowledgeGraph

VIEWS = ("order", "curve", "survival")
EVERY = "all"


def answer_diffusion(
    kg: KnowledgeGraph,
    innovation: str = EVERY,
    *,
    view: str = "order",
    risk: str | None = None,
    unit: Iterable[str] = (),
    role: str | None = None,
    until: Day = None,
    unverified: bool = False,
) -> Result[Dictionary]:
    """Who took an innovation up, in which order, how fast, among how many: order, curve or survival as rows.

    Without an innovation, a row for each; `zones` is the designation of the zones. `answer` is the whole study.
    """
    if view not in VIEWS:
        raise QueryError(f"no view {view!r}: {', '.join(VIEWS)} 可用的值见前")
    data, studies = prepared(kg, innovation, risk=risk, unit=unit, role=role, until=until, unverified=unverified)
    return overview(kg, data, studies) if innovation == EVERY else single(kg, data, studies[0], view)


def prepared(kg: KnowledgeGraph, innovation: str, *, risk: str | None, unit: Iterable[str], role: str | None,
             until: Day, unverified: bool) -> tuple[DiffusionData, list[Study]]:  # fmt: skip
    """All that a study rests on, and the study of one innovation or of each."""
    from cemai.queries.answers.diffusion_data import read_diffusion_data, study_of, until_day

    day, data = as_day(until), read_diffusion_data(kg, unverified=unverified)
    data = until_day(data, day) if day else data
    names = data.policies if innovation == EVERY else [innovation]
    units = (unit,) if isinstance(unit, str) else tuple(unit)
    kg.entities.look_up(names)
    return data, [study_of(kg, name, data, role=role, risk=risk, units=units) for name in names]


def overview(kg: KnowledgeGraph, data: DiffusionData, studies: list[Study]) -> Result[Dictionary]:
    """All innovations, a row each, those with most dated adopters first."""
    from cemai.graph.diffusion.citations import network, why_not_inferred
    from cemai.graph.diffusion.codebook import BIAS
    from cemai.graph.diffusion.tables import policy_row
    from cemai.queries.answers.diffusion_tables import POLICIES

    rows = tuple(sorted((policy_row(data, s) for s in studies), key=lambda r: -int(r["dated"] or 0)))
    seen = network(data.citations)
    remarks = (
        " ".join(BIAS),
        f"引用网络 observed citations: {seen.papers} 份文件 papers, {seen.ties} 条 ties, {seen.components} components",
        why_not_inferred({s.policy: s.adoptions for s in studies}),
        f"数据截止 data end {data.until}; 没有陈述不等于没有采用 no claim is not a no",
    )
    head = ("创新的扩散 diffusion of innovations",)
    return Result(kg, head, rows, rows, POLICIES, remarks, studies)


def single(kg: KnowledgeGraph, data: DiffusionData, study: Study, view: str) -> Result[Dictionary]:
    """One innovation in one view, its summary above."""
    from cemai.queries.answers.diffusion_summary import summary

    rows, table = _view(data, study, view)
    remarks = (*notes.nothing(study.placed), *notes.hidden(data.hidden.get(study.policy, 0)))
    return Result(kg, tuple(summary(data, study)), rows, rows, table, remarks, study)


def _view(data: DiffusionData, study: Study, view: str) -> tuple[tuple[Dictionary, ...], AnswerTable]:
    from cemai.queries.answers.diffusion_summary import curve_rows, order_rows, survival_rows
    from cemai.queries.answers.diffusion_tables import CURVE, ORDER, SURVIVAL

    match view:
        case "curve":
            return tuple(curve_rows(study.points)), CURVE
        case "survival":
            return tuple(survival_rows(study)), SURVIVAL
    return tuple(order_rows(data, study)), ORDER
