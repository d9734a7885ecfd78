"""What answers: the embedded store in a folder, or a SPARQL 1.1 server that is named by its URL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    Store,
    Triple,
    Variable,
)

from .embedded import is_url, open_read_only

Term = NamedNode | BlankNode | Literal | Triple


class Source(Protocol):
    """The two ways in which the graph is read. The embedded store has both, and so has `graph.remote.RemoteStore`."""

    def query(
        self,
        query: str,
        *,
        use_default_graph_as_union: bool = False,
        substitutions: dict[Variable, Term] | None = None,
    ) -> QuerySolutions | QueryBoolean | Iterator[Triple]:
        """The answer of a SPARQL query, its variables bound to the terms of `substitutions`."""

    def quads_for_pattern(
        self,
        subject: NamedNode | BlankNode | Triple | None,
        predicate: NamedNode | None,
        object: NamedNode | BlankNode | Literal | Triple | None,
        graph_name: NamedNode | BlankNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """The quads that have these terms; None stands for any."""


def embedded(source: Source) -> Store:
    """The store itself; of a server a copy in memory, for who reads nearly everything."""
    if isinstance(source, Store):
        return source
    from .sparql_client import RemoteStore

    if not isinstance(source, RemoteStore):
        raise TypeError(f"neither a store nor a server: {source!r}")
    return source.copy()


def open_source(where: Path | str) -> Source:
    """The graph in a folder, or on the server at a URL. Raises StoreError when there is none."""
    if isinstance(where, str) and is_url(where):
        from .sparql_client import RemoteStore

        return RemoteStore.open(where)
    return open_read_only(where)
