"""Every exporter by the name of its command, and one way to run it. A new one is a line here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cemai.graph.errors import OutputError
from cemai.graph.store.backend import GraphBackend

from .base import Exporter, Options, run_exporters
from .cytoscape import CytoscapeExporter
from .gephi import GephiExporter
from .graphml import GraphmlExporter
from .neo4j.folder import Neo4jExporter
from .networkx import NetworkxExporter
from .rdf import RdfExporter
from .statements import StatementsExporter
from .suffixes import PACKED, check_folder, check_suffix
from .tabular.exporter import TablesExporter

EXPORTERS: dict[str, type[Exporter]] = {
    "rdf": RdfExporter,
    "claims": StatementsExporter,
    "tables": TablesExporter,
    "gephi": GephiExporter,
    "graphml": GraphmlExporter,
    "cytoscape": CytoscapeExporter,
    "neo4j": Neo4jExporter,
    "networkx": NetworkxExporter,
}


def export_graph(store: GraphBackend, name: str, out: Path | str = ".", **options: Any) -> Exporter:
    """Run an exporter and give it back: its `report` says what was written, of ``networkx`` there is a `result`.

    `options` are the fields of `Options`. Raises OutputError, also for an exporter or option that is not known.
    """
    kind = EXPORTERS.get(name)
    if kind is None:
        raise OutputError(f"no exporter {name!r}, but: {', '.join(EXPORTERS)} 没有这种导出")
    if unknown := [given for given in options if given not in (*kind.takes, *(("format",) if kind.formats else ()))]:
        raise OutputError(f"{name} takes no {', '.join(unknown)} 此导出没有这些选项")
    if (form := options.get("format")) and form not in kind.formats:
        raise OutputError(f"{name} writes {', '.join(kind.formats)}, not {form!r} 没有这种格式")
    exporter = kind(Path(out), Options(**options))
    _check_name(name, exporter)
    run_exporters(store, exporter)
    return exporter


def _check_name(name: str, exporter: Exporter) -> None:
    """Raise OutputError for a file or folder whose name promises something else."""
    if not exporter.to_files:
        return
    if not exporter.suffixes:
        check_folder(exporter.out)
        return
    packs = "gzip" in exporter.takes
    packed = exporter.options.gzip or (packs and exporter.out.suffix.lower() == PACKED)
    check_suffix(exporter.out, exporter.format or name, exporter.suffixes[exporter.format], packed=packed)
