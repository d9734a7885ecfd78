"""A network as one offline page: pyvis makes nodes and edges, vis-network draws them where we put them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Any

from cemai.ontology.text import LangText
from cemai.viz.content import EntityView, Head, StatementView
from cemai.viz.entity_kinds import KINDS
from cemai.viz.layout import rings
from cemai.viz.shell import ViewPage, render_view

# Sizes of marks by standing: the root, what others are drawn around, the rest.
MARKS = (26, 14, 11)
CHARACTER = 15.0


@dataclass(frozen=True)
class ViewNode:
    """A thing in the picture: `parent` is the node it is drawn around, `short` the name written on it."""

    thing: EntityView
    parent: str | None
    short: str = ""


@dataclass(frozen=True)
class ViewEdge:
    """An edge with its name and the statements behind it; dashed where every one of them is unverified."""

    source: str
    target: str
    name: LangText
    claims: tuple[str, ...]
    solid: bool = True


def network_page(
    head: Head, facts: tuple[StatementView, ...], nodes: Sequence[ViewNode], edges: Sequence[ViewEdge]
) -> str:
    """The page as HTML text."""
    library = (files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")
    things = tuple(node.thing for node in nodes)
    return render_view(ViewPage("network", head, facts, things, _drawing(nodes, edges), (library,)))


def _drawing(nodes: Sequence[ViewNode], edges: Sequence[ViewEdge]) -> dict[str, Any]:
    """Nodes and edges as pyvis gives them, with the things and statements that they stand for."""
    from pyvis.network import Network

    net = Network(directed=True)
    net.toggle_physics(False)
    hubs = {node.parent for node in nodes}
    width = CHARACTER * sum(min(len(n.short or n.thing.name.zh), 5) for n in nodes) / len(nodes)
    places = rings({node.thing.id: node.parent for node in nodes}, width)
    for node in nodes:
        standing = 0 if node.parent is None else 1 if node.thing.id in hubs else 2
        (x, y), kind = places[node.thing.id], KINDS.get(node.thing.kind, KINDS["other"])
        net.add_node(
            hashed(node.thing.id), label="·", x=x, y=y, physics=False, thing=node.thing.id, short=node.short,
            color=kind.colour, shape=kind.shape, size=MARKS[standing], standing=standing,
        )  # fmt: skip
    for edge in edges:
        net.add_edge(
            hashed(edge.source), hashed(edge.target), dashes=not edge.solid, name=asdict(edge.name), claims=edge.claims
        )
    numbered = [{"id": number, **edge} for number, edge in enumerate(net.edges)]
    return {"nodes": net.nodes, "edges": numbered}


def hashed(name: str) -> str:
    """An id that is safe in every place where pyvis writes it."""
    return "n" + hashlib.sha256(name.encode()).hexdigest()[:16]
