"""Names that mean something of their own to a program that reads network files, and what stands in for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# Of GEXF, GraphML, Gephi, graphology, Cytoscape and networkx together, in small letters. An edge attribute `type`
# makes graphology refuse a GEXF file; `key` and `self` break networkx; `parent` nests a node in Cytoscape.
RESERVED = frozenset({
    "id", "label", "nodelabel", "edgelabel", "type", "kind", "weight", "edge weight", "start", "end", "startopen",
    "endopen", "timestamp", "timestamps", "interval", "intervals", "timeset", "spell", "spells", "slice",
    "slices", "viz", "color", "r", "g", "b", "a", "x", "y", "z", "xpos", "ypos", "zpos", "size", "shape",
    "thickness", "position", "pid", "parent", "parents", "for", "source", "target", "directed", "name", "value",
    "key", "interaction", "shared name", "shared interaction", "suid", "selected", "self", "u_for_edge",
    "v_for_edge", "node_for_adding", "",
})  # fmt: skip


def free_names(names: Iterable[str]) -> Iterator[str]:
    """Each name, with ``_`` behind it until it is neither reserved nor taken by one before it (case apart)."""
    taken: set[str] = set()
    for name in names:
        while name.lower() in RESERVED or name.lower() in taken:
            name += "_"
        taken.add(name.lower())
        yield name
