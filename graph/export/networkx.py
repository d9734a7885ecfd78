"""A network as a networkx MultiDiGraph, whose edge keys are claim ids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from .network.exporter import NetworkExporter
from .network.rows import Attribute, Cell, Network


class NetworkxExporter(NetworkExporter):
    """The network in memory, as `result`."""

    to_files: ClassVar[bool] = False

    def write(self, network: Network) -> None:
        self.result = to_networkx(network)


def to_networkx(network: Network) -> Any:
    """A ``networkx.MultiDiGraph``, in memory: edge (subject, object, claim id).

    Nodes have ``label``, ``color``, ``size``, ``x`` and ``y`` beside the columns, edges ``label`` and ``weight``; what
    is not known is absent. The graph has ``name``, ``modified`` and ``notes``.
    """
    from networkx import MultiDiGraph

    graph = MultiDiGraph(name=network.title, modified=network.modified, notes=network.notes)
    for node in network.nodes:
        attributes = {"label": node.label, "color": node.colour, "size": node.size, "x": node.x, "y": node.y}
        graph.add_node(node.id, **attributes, **_given(network.node_columns, node.values))
    for edge in network.edges:
        own = {"label": edge.label, "weight": edge.weight}
        graph.add_edge(edge.source, edge.target, edge.id, **own, **_given(network.edge_columns, edge.values))
    return graph


def _given(columns: Sequence[Attribute], values: Sequence[Cell]) -> dict[str, Cell]:
    return {column.name: value for column, value in zip(columns, values, strict=True) if value is not None}
