"""A repository that also runs the catalogue."""

from __future__ import annotations

from cemai.graph.errors import QueryError
from cemai.graph.model.normal_form import name_key
from cemai.graph.model.suggestions import similar_names
from cemai.graph.repository import Repository

from .catalogue import Query, all_queries, query_named
from .runner import Given, Row, Rows, Stream, bind_lists, run, stream


class Session(Repository):
    """Entities, statements and the queries of the catalogue."""

    def query(self, query: Query | str, parameters: Given | None = None) -> Rows:
        """Run a query of the catalogue by its name, or a Query, with its parameters; things by name or identifier."""
        found = _named(query) if isinstance(query, str) else query
        return run(self.store, found, bind_lists(found, parameters or {}, self.one, self.concepts))

    def stream(self, query: Query | str, parameters: Given | None = None) -> Stream:
        """The same, with rows that are made as they are read."""
        found = _named(query) if isinstance(query, str) else query
        return stream(self.store, found, bind_lists(found, parameters or {}, self.one, self.concepts))

    def rows(self, name: str, parameters: Given | None = None) -> list[Row]:
        """The rows of a query of the catalogue for who computes with them: claims, concepts and terms by their keys.

        Things are given by identifiers that were found before; a list of them is one question about all.
        """
        found = _named(name)
        bound = bind_lists(found, parameters or {}, lambda thing, _: thing, self.concepts)
        return list(run(self.store, found, bound, keys=True).dicts())


def _named(name: str) -> Query:
    found = query_named(name)
    if found is None:
        near = similar_names(name, {name_key(n): n for n in all_queries()})
        raise QueryError(f"no query is called {name!r}; near: {', '.join(near) or '-'} 没有此查询")
    return found
