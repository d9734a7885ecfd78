"""The folder for Gephi: two GEXF files, two tables and a README."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from .files import whole_folder, write_lines
from .gexf import write_gexf
from .network.exporter import NetworkExporter
from .network.readme import readme_text
from .network.rows import Network
from .network.tables import write_edges, write_nodes


class GephiExporter(NetworkExporter):
    """A folder that Gephi, Gephi Lite and its spreadsheet import read."""

    summary: ClassVar[str] = (
        "导出 Gephi 目录：带时间线与平面的 GEXF、节点表、边表 · A folder for Gephi: GEXF with time and flat, tables."
    )
    takes: ClassVar[tuple[str, ...]] = ("unverified", "force")

    def write(self, network: Network) -> None:
        write_gephi(self.out, network, force=self.options.force)


def write_gephi(path: Path, network: Network, *, force: bool = False) -> None:
    """Write the folder whole or not at all. Raises OutputError, also for a folder that is not empty without `force`."""
    with whole_folder(path, force=force) as folder:
        write_gexf(folder / "gephi.gexf", network, spells=True)
        write_gexf(folder / "gephi-lite.gexf", network, spells=False)
        write_nodes(folder / "nodes.csv", network)
        write_edges(folder / "edges.csv", network)
        write_lines(folder / "README.md", [readme_text(network)])
