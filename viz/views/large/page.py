"""A large network as one offline page: sigma draws it by WebGL where we put the nodes.

Beyond some 500 nodes vis-network is too slow; here 10,000 are drawn in seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from cemai.viz.content import Head, StatementView
from cemai.viz.entity_kinds import KINDS
from cemai.viz.layout import rings
from cemai.viz.page import read
from cemai.viz.shell import ViewPage, render_view
from cemai.viz.views.network.page import ViewEdge, ViewNode

# From so many nodes on the smallest marks are smaller.
CROWD = 400


def large_page(
    head: Head, facts: tuple[StatementView, ...], nodes: Sequence[ViewNode], edges: Sequence[ViewEdge]
) -> str:
    """The page as HTML text. Nodes stand in rings around the roots, by what they are drawn around."""
    libraries = (read("assets/graphology.umd.min.js"), read("assets/sigma.min.js"))
    things = tuple(node.thing for node in nodes)
    return render_view(ViewPage("large", head, facts, things, _drawing(nodes, edges), libraries, table=False))


def _drawing(nodes: Sequence[ViewNode], edges: Sequence[ViewEdge]) -> dict[str, Any]:
    places = rings({node.thing.id: node.parent for node in nodes})
    smallest = 3 if len(nodes) < CROWD else 1.5
    degree: dict[str, int] = {}
    for edge in edges:
        for end in (edge.source, edge.target):
            degree[end] = degree.get(end, 0) + 1
    return {
        "nodes": [
            {
                "thing": node.thing.id, "x": places[node.thing.id][0], "y": places[node.thing.id][1],
                "size": round(smallest + min(degree.get(node.thing.id, 0), 100) ** 0.5, 1), "short": node.short,
                "colour": KINDS.get(node.thing.kind, KINDS["other"]).colour,
            }
            for node in nodes
        ],
        "edges": [asdict(edge) for edge in edges],
    }  # fmt: skip
