"""The network of a trace: what is traced, the acts and groups it went through, and who took it up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Annotated

from cemai.graph.repository import UNVERIFIED
from cemai.ontology.text import LangText
from cemai.queries.answers.steps import Trace, TraceStep
from cemai.queries.answers.tracing import trace_steps
from cemai.viz.content import Head, StatementView
from cemai.viz.views.network.page import ViewEdge, ViewNode, network_page

from .notes import page_notes
from .presenter import StatementPresenter
from .registry import Page, ViewArgument, view


@view(
    "trace", "某项创新扩散的网络页（单个离线文件） · The spread of an innovation as one offline page.",
    ("1210", "--all"), each=LangText("扩散网络", "Network"),
)  # fmt: skip
def trace_view(
    presenter: StatementPresenter, innovation: Annotated[str, ViewArgument("创新或监管方式 · innovation or mode")], *,
    unverified: bool = False,
) -> Page:  # fmt: skip
    """The network of a trace. Raises as `trace`."""
    found = trace_steps(presenter.kg, innovation, unverified=unverified)
    facts = presenter.statements(dict.fromkeys(step.claim for step in found.steps))
    nodes, edges = _nodes(presenter, found), _edges(found, {f.claim: f for f in facts})
    head = Head(
        LangText(found.name_zh, found.name_en or ""), _subtitle(found), page_notes(presenter, facts, found.hidden)
    )
    return Page(network_page(head, facts, nodes, edges), {"nodes 节点": len(nodes), "edges 边": len(edges)})


def _hub(found: Trace, step: TraceStep) -> str:
    """What a subject hangs on: the act, else what it was designated or took up."""
    return step.act or (step.object if step.object != found.innovation else found.innovation)


def _nodes(presenter: StatementPresenter, found: Trace) -> tuple[ViewNode, ...]:
    claims: dict[str, dict[str, None]] = defaultdict(dict)
    parent: dict[str, str | None] = {found.innovation: None}
    for step in found.steps:
        hub = _hub(found, step)
        if hub != found.innovation:
            parent.setdefault(hub, found.innovation)
        parent.setdefault(step.subject, hub)
        for entity in {found.innovation, hub, step.subject}:
            claims[entity][step.claim] = None
    return tuple(
        ViewNode(presenter.entity(entity, claims[entity]), above, presenter.short_name(entity))
        for entity, above in parent.items()
    )


def _edges(found: Trace, facts: Mapping[str, StatementView]) -> tuple[ViewEdge, ...]:
    """One edge a pair of nodes and role; solid when any statement behind it is verified or act-cited."""
    claims: dict[tuple[str, str, str], list[TraceStep]] = defaultdict(list)
    for step in found.steps:
        hub = _hub(found, step)
        claims[(hub, step.subject, step.role)].append(step)
        if hub != found.innovation:
            claims[(found.innovation, hub, "act" if step.act else "predecessor")].append(step)
    other = {"act": LangText("所依文件", "act"), "predecessor": LangText("前身", "predecessor")}
    return tuple(
        ViewEdge(source, target, other.get(role) or facts[steps[0].claim].role_name,
             tuple(s.claim for s in steps), any(s.tier != UNVERIFIED for s in steps))
        for (source, target, role), steps in claims.items()
    )  # fmt: skip


def _subtitle(found: Trace) -> LangText:
    n, m = len(found.steps), found.subjects
    return LangText(f"{n} 条陈述，{m} 个主体", f"{n} statements, {m} subjects")
