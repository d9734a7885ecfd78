"""A graph on a SPARQL 1.1 server, read in the same two ways as the embedded store.

The union of all graphs is asked for by the SPARQL protocol itself: every request names the graphs of Cemai as its
default graph and as its named graphs, so that one way serves every server, whatever it takes for its default graph and
whatever else it holds. The names come from the description, which a push removes first and writes last: a server that
holds half a graph is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cemai.graph.errors import StoreError
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    Variable,
    parse,
    parse_query_results,
)

from .backend import Term
from .http import Access, Connection, Response
from .parameters import bound, form
from .self_description import DESCRIPTION, VOID, WHOLE

_JSON = "application/sparql-results+json"
_KEPT = 50_000  # patterns that are remembered: a command asks for the same labels again and again
Pattern = tuple[Any, Any, Any, Any]


class RemoteStore:
    """Reads only. What was read by a pattern is remembered, so a new push is seen by a new RemoteStore."""

    def __init__(self, url: str, connection: Connection, graphs: list[str]) -> None:
        self.url, self.graphs = url, graphs
        self.connection = connection
        self._read: dict[Pattern, list[Quad]] = {}
        self._copy: Store | None = None

    @classmethod
    def open(cls, url: str) -> RemoteStore:
        """The graph at a query endpoint, with the credentials of the environment. StoreError when there is none."""
        store = cls(url, cls.connect(), [str(DESCRIPTION.value)])
        found = store.query(f"SELECT ?g WHERE {{ GRAPH {DESCRIPTION} {{ {WHOLE} <{VOID}subset> ?g }} }} ORDER BY ?g")
        graphs = [s["g"].value for s in found]  # type: ignore[union-attr]
        if not graphs:
            raise StoreError(f"{url} has no complete graph of Cemai: run `cemai push sparql` 服务器上没有完整的图谱，"
                             "请先运行 cemai push sparql")  # fmt: skip
        store.graphs += graphs
        return store

    @staticmethod
    def connect(access: Access | None = None) -> Connection:
        """A connection with these credentials, or with those of the environment."""
        return Connection(access or Access.from_environment())

    def query(
        self,
        query: str,
        *,
        use_default_graph_as_union: bool = True,
        substitutions: dict[Variable, Term] | None = None,
    ) -> QuerySolutions | QueryBoolean | Iterator[Triple]:
        """The answer, read to its end before any row is given. Raises StoreError and QueryError."""
        kind = form(query)
        text = bound(query, {variable.value: term for variable, term in (substitutions or {}).items()})
        return self._answer(kind, {"query": text, "default-graph-uri": self.graphs, "named-graph-uri": self.graphs})

    def quads_for_pattern(
        self,
        subject: NamedNode | BlankNode | Triple | None,
        predicate: NamedNode | None,
        object: NamedNode | BlankNode | Literal | Triple | None,
        graph_name: NamedNode | BlankNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """The quads that have these terms, one request for each pattern that is new."""
        pattern = (subject, predicate, object, graph_name)
        if self._copy is not None:
            return self._copy.quads_for_pattern(*pattern)
        if pattern not in self._read:
            if len(self._read) >= _KEPT:
                self._read.clear()
            self._read[pattern] = list(self._quads(pattern))
        return iter(self._read[pattern])

    def copy(self) -> Store:
        """All graphs in memory, one request a graph: for who reads nearly everything. Patterns then come from it."""
        if self._copy is None:
            copy = Store()
            for graph in self.graphs:
                copy.extend(self._quads((None, None, None, NamedNode(graph))))
            self._copy = copy
        return self._copy

    def _quads(self, pattern: Pattern) -> Iterator[Quad]:
        """From all graphs of the server, ours picked out here: to pick them there takes Fuseki three times as long."""
        parts = [f"?{name}" if term is None else str(term) for name, term in zip("spog", pattern, strict=True)]
        free = " ".join(part for part, term in zip(parts, pattern, strict=True) if term is None)
        text = f"SELECT {free or '(1 AS ?one)'} WHERE {{ GRAPH {parts[3]} {{ {' '.join(parts[:3])} }} }}"
        for row in self._answer("SELECT", {"query": text}):  # type: ignore[union-attr]
            quad = Quad(*(row[n] if t is None else t for n, t in zip("spog", pattern, strict=True)))
            if str(quad.graph_name.value) in self.graphs:  # type: ignore[union-attr]
                yield quad

    def _answer(self, kind: str, data: dict[str, str | list[str]]) -> QuerySolutions | QueryBoolean | Iterator[Triple]:
        wanted = _JSON if kind in ("SELECT", "ASK") else "application/n-triples"
        answer = self.connection.send("POST", self.url, data=data, headers={"Accept": wanted})
        _whole(self.url, answer, wanted)
        try:
            return _triples(answer.body) if wanted != _JSON else _results(answer.body, kind)
        except (SyntaxError, ValueError, KeyError) as error:
            raise StoreError(
                f"{self.url}: the answer is incomplete or malformed ({error}) 应答不完整或格式有误"
            ) from None


def _whole(url: str, answer: Response, wanted: str) -> None:
    """StoreError for an answer of another kind, and for one that the server says it has cut."""
    if answer.kind != wanted and (wanted, answer.kind) != (_JSON, "application/json"):
        raise StoreError(f"{url} answers with {answer.kind or 'no kind'}, not with {wanted}: "
                         "is this the query endpoint? 应答不是查询结果，请核对查询地址")  # fmt: skip
    cut = answer.headers.get("x-sparql-maxrows") or answer.headers.get("x-sql-state")
    if cut:
        raise StoreError(f"{url}: the server has cut the answer ({cut}): raise its limits on rows and time "
                         "服务器截断了结果，请调高其行数与时间上限")  # fmt: skip


def _results(body: bytes, kind: str) -> QuerySolutions | QueryBoolean:
    """Results, after a first reading to their end: a cut answer must not give half its rows."""
    found = parse_query_results(body, format=QueryResultsFormat.JSON)
    yes = False
    try:
        if isinstance(found, QueryBoolean):
            return found
        for row in found:  # Virtuoso answers ASK with a row that holds 1 or 0, or with none
            yes = yes or (kind == "ASK" and any(term.value in ("1", "true") for term in row))
    finally:
        del found  # an error must not carry it to another thread
    if kind == "ASK":
        body = b'{"head":{},"boolean":%s}' % str(yes).lower().encode()
    return parse_query_results(body, format=QueryResultsFormat.JSON)


def _triples(body: bytes) -> Iterator[Triple]:
    return iter([quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES)])
