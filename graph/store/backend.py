"""What answers: the embedded store in a folder, or a SPARQL 1.1 server that is named by its URL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    Triple,
    Variable,
)

Term = NamedNode | BlankNode | Literal | Triple


class Source(Protocol):
    """The two ways in which the graph is read. The embedded store has both, and so has `sparql_client.RemoteStore`."""

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
