"""Positions computed beforehand, without chance: rings around the roots of a tree."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

# A label of three characters is about LABEL wide; leaves stand in STAGGER rows so that neighbours do not collide.
# A hub gets the room of HUB leaves at least.
LABEL, STAGGER, ROW, HUB = 44.0, 3, 74.0, 6


def rings(parents: Mapping[str, str | None], label: float = LABEL) -> dict[str, tuple[float, float]]:
    """A place for each node, given what it is drawn around: each child gets a sector as wide as its leaves.

    `label` is how wide a name is drawn, in the units of the places.
    """
    import networkx as nx

    tree = nx.DiGraph()
    tree.add_nodes_from(parents)
    tree.add_edges_from((above, node) for node, above in parents.items() if above is not None)
    roots = [node for node, above in parents.items() if above is None]
    leaves = {n: max(1 if _leaf(tree, n) else HUB, sum(_leaf(tree, d) for d in nx.descendants(tree, n))) for n in tree}
    ring = max(220.0, sum(leaves[r] for r in roots) * label / math.tau / 2)
    found: dict[str, tuple[float, float]] = {}
    todo: list[tuple[str, float, float, int]] = [(r, 0.0, math.tau, 0) for r in roots]
    while todo:
        node, begin, end, depth = todo.pop()
        angle = (begin + end) / 2
        row = len(found) % STAGGER * ROW
        radius = depth * ring + row if _leaf(tree, node) else depth * ring * (1 if len(found) % 2 else 0.7)
        found[node] = (round(radius * math.cos(angle), 1), round(radius * math.sin(angle), 1))
        at = begin
        for child in tree.successors(node):
            width = (end - begin) * leaves[child] / sum(leaves[c] for c in tree.successors(node))
            todo.append((child, at, at + width, depth + 1))
            at += width
    return found


def _leaf(tree: Any, node: str) -> bool:
    """Whether nothing is drawn around a node."""
    return bool(tree.out_degree(node) == 0)
