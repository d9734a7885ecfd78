"""Opens what answers: the embedded store in a folder, or a SPARQL 1.1 server that is named by its URL."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Store

from .backend import Source
from .embedded import is_url, open_read_only
from .sparql_client import RemoteStore


def embedded(source: Source) -> Store:
    """The store itself; of a server a copy in memory, for who reads nearly everything."""
    if isinstance(source, Store):
        return source
    if not isinstance(source, RemoteStore):
        raise TypeError(f"neither a store nor a server: {source!r}")
    return source.copy()


def open_source(where: Path | str) -> Source:
    """The graph in a folder, or on the server at a URL. Raises StoreError when there is none."""
    if isinstance(where, str) and is_url(where):
        return RemoteStore.open(where)
    return open_read_only(where)
