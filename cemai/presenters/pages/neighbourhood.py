"""What surrounds a thing: everything that statements tie to it within some hops, nearest first, as much as fits."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.graph.errors import QueryError
from cemai.ontology.text import LangText
from cemai.queries.answers.paths import ties
from cemai.viz.facts import Head
from cemai.viz.large import large_page
from cemai.viz.network import Edge, Node, network_page

from .statements import Statements

# Up to here vis-network writes every name; beyond, sigma draws by WebGL and leaves out names that would overlap.
COMFORTABLE = 80
Ties = dict[tuple[str, str, str], list[str]]


def neighbourhood(
    kg: KnowledgeGraph,
    name: str,
    *,
    hops: int = 1,
    most: int = 3000,
    unverified: bool = False,
    corpus: Path | None = None,
) -> tuple[str, int, int, int]:
    """The page as HTML, the numbers of its nodes and edges, and how many things within reach were left out.

    Raises NameUnknown, NameAmbiguous, or QueryError where nothing is tied to the thing.
    """
    centre = kg.one(name)
    found = _ties(kg, unverified)
    parents, left = _reach(found, centre, hops, most)
    if len(parents) == 1:
        raise QueryError(f"no statement ties {name!r} to anything; --all shows unverified ones 没有陈述与他物相连")
    statements = Statements(kg, corpus)
    inside = {key: claims for key, claims in found.items() if key[0] in parents and key[1] in parents}
    facts = tuple(statements.fact(c) for c in sorted({c for claims in inside.values() for c in claims}))
    nodes, edges = _nodes(statements, parents, inside), _edges(statements, inside)
    head = Head(_title(statements, centre, hops), _subtitle(len(nodes), len(facts), left), statements.notes(facts))
    make = network_page if len(nodes) <= COMFORTABLE else large_page
    return make(head, facts, nodes, edges), len(nodes), len(edges), left


def _ties(kg: KnowledgeGraph, unverified: bool) -> Ties:
    """Claims by both ends and what ties them."""
    found: Ties = defaultdict(list)
    for subject, other, (claim, tie, *_) in sorted(ties(kg.store, unverified=unverified)):
        if subject != other:
            found[(subject, other, tie)].append(claim)
    return found


def _reach(found: Ties, centre: str, hops: int, most: int) -> tuple[dict[str, str | None], int]:
    """The things within `hops` steps with what each was reached from, breadth first; how many did not fit."""
    near: dict[str, set[str]] = defaultdict(set)
    for start, end, _ in found:
        near[start].add(end)
        near[end].add(start)
    parents: dict[str, str | None] = {centre: None}
    ring, left = [centre], 0
    for _ in range(hops):
        reached = {end: start for start in reversed(ring) for end in sorted(near[start]) if end not in parents}
        fitting = sorted(reached)[: max(0, most - len(parents))]
        left += len(reached) - len(fitting)
        parents |= {end: reached[end] for end in fitting}
        ring = fitting
    return parents, left


def _nodes(statements: Statements, parents: dict[str, str | None], inside: Ties) -> list[Node]:
    claims: dict[str, dict[str, None]] = defaultdict(dict)
    for (start, end, _), ids in inside.items():
        for thing in (start, end):
            claims[thing] |= dict.fromkeys(ids)
    return [
        Node(statements.thing(thing, claims[thing]), above, statements.short_name(thing))
        for thing, above in parents.items()
    ]


def _edges(statements: Statements, inside: Ties) -> list[Edge]:
    other = {"act": LangText("依据文件", "act"), "learnedFrom": LangText("学自", "learned from")}
    return [
        Edge(start, end, other.get(tie) or statements.role(tie), tuple(claims),
             any(statements.kg.claim(c).evidence_tier != "unverified" for c in claims))
        for (start, end, tie), claims in inside.items()
    ]  # fmt: skip


def _title(statements: Statements, centre: str, hops: int) -> LangText:
    name = statements.name(centre)
    return LangText(f"{name.zh}：{hops} 步之内", f"{name.en or name.zh}: within {hops} hop{'s' if hops > 1 else ''}")


def _subtitle(nodes: int, facts: int, left: int) -> LangText:
    zh, en = f"{nodes} 个事物，{facts} 条陈述", f"{nodes} things, {facts} statements"
    return LangText(f"{zh}；另有 {left} 个未画出", f"{en}; {left} more are not drawn") if left else LangText(zh, en)
