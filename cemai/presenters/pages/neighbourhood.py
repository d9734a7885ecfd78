"""What surrounds a thing: everything that statements tie to it within some hops, nearest first, as much as fits."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated

from cemai.graph.errors import QueryError
from cemai.graph.model.statement import UNVERIFIED
from cemai.ontology.text import LangText
from cemai.queries.answers.ties import Ties
from cemai.viz.content import Head
from cemai.viz.views.large.page import large_page
from cemai.viz.views.network.page import ViewEdge, ViewNode, network_page

from .notes import page_notes
from .presenter import StatementPresenter
from .registry import Page, ViewArgument, view

# Up to here vis-network writes every name; beyond, sigma draws by WebGL and leaves out names that would overlap.
COMFORTABLE = 80
Bundles = dict[tuple[str, str, str], list[str]]
_RINGS = 3  # hops that are read one after the other; for more the whole graph is read at once


@view(
    "neighbourhood",
    "某事物周围的网络页；节点多时改用 WebGL · What surrounds a thing; drawn by WebGL where many.",
    ("郑州",),
    ("杭州", "--hops", "3", "--all"),
)
def neighbourhood_view(
    presenter: StatementPresenter,
    name: Annotated[str, ViewArgument("任何事物 · any thing")],
    *,
    hops: Annotated[int, ViewArgument("几步之内 · how many steps", "--hops", 1, 6)] = 1,
    most: Annotated[int, ViewArgument("最多画几个 · at most this many nodes", "--most", 2, 20_000)] = 3000,
    unverified: bool = False,
) -> Page:
    """What is tied to an entity; things within reach that did not fit are counted in a note.

    Raises NameUnknown, NameAmbiguous, or QueryError where nothing is tied to it.
    """
    centre = presenter.kg.one(name)
    ties = Ties(presenter.kg, unverified=unverified)
    parents, left = _within(ties, centre, hops, most)
    inside = _inside(ties, parents)
    if not inside:
        raise QueryError(f"no statement ties {name!r} to anything; --all shows unverified ones 没有陈述与他物相连")
    facts = presenter.statements(sorted({c for claims in inside.values() for c in claims}), *parents)
    nodes, edges = _nodes(presenter, parents, inside), _edges(presenter, inside)
    head = Head(_title(presenter, centre, hops), _subtitle(len(nodes), len(facts), left), page_notes(presenter, facts))
    make = network_page if len(nodes) <= COMFORTABLE else large_page
    notes = (f"{left} 个较远的事物未画出，用 --most 放宽 {left} things further away are not drawn; see --most",)
    counts = {"nodes 节点": len(nodes), "edges 边": len(edges)}
    return Page(make(head, facts, nodes, edges), counts, notes if left else ())


def _within(ties: Ties, centre: str, hops: int, most: int) -> tuple[dict[str, str | None], int]:
    """The things within `hops` steps with what each was reached from, breadth first; how many did not fit."""
    parents: dict[str, str | None] = {centre: None}
    ring, left = [centre], 0
    for hop in range(hops):
        if hop == _RINGS:
            ties.everywhere()
        elif hop < _RINGS:
            ties.around(ring)
        reached = {
            end: start for start in reversed(ring) for end in sorted(ties.neighbours[start]) if end not in parents
        }
        fitting = sorted(reached)[: max(0, most - len(parents))]
        left += len(reached) - len(fitting)
        parents |= {end: reached[end] for end in fitting}
        ring = fitting
        if not ring:
            break
    if hops <= _RINGS and ring:
        ties.between(ring)
    return parents, left


def _inside(ties: Ties, parents: dict[str, str | None]) -> Bundles:
    """The claims of the ties among some things, by both ends and what ties them; a thing's tie to itself, too."""
    found: Bundles = defaultdict(list)
    for tie in ties.sorted():
        if tie.subject in parents and tie.other in parents:
            found[(tie.subject, tie.other, tie.predicate)].append(tie.claim)
    return found


def _nodes(presenter: StatementPresenter, parents: dict[str, str | None], inside: Bundles) -> list[ViewNode]:
    claims: dict[str, dict[str, None]] = defaultdict(dict)
    for (start, end, _), ids in inside.items():
        for entity in (start, end):
            claims[entity] |= dict.fromkeys(ids)
    return [
        ViewNode(presenter.entity(entity, claims[entity]), above, presenter.short_name(entity))
        for entity, above in parents.items()
    ]


def _edges(presenter: StatementPresenter, inside: Bundles) -> list[ViewEdge]:
    return [
        ViewEdge(start, end, presenter.role(tie), tuple(claims),
             any(presenter.claim(c).evidence_tier != UNVERIFIED for c in claims))
        for (start, end, tie), claims in inside.items()
    ]  # fmt: skip


def _title(presenter: StatementPresenter, centre: str, hops: int) -> LangText:
    name = presenter.name(centre)
    return LangText(f"{name.zh}：{hops} 步之内", f"{name.en or name.zh}: within {hops} hop{'s' if hops > 1 else ''}")


def _subtitle(nodes: int, facts: int, left: int) -> LangText:
    zh, en = f"{nodes} 个事物，{facts} 条陈述", f"{nodes} things, {facts} statements"
    return LangText(f"{zh}；另有 {left} 个未画出", f"{en}; {left} more are not drawn") if left else LangText(zh, en)
