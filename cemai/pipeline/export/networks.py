"""The graph as a network: the door to the exports for Gephi, GraphML, Cytoscape and networkx."""

from __future__ import annotations

from typing import Any

from cemai.graph.export.network.reader import read_network
from cemai.graph.export.network.rows import Network
from cemai.graph.export.networkx import to_networkx as convert
from cemai.graph.store.opening import embedded
from cemai.queries.session import Session


def network(kg: Session, *, unverified: bool = False) -> Network:
    """Nodes, and one edge a claim that ties two things; unverified claims only when asked for."""
    return read_network(embedded(kg.store), everything=unverified)


def to_networkx(kg: Session, *, unverified: bool = False) -> Any:
    """The graph as a ``networkx.MultiDiGraph`` whose edge keys are claim ids (see `cemai.graph.export.networkx`)."""
    return convert(network(kg, unverified=unverified))
