"""GraphML with typed keys, written as it goes. Gephi takes label, weight, x, y, size, r, g and b by their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from .files import write_lines
from .network.exporter import NetworkExporter
from .network.rows import Attribute, Cell, Network, NetworkEdge, NetworkNode
from .network.text import attribute, blocks, content

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
# What every network has, before its own columns.
_GRAPH = (Attribute("title"), Attribute("modified"), Attribute("notes"))
_NODE = (Attribute("label"), Attribute("r", "integer"), Attribute("g", "integer"), Attribute("b", "integer"),
         Attribute("size", "double"), Attribute("x", "double"), Attribute("y", "double"))  # fmt: skip
_EDGE = (Attribute("label"), Attribute("weight", "double"))
_TYPES = {"string": "string", "integer": "int", "double": "double"}


class GraphmlExporter(NetworkExporter):
    """One file."""

    summary: ClassVar[str] = (
        "导出 GraphML，供 networkx、igraph、Gephi、yEd 等 · GraphML for networkx, igraph, Gephi and others."
    )
    suffixes: ClassVar[Mapping[str, tuple[str, ...]]] = {"": (".graphml", ".xml")}

    def write(self, network: Network) -> None:
        write_graphml(self.out, network)


def write_graphml(path: Path, network: Network) -> None:
    """Write the network to a file. Raises OutputError."""
    write_lines(path, blocks(graphml_lines(network)))


def graphml_lines(network: Network) -> Iterator[str]:
    """The lines of the file. Nothing but the nodes is held in memory."""
    yield _HEAD
    for of, columns in (
        ("graph", _GRAPH),
        ("node", _NODE + network.node_columns),
        ("edge", _EDGE + network.edge_columns),
    ):
        for number, column in enumerate(columns):
            name, form = attribute(column.name), _TYPES[column.form]
            yield f'<key id="{of[0]}{number}" for="{of}" attr.name="{name}" attr.type="{form}"/>'
    yield '<graph id="cemai" edgedefault="directed">'
    yield _data("g", (network.title, network.modified or None, network.notes or None))
    for node in network.nodes:
        yield _node(node)
    for edge in network.edges:
        yield _edge(edge)
    yield "</graph>\n</graphml>"


def _data(letter: str, values: Sequence[Cell]) -> str:
    return "".join([
        f'<data key="{letter}{number}">{content(value) if type(value) is str else value}</data>'
        for number, value in enumerate(values) if value is not None
    ])  # fmt: skip


def _node(node: NetworkNode) -> str:
    r, g, b = (int(node.colour[at : at + 2], 16) for at in (1, 3, 5))
    own = (node.label, r, g, b, node.size, node.x, node.y)
    return f'<node id="{attribute(node.id)}">{_data("n", own + node.values)}</node>'


def _edge(edge: NetworkEdge) -> str:
    ends = f'id="{attribute(edge.id)}" source="{attribute(edge.source)}" target="{attribute(edge.target)}"'
    return f"<edge {ends}>{_data('e', (edge.label, float(edge.weight), *edge.values))}</edge>"
