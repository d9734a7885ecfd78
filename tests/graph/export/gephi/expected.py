"""What a network must look like in a program that opened it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cemai.graph.export.network.rows import Cell, Column, Network

# The rule of the documentation, written a second time: what XML 1.0 cannot hold becomes U+FFFD.
ALLOWED = re.compile("[\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def kept(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold."""
    return "".join(c if ALLOWED.fullmatch(c) else "\ufffd" for c in text)


def values(columns: Sequence[Column], cells: Sequence[Cell]) -> dict[str, Cell]:
    """What is known of an element, by column."""
    named = zip((column.name for column in columns), cells, strict=True)
    return {name: kept(cell) if isinstance(cell, str) else cell for name, cell in named if cell is not None}


def nodes(network: Network) -> dict[str, tuple[str, dict[str, Cell]]]:
    """Label and values of each node."""
    return {n.id: (kept(n.label), values(network.node_columns, n.values)) for n in network.nodes}


def edges(network: Network) -> dict[str, tuple[str, str, str, dict[str, Cell]]]:
    """Source, target, label and values of each edge."""
    return {
        e.id: (e.source, e.target, kept(e.label), values(network.edge_columns, e.values)) for e in network.edges
    }  # fmt: skip
