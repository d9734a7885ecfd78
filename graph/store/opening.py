"""Opens what answers: the embedded store in a folder, or a SPARQL 1.1 server that is named by its URL."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Store

from .backend import GraphBackend
from .embedded import is_url, open_read_only
from .sparql_client import RemoteStore


def embedded(backend: GraphBackend) -> Store:
    """The store itself; of a server a copy in memory, for who reads nearly everything."""
    if isinstance(backend, Store):
        return backend
    if not isinstance(backend, RemoteStore):
        raise TypeError(f"neither a store nor a server: {backend!r}")
    return backend.copy()


def open_graph(where: Path | str) -> GraphBackend:
    """The graph in a folder, or on the server at a URL. Raises StoreError when there is none."""
    if isinstance(where, str) and is_url(where):
        return RemoteStore.open(where)
    return open_read_only(where)
