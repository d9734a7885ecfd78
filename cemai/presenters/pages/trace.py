"""The network of a trace: what is traced, the acts and groups it went through, and who took it up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.graph.repository import UNVERIFIED
from cemai.ontology.text import LangText
from cemai.queries.answers.steps import Step, Trace
from cemai.queries.answers.trace import trace
from cemai.viz.facts import Fact, Head
from cemai.viz.network import Edge, Node, network_page

from .statements import Statements


def trace_page(
    kg: KnowledgeGraph, name: str, *, unverified: bool = False, corpus: Path | None = None
) -> tuple[str, int, int]:
    """The page of a trace as HTML, with the numbers of its nodes and edges."""
    found = trace(kg, name, unverified=unverified)
    statements = Statements(kg, corpus)
    facts = tuple({step.claim: statements.fact(step.claim) for step in found.steps}.values())
    nodes, edges = _nodes(statements, found), _edges(found, {f.claim: f for f in facts})
    head = Head(LangText(found.name_zh, found.name_en or ""), _subtitle(found), statements.notes(facts, found.hidden))
    return network_page(head, facts, nodes, edges), len(nodes), len(edges)


def _hub(found: Trace, step: Step) -> str:
    """What a subject hangs on: the act, else what it was designated or took up."""
    return step.act or (step.object if step.object != found.innovation else found.innovation)


def _nodes(statements: Statements, found: Trace) -> tuple[Node, ...]:
    claims: dict[str, dict[str, None]] = defaultdict(dict)
    parent: dict[str, str | None] = {found.innovation: None}
    for step in found.steps:
        hub = _hub(found, step)
        if hub != found.innovation:
            parent.setdefault(hub, found.innovation)
        parent.setdefault(step.subject, hub)
        for thing in {found.innovation, hub, step.subject}:
            claims[thing][step.claim] = None
    return tuple(
        Node(statements.thing(thing, claims[thing]), above, statements.short_name(thing))
        for thing, above in parent.items()
    )


def _edges(found: Trace, facts: Mapping[str, Fact]) -> tuple[Edge, ...]:
    """One edge a pair of nodes and role; solid when any statement behind it is verified or act-cited."""
    claims: dict[tuple[str, str, str], list[Step]] = defaultdict(list)
    for step in found.steps:
        hub = _hub(found, step)
        claims[(hub, step.subject, step.role)].append(step)
        if hub != found.innovation:
            claims[(found.innovation, hub, "act" if step.act else "predecessor")].append(step)
    other = {"act": LangText("所依文件", "act"), "predecessor": LangText("前身", "predecessor")}
    return tuple(
        Edge(source, target, other.get(role) or facts[steps[0].claim].role_name,
             tuple(s.claim for s in steps), any(s.tier != UNVERIFIED for s in steps))
        for (source, target, role), steps in claims.items()
    )  # fmt: skip


def _subtitle(found: Trace) -> LangText:
    n, m = len(found.steps), found.subjects
    return LangText(f"{n} 条陈述，{m} 个主体", f"{n} statements, {m} subjects")
