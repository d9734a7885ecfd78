"""GEXF 1.3, written as it goes: with spells for Gephi's timeline, or flat for Gephi Lite.

Attributes have numbers for ids, because the parser of Gephi Lite (graphology-gexf) takes titles only so, and stand in
one block for nodes and one for edges, because it honours the last block only. A spell holds its first and its last
day; one without a date is open on that side, and an element without a spell stands always.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from .files import write_lines
from .network.rows import Attribute, Cell, Network, NetworkEdge, NetworkNode
from .network.text import attribute, blocks, content

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">"""
_TIMED = ' mode="dynamic" timeformat="date" timerepresentation="interval"'


def write_gexf(path: Path, network: Network, *, spells: bool) -> None:
    """Write the network to a file; without `spells` time stands in plain attributes only. Raises OutputError."""
    write_lines(path, blocks(gexf_lines(network, spells=spells)))


def gexf_lines(network: Network, *, spells: bool) -> Iterator[str]:
    """The lines of the file. Nothing but the nodes is held in memory."""
    yield _HEAD
    yield from _meta(network)
    mode = _TIMED + _days(network.interval or (None, None)) if spells else ' mode="static"'
    yield f'<graph defaultedgetype="directed" idtype="string"{mode}>'
    yield from _declared("node", network.node_columns)
    yield from _declared("edge", network.edge_columns)
    yield "<nodes>"
    openers = _openers(network.node_columns)
    for node in network.nodes:
        yield _node(node, openers, spells)
    yield "</nodes>\n<edges>"
    openers = _openers(network.edge_columns)
    for edge in network.edges:
        yield _edge(edge, openers, spells)
    yield "</edges>\n</graph>\n</gexf>"


def _meta(network: Network) -> Iterator[str]:
    modified = f' lastmodifieddate="{attribute(network.modified)}"' if network.modified else ""
    yield f"<meta{modified}><creator>Cemai 策脉</creator><title>{content(network.title)}</title>"
    yield f"<description>{content(network.notes)}</description></meta>"


def _declared(of: str, columns: Sequence[Attribute]) -> Iterator[str]:
    yield f'<attributes class="{of}" mode="static">'
    for number, column in enumerate(columns):
        yield f'<attribute id="{number}" title="{attribute(column.name)}" type="{column.form}"/>'
    yield "</attributes>"


def _openers(columns: Sequence[Attribute]) -> list[str]:
    """What stands before each value, made once and not once an edge."""
    return [f'<attvalue for="{number}" value="' for number in range(len(columns))]


def _values(openers: list[str], values: Sequence[Cell]) -> str:
    return "".join([
        opener + (attribute(value) if type(value) is str else str(value)) + '"/>'
        for opener, value in zip(openers, values, strict=True) if value is not None
    ])  # fmt: skip


def _node(node: NetworkNode, openers: list[str], spells: bool) -> str:
    return (
        f'<node id="{attribute(node.id)}" label="{attribute(node.label)}">'
        f"<attvalues>{_values(openers, node.values)}</attvalues>{_spell(node.begin, node.end) if spells else ''}"
        f'{_colour(node.colour)}<viz:position x="{node.x}" y="{node.y}" z="0.0"/><viz:size value="{node.size}"/></node>'
    )


def _edge(edge: NetworkEdge, openers: list[str], spells: bool) -> str:
    id_, source, target, kind, label, weight, values, begin, end, colour = edge
    return (
        f'<edge id="{attribute(id_)}" source="{attribute(source)}" target="{attribute(target)}" '
        f'kind="{attribute(kind)}" label="{attribute(label)}" weight="{weight}">'
        f"<attvalues>{_values(openers, values)}</attvalues>{_spell(begin, end) if spells else ''}"
        f"{_colour(colour) if colour else ''}</edge>"
    )


def _spell(begin: str | None, end: str | None) -> str:
    return f"<spells><spell{_days((begin, end))}/></spells>" if begin or end else ""


def _days(days: tuple[str | None, str | None]) -> str:
    return "".join(f' {name}="{day}"' for name, day in zip(("start", "end"), days, strict=True) if day)


def _colour(colour: str) -> str:
    r, g, b = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f'<viz:color r="{r}" g="{g}" b="{b}"/>'
