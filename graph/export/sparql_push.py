"""The graph onto a SPARQL 1.1 server: by the Graph Store Protocol, or by SPARQL Update where there is none.

Graph by graph what was there is replaced, so that a second push gives the same, and one that broke off is mended by
repeating it. The description of the graph goes first and comes last: until it is back, `--store URL` is refused.
Graphs outside https://w3id.org/cemai/graph/ are never touched.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from cemai.graph.errors import StoreError
from cemai.graph.store.http import Access, Connection
from cemai.graph.store.self_description import DESCRIPTION
from cemai.graph.store.sparql_client import RemoteStore
from cemai.ontology.namespaces import GRAPH
from pyoxigraph import Literal, NamedNode, Store

Progress = Callable[[str], None]
_REPEAT = "what was sent stays; push again, the end is the same 已送出的保留；再推送一次即可，结果相同"


@dataclass(frozen=True)
class Target:
    """The addresses of a server: for queries; for updates (as for queries when empty); of its graph store, if any."""

    endpoint: str
    update: str = ""
    graph_store: str = ""
    access: Access = field(default_factory=Access)


@dataclass(frozen=True)
class SparqlPushed:
    """How many graphs and statements the server now holds, which old graphs went, the seconds it took."""

    graphs: int
    statements: int
    removed: tuple[str, ...]
    seconds: float


def push_sparql(
    store: Store, target: Target, progress: Progress = lambda _: None, *, prune: bool = False
) -> SparqlPushed:
    """Replace every graph of the store on the server; with `prune` also remove graphs of Cemai that it has no more.

    Raises StoreError (address, credentials, a server that breaks off, another count than was sent) and QueryError.
    """
    began = time.perf_counter()
    connection = Connection(target.access)
    names = [NamedNode(g) for g in sorted(str(g.value) for g in store.named_graphs()) if g.startswith(GRAPH)]
    names.sort(key=DESCRIPTION.__eq__)  # it comes last
    remote = RemoteStore(target.endpoint, connection, [g.value for g in names])
    old = [NamedNode(g) for g in _graphs_there(remote) if NamedNode(g) not in names] if prune else []
    writer = _GraphStore(connection, target.graph_store) if target.graph_store else _Updates(connection, target)
    writer.clear(DESCRIPTION)
    _compare(remote, DESCRIPTION, 0)
    try:
        for graph in old:
            writer.clear(graph)
        sent = {graph: _sent(writer, store, graph, progress) for graph in names}
    except StoreError as error:
        raise type(error)(f"{error} ({_REPEAT})") from None
    for graph, count in sent.items():
        _compare(remote, graph, count)
    return SparqlPushed(len(names), sum(sent.values()), tuple(g.value for g in old), time.perf_counter() - began)


def _sent(writer: Writer, store: Store, graph: NamedNode, progress: Progress) -> int:
    """Send one graph; how many statements it has."""
    count = 0

    def lines() -> Iterator[str]:
        nonlocal count
        for quad in store.quads_for_pattern(None, None, None, graph):
            count += 1
            yield f"{quad.subject} {quad.predicate} {quad.object} .\n"

    writer.replace(graph, lines())
    progress(f"{count:>9} {graph.value.removeprefix(GRAPH)}")
    return count


def _graphs_there(remote: RemoteStore) -> list[str]:
    """The graphs of Cemai on the server, whoever pushed them."""
    everywhere = RemoteStore(remote.url, remote.connection, [])
    found = everywhere.query(
        f'SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{GRAPH}")) }}'
    )
    return sorted(str(row["g"].value) for row in found)  # type: ignore[union-attr]


def _compare(remote: RemoteStore, graph: NamedNode, sent: int) -> None:
    """StoreError when the server does not hold as many statements of a graph as were sent."""
    (row,) = remote.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}")  # type: ignore[misc]
    count = row["n"]
    there = int(count.value) if isinstance(count, Literal) else 0
    if there != sent:
        raise StoreError(f"{remote.url} has {there} statements of {graph.value}, it should have {sent}: do the "
                         "addresses belong to one dataset? 服务器上的条数不符，各地址是否同属一个数据集？")  # fmt: skip


class Writer(Protocol):
    """A way to write graphs."""

    def clear(self, graph: NamedNode) -> None:
        """Remove a graph, if it is there."""

    def replace(self, graph: NamedNode, lines: Iterator[str]) -> None:
        """Make these lines of N-Triples the graph."""


@dataclass(frozen=True)
class _GraphStore:
    """The Graph Store HTTP Protocol: the first batch is PUT, more are POSTed to it."""

    connection: Connection
    url: str

    def clear(self, graph: NamedNode) -> None:
        self.connection.send("DELETE", self.url, params={"graph": graph.value}, missing=True)

    def replace(self, graph: NamedNode, lines: Iterator[str]) -> None:
        method, kind = "PUT", {"Content-Type": "application/n-triples"}
        for body in batches(lines, 20_000, 8_000_000):
            self.connection.send(method, self.url, params={"graph": graph.value}, content=body.encode(), headers=kind)
            method = "POST"


@dataclass(frozen=True)
class _Updates:
    """SPARQL Update: DROP, then INSERT DATA in batches that Virtuoso compiles, too."""

    connection: Connection
    target: Target

    def clear(self, graph: NamedNode) -> None:
        self._update(f"DROP SILENT GRAPH {graph}")

    def replace(self, graph: NamedNode, lines: Iterator[str]) -> None:
        self.clear(graph)
        for body in batches(lines, 1000, 500_000):
            self._update(f"INSERT DATA {{ GRAPH {graph} {{\n{body}}} }}")

    def _update(self, text: str) -> None:
        kind = {"Content-Type": "application/sparql-update; charset=utf-8"}
        self.connection.send("POST", self.target.update or self.target.endpoint, content=text.encode(), headers=kind)


def batches(lines: Iterable[str], most: int, size: int) -> Iterator[str]:
    """Lines joined, so many and so many characters at a time; a line that is longer comes alone."""
    waiting: list[str] = []
    length = 0
    for line in lines:
        if waiting and (len(waiting) == most or length + len(line) > size):
            yield "".join(waiting)
            waiting, length = [], 0
        waiting.append(line)
        length += len(line)
    if waiting:
        yield "".join(waiting)
