"""Networks to open: of the shipped data, of the small dataset with known answers, and one made to break readers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from cemai.graph.export.cytoscape import write_cytoscape
from cemai.graph.export.graphml import write_graphml
from cemai.graph.export.network.folder import write_gephi
from cemai.graph.export.network.rows import Network

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.export.networks import network
from tests.graph.export.gephi.hostile import hostile
from tests.graph.export.gephi.programs import Gephi
from tests.running import Inside


@dataclass(frozen=True)
class Files:
    """A network and the files that it was written to."""

    network: Network
    folder: Path

    @property
    def dynamic(self) -> Path:
        return self.folder / "gephi" / "gephi.gexf"

    @property
    def flat(self) -> Path:
        return self.folder / "gephi" / "gephi-lite.gexf"

    @property
    def tables(self) -> tuple[Path, Path]:
        return self.folder / "gephi" / "nodes.csv", self.folder / "gephi" / "edges.csv"

    @property
    def graphml(self) -> Path:
        return self.folder / "graph.graphml"

    @property
    def cytoscape(self) -> Path:
        return self.folder / "graph.cyjs"


@pytest.fixture(scope="session")
def gephi(tmp_path_factory: pytest.TempPathFactory) -> Gephi:
    """The Gephi Toolkit."""
    return Gephi.compiled(tmp_path_factory.mktemp("classes"))


@pytest.fixture(scope="session")
def small_kg(made: Inside) -> KnowledgeGraph:
    """The graph of the made-up dataset."""
    return KnowledgeGraph.open(made.store)


@pytest.fixture(scope="session", params=["shipped", "made", "hostile"])
def files(
    request: pytest.FixtureRequest,
    kg: KnowledgeGraph,
    small_kg: KnowledgeGraph,
    tmp_path_factory: pytest.TempPathFactory,
) -> Files:
    """One network after the other, written to every kind of file."""
    found = {
        "shipped": lambda: network(kg, unverified=True),
        "made": lambda: network(small_kg),
        "hostile": hostile,
    }[request.param]()
    files = Files(found, tmp_path_factory.mktemp(request.param))
    write_gephi(files.folder / "gephi", found)
    write_graphml(files.graphml, found)
    write_cytoscape(files.cytoscape, found)
    return files
