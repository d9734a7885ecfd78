"""A server of each kind for a module of tests, and the shipped graph on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cemai.graph.connection import Access
from cemai.graph.remote import RemoteStore
from pyoxigraph import Store

from cemai.kg import KnowledgeGraph
from cemai.push_sparql import Target, push_sparql
from tests.servers.engines import ENGINES
from tests.servers.process import Server


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
