"""Cytoscape.js JSON, which Cytoscape (.cyjs) and networkx read, too; one element a line, written as it goes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from .files import write_lines
from .network.exporter import NetworkExporter
from .network.rows import Attribute, Cell, Network, NetworkEdge, NetworkNode, given_values
from .network.text import blocks, clean


class CytoscapeExporter(NetworkExporter):
    """One file."""

    summary: ClassVar[str] = (
        "导出 Cytoscape.js 的 JSON，桌面版 Cytoscape 亦可读（.cyjs） · JSON for Cytoscape.js and Cytoscape (.cyjs)."
    )
    suffixes: ClassVar[Mapping[str, tuple[str, ...]]] = {"": (".cyjs", ".json")}

    def write(self, network: Network) -> None:
        write_cytoscape(self.out, network)


def write_cytoscape(path: Path, network: Network) -> None:
    """Write the network to a file. Raises OutputError."""
    write_lines(path, blocks(cytoscape_lines(network)))


def cytoscape_lines(network: Network) -> Iterator[str]:
    """The lines of the file. Nothing but the nodes is held in memory."""
    data = _clean({"name": network.title, "modified": network.modified, "notes": network.notes})
    head = {"format_version": "1.0", "generated_by": "cemai", "directed": True, "multigraph": True, "data": data}
    yield f'{_json(head)[:-1]}, "elements": {{"nodes": ['
    yield from _separated(_json(_node(node, network.node_columns)) for node in network.nodes)
    yield '], "edges": ['
    yield from _separated(_json(_edge(edge, network.edge_columns)) for edge in network.edges)
    yield "]}}"


def _node(node: NetworkNode, columns: Sequence[Attribute]) -> dict[str, Any]:
    """Cytoscape draws with `name`; networkx takes the id from `value`. Its y grows downwards."""
    own: dict[str, Cell] = {
        "id": node.id,
        "value": node.id,
        "name": node.label,
        "color": node.colour,
        "size": node.size,
    }
    return {"data": _clean(own | given_values(columns, node.values)), "position": {"x": node.x, "y": -node.y}}


def _edge(edge: NetworkEdge, columns: Sequence[Attribute]) -> dict[str, Any]:
    """Nodes and edges share one space of ids, so an edge has ``claim/`` before its own; `key` is for networkx."""
    own: dict[str, Cell] = {
        "id": f"claim/{edge.id}", "key": edge.id, "source": edge.source, "target": edge.target,
        "interaction": edge.kind, "name": edge.label, "weight": edge.weight,
    }  # fmt: skip
    return {"data": _clean(own | given_values(columns, edge.values))}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _clean(data: dict[str, Cell]) -> dict[str, Cell]:
    return {name: clean(value) if type(value) is str else value for name, value in data.items()}


def _separated(items: Iterator[str]) -> Iterator[str]:
    """Each item on a line, with a comma before all but the first."""
    for number, item in enumerate(items):
        yield f",{item}" if number else item
