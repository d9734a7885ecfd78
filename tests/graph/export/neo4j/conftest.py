"""Two servers for the session: one that holds the imported folder of the session's graph, one to push to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cemai.graph.export.base import run_exporters
from cemai.graph.export.neo4j.folder import Neo4jExporter

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.export.neo4j.server import Neo4j, neo4j


@pytest.fixture(scope="session")
def imported(kg: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """The session's graph, exported and loaded by the folder's own load.sh."""
    root = tmp_path_factory.mktemp("neo4j")
    with neo4j(root / "home") as server:
        run_exporters(kg.store, Neo4jExporter(root / "out"))
        server.load(root / "out")
        yield server


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """A running server; what it holds is whatever the last test pushed."""
    with neo4j(Path(tmp_path_factory.mktemp("neo4j-push"))) as server:
        server.start()
        yield server
