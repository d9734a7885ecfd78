"""Commands that take the graph away as a network: export gephi, graphml, cytoscape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .groups import export
from .options import DEFAULT_STORE, All, Out, Store
from .output import say

if TYPE_CHECKING:
    from pathlib import Path

    from cemai.graph.export.network.rows import Network

Force = Annotated[bool, typer.Option("--force", help="整个替换已有的目录 · replace a folder that exists, whole")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    export.command("gephi")(export_gephi)
    export.command("graphml")(export_graphml)
    export.command("cytoscape")(export_cytoscape)


def export_gephi(out: Out, everything: All = False, force: Force = False, store: Store = DEFAULT_STORE) -> None:
    """导出 Gephi 目录：带时间线与平面的 GEXF、节点表、边表 · A folder for Gephi: GEXF with time and flat, tables."""
    from cemai.graph.export.network.folder import write_gephi

    found = _network(store, everything)
    write_gephi(out, found, force=force)
    _tell(found, out)


def export_graphml(out: Out, everything: All = False, store: Store = DEFAULT_STORE) -> None:
    """导出 GraphML，供 networkx、igraph、Gephi、yEd 等 · GraphML for networkx, igraph, Gephi and others."""
    from cemai.graph.export.graphml import write_graphml

    found = _network(store, everything)
    write_graphml(out, found)
    _tell(found, out)


def export_cytoscape(out: Out, everything: All = False, store: Store = DEFAULT_STORE) -> None:
    """导出 Cytoscape.js 的 JSON，桌面版 Cytoscape 亦可读（.cyjs） · JSON for Cytoscape.js and Cytoscape (.cyjs)."""
    from cemai.graph.export.cytoscape import write_cytoscape

    found = _network(store, everything)
    write_cytoscape(out, found)
    _tell(found, out)


def _network(store: str, everything: bool) -> Network:
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.pipeline.export.networks import network

    return network(KnowledgeGraph.open(store), unverified=everything)


def _tell(found: Network, out: Path) -> None:
    say(f"{len(found.nodes)} nodes 节点, {len(found.edges)} edges 边 → {out}")
