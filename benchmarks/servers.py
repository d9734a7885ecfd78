"""SPARQL servers: seconds to push a graph by both ways, and milliseconds of every query of the catalogue.

``python -m benchmarks.servers STORE [--engine oxigraph|fuseki|virtuoso]`` with a store that `cemai build` made. The
servers are those of tests/servers, started fresh, on the loopback interface. The least of several runs counts.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from cemai.graph.export.sparql_push import Target, push_sparql
from cemai.graph.store.backend import Source
from cemai.graph.store.embedded import open_read_only
from cemai.graph.store.http import Access
from cemai.graph.store.sparql_client import RemoteStore
from cemai.queries.runner import run

from benchmarks.timing import asked, least
from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.store.engines import ENGINES

Times = list[tuple[float, str]]


def times(kg: KnowledgeGraph, source: Source) -> Times:
    """The least time of three runs of each query, in milliseconds, the slowest first."""
    found = []
    for query, bound in asked(kg):
        took, _ = least(lambda q=query, b=bound: len(run(source, q, b).rows), 4)  # type: ignore[misc]
        found.append((took, query.name))
    return sorted(found, reverse=True)


def said(name: str, found: Times) -> str:
    """Sum, median and the slowest three."""
    slow = ", ".join(f"{query} {took:.0f}" for took, query in found[:3])
    every = [took for took, _ in found]
    return f"{name:10} {len(found)} queries: sum {sum(every):.0f} ms, median {median(every):.1f} ms; slowest {slow}"


def measure(name: str, root: Path) -> Iterator[str]:
    """The lines for one engine."""
    store, kg = open_read_only(root), KnowledgeGraph.open(root)
    with tempfile.TemporaryDirectory() as folder, ENGINES[name](Path(folder)) as server:
        access = Access(server.user, server.password, server.digest)
        for way, graphs in (("update", ""), ("graph store", server.graphs)):
            target = Target(server.query, server.update, graphs, access)
            done = min((push_sparql(store, target) for _ in range(2)), key=lambda pushed: pushed.seconds)
            yield f"{name:10} push of {done.statements} statements by {way}: {done.seconds:.1f} s"
        yield said(name, times(kg, RemoteStore.open(server.query)))


def main() -> None:
    """Print the lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--engine", choices=list(ENGINES), action="append")
    wanted = parser.parse_args()
    kg = KnowledgeGraph.open(wanted.store)
    print(said("embedded", times(kg, kg.store)))
    for name in wanted.engine or ENGINES:
        for line in measure(name, wanted.store):
            print(line, flush=True)


if __name__ == "__main__":
    main()
