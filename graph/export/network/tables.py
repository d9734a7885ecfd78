"""Nodes and edges as CSV, under the names that Gephi's spreadsheet import knows (Id, Label, Source, Target, Type …)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from cemai.graph.export.files import whole_file

from .rows import Cell, Network
from .text import clean


def write_nodes(path: Path, network: Network) -> None:
    """One line a node. Raises OutputError."""
    head = ["Id", "Label", *(c.name for c in network.node_columns)]
    _write(path, head, ((node.id, node.label, *node.values) for node in network.nodes))


def write_edges(path: Path, network: Network) -> None:
    """One line an edge; Kind tells parallel edges apart. Raises OutputError."""
    head = ["Source", "Target", "Type", "Id", "Label", "Kind", "Weight", *(c.name for c in network.edge_columns)]
    rows = (
        (edge.source, edge.target, "Directed", edge.id, edge.label, edge.kind, edge.weight, *edge.values)
        for edge in network.edges
    )
    _write(path, head, rows)


def _write(path: Path, head: list[str], rows: Iterable[tuple[Cell, ...]]) -> None:
    with whole_file(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        try:
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(head)
            writer.writerows([clean(cell) if type(cell) is str else cell for cell in row] for row in rows)
        finally:
            text.detach()  # flushes; `whole_file` closes the file
