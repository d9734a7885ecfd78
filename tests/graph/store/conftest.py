"""A server of each kind for a module of tests, and the shipped graph on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cemai.graph.export.sparql_push import Target, push_sparql
from cemai.graph.store.http import Access
from cemai.graph.store.sparql_client import RemoteStore
from pyoxigraph import Store

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.store.engines import ENGINES
from tests.graph.store.process import Server


@pytest.fixture(scope="module", params=list(ENGINES))
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A fresh server; one after the other, for all tests of the module."""
    with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as started:
        yield started


@pytest.fixture(scope="module")
def pushed(server: Server, kg: KnowledgeGraph) -> RemoteStore:
    """The shipped graph on the server."""
    assert isinstance(kg.store, Store)
    push_sparql(kg.store, target(server))
    return RemoteStore.open(server.query)


def target(server: Server, *, updates: bool = False) -> Target:
    """Where to push: to the graph store of the server, or by updates."""
    access = Access(server.user, server.password, server.digest)
    return Target(server.query, server.update, "" if updates else server.graphs, access)
