"""The statements of a store in order, with bounded memory: lines of N-Triples, sorted on disk.

Lines are compared as bytes of UTF-8, that is by code point, and a line begins with its subject: so statements come by
subject, predicate and object, and those of one subject stand together.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

RUN = 200_000  # lines that are sorted in memory at a time, some 100 MB
Graph = NamedNode | DefaultGraph


def sorted_graphs(store: Store, folder: Path) -> Iterator[tuple[Graph, Path]]:
    """Each graph that holds something, by name, with a file of its sorted lines in `folder`."""
    named = sorted((NamedNode(str(g.value)) for g in store.named_graphs()), key=lambda g: g.value)
    graphs: list[Graph] = [DefaultGraph(), *named]
    for graph in graphs:
        dump = _dump(store, graph, folder)
        if dump.stat().st_size:
            with dump.open("rb") as lines:
                yield graph, sort_lines(lines, folder)


def sorted_triples(store: Store, folder: Path) -> Path:
    """A file of the sorted lines of all graphs, each line once."""

    def lines() -> Iterator[bytes]:
        for graph in (DefaultGraph(), *store.named_graphs()):
            with _dump(store, graph, folder).open("rb") as dump:  # type: ignore[arg-type]
                yield from dump

    return sort_lines(lines(), folder)


def sort_lines(lines: Iterable[bytes], folder: Path) -> Path:
    """A file of the lines in order, none twice."""
    source = iter(lines)
    runs: list[Path] = []
    while run := list(islice(source, RUN)):
        runs.append(folder / f"run{len(runs)}")
        with runs[-1].open("wb") as file:
            file.writelines(sorted(run))
    out = folder / "sorted"
    with ExitStack() as stack, out.open("wb") as file:
        file.writelines(_once(heapq.merge(*(stack.enter_context(run.open("rb")) for run in runs))))
    for run_file in runs:
        run_file.unlink()
    return out


def _once(lines: Iterable[bytes]) -> Iterator[bytes]:
    last = b""
    for line in lines:
        if line != last:
            yield line
        last = line


def _dump(store: Store, graph: Graph, folder: Path) -> Path:
    path = folder / "dump"
    store.dump(path, RdfFormat.N_TRIPLES, from_graph=graph)
    return path
