"""The registry of the graph's exporters with what needs the codebook and a page: the crate."""

from __future__ import annotations

from cemai.graph.export.registry import EXPORTERS, export_graph

from .crate import RoCrateExporter

__all__ = ["EXPORTERS", "export_graph"]
EXPORTERS["rocrate"] = RoCrateExporter
