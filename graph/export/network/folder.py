"""The folder for Gephi: two GEXF files, two tables and a README."""

from __future__ import annotations

from pathlib import Path

from cemai.graph.export.files import whole_folder, write_lines
from cemai.graph.export.gexf import write_gexf

from .readme import readme
from .rows import Network
from .tables import write_edges, write_nodes


def write_gephi(path: Path, network: Network, *, force: bool = False) -> None:
    """Write the folder whole or not at all. Raises OutputError, also for a folder that is not empty without `force`."""
    with whole_folder(path, force=force) as folder:
        write_gexf(folder / "gephi.gexf", network, spells=True)
        write_gexf(folder / "gephi-lite.gexf", network, spells=False)
        write_nodes(folder / "nodes.csv", network)
        write_edges(folder / "edges.csv", network)
        write_lines(folder / "README.md", [readme(network)])
