"""A network as a networkx MultiDiGraph, whose edge keys are claim ids."""

from __future__ import annotations

from typing import Any, ClassVar

from .network.exporter import NetworkExporter
from .network.rows import Network, given_values


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
        graph.add_node(node.id, **attributes, **given_values(network.node_columns, node.values))
    for edge in network.edges:
        own = {"label": edge.label, "weight": edge.weight}
        graph.add_edge(edge.source, edge.target, edge.id, **own, **given_values(network.edge_columns, edge.values))
    return graph
