"""A repository that also runs the catalogue."""

from __future__ import annotations

from collections.abc import Mapping

from cemai.graph.errors import QueryError
from cemai.graph.model.normal_form import name_key
from cemai.graph.model.suggestions import near_names
from cemai.graph.repository import Repository

from .catalogue import Query, catalogue, named
from .runner import Rows, bind, run


class Session(Repository):
    """Entities, statements and the queries of the catalogue."""

    def query(self, query: Query | str, parameters: Mapping[str, str] | None = None) -> Rows:
        """Run a query of the catalogue by its name, or a Query, with its parameters."""
        if isinstance(query, str):
            found = named(query)
            if found is None:
                near = near_names(query, {name_key(n): n for n in catalogue()})
                raise QueryError(f"no query is called {query!r}; near: {', '.join(near) or '-'} 没有此查询")
            query = found
        return run(self.store, query, bind(query, parameters or {}, self.one, self.concepts))
