"""A store that counts what it is asked: calls, the rows that they gave, and the bytes of the answers as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from cemai.graph.store.backend import GraphBackend, Term
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    Triple,
    Variable,
    parse_query_results,
)


class Counting:
    """Stands before a store and answers as it does. A row is a solution of a query, a triple or a quad."""

    def __init__(self, store: GraphBackend) -> None:
        self.store = store
        self.calls = self.rows = self.bytes = 0

    def query(
        self,
        query: str,
        *,
        use_default_graph_as_union: bool = False,
        substitutions: dict[Variable, Term] | None = None,
    ) -> QuerySolutions | QueryBoolean | Iterator[Triple]:
        """The answer of a query, read to its end to be counted."""
        self.calls += 1
        found = self.store.query(
            query, use_default_graph_as_union=use_default_graph_as_union, substitutions=substitutions
        )
        if isinstance(found, QueryBoolean):
            self.rows += 1
            return found
        if not isinstance(found, QuerySolutions):
            triples = list(found)
            self.rows += len(triples)
            return iter(triples)
        body = cast(bytes, found.serialize(format=QueryResultsFormat.JSON))
        self.bytes += len(body)
        self.rows += sum(1 for _ in cast(QuerySolutions, _read(body)))
        return _read(body)

    def quads_for_pattern(
        self,
        subject: NamedNode | BlankNode | Triple | None,
        predicate: NamedNode | None,
        object: Term | None,
        graph_name: NamedNode | BlankNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """The quads of a pattern."""
        self.calls += 1
        found = list(self.store.quads_for_pattern(subject, predicate, object, graph_name))
        self.rows += len(found)
        return iter(found)


def _read(body: bytes) -> QuerySolutions | QueryBoolean:
    return parse_query_results(body, format=QueryResultsFormat.JSON)
