"""Every exporter that writes files or makes an object, by the name of its command. A new one is a line here."""

from __future__ import annotations

from .base import Exporter
from .cytoscape import CytoscapeExporter
from .gephi import GephiExporter
from .graphml import GraphmlExporter
from .neo4j.folder import Neo4jExporter
from .networkx import NetworkxExporter
from .rdf import RdfExporter
from .statements import StatementsExporter
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
