"""Every query of the catalogue: milliseconds in process, against raw pyoxigraph and against rdflib.

``python -m benchmarks.queries STORE [--without-rdflib] [--cpu] [--triples 1000000]``, a store that `cemai build` made.
Parameters are those of tests/queries/known.yml. Times are the least of several runs, ours and the store's by turns so
that other work on the machine falls on both; rdflib runs once, and no longer than LIMIT seconds. `--cpu` counts
processor time, on a machine that has other work; a query runs in one thread.
"""

from __future__ import annotations

import argparse
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cemai.queries.catalogue import Query
from cemai.queries.runner import Term, run
from pyoxigraph import Store, Variable

from benchmarks.growing import grow
from benchmarks.timing import asked, least
from cemai.api.knowledge_graph import KnowledgeGraph

ALLOWED_MS, ALLOWED_RATIO, ALLOWED_OVER_MS, ALLOWED_LARGE_S = 50.0, 1.5, 2.0, 2.0
LIMIT, RUNS = 3, 9
Clock = Callable[[], float]


@dataclass(frozen=True)
class Timing:
    """Milliseconds of one query: with the runner, the text given straight to the store, rdflib (None: not run)."""

    name: str
    rows: int
    mine: float
    raw: float
    rdflib: float | None

    @property
    def fits(self) -> bool:
        """Whether it keeps the bounds of the issue for the shipped graph."""
        near = self.mine <= self.raw * ALLOWED_RATIO or self.mine <= self.raw + ALLOWED_OVER_MS
        return self.mine < ALLOWED_MS and near


def raw(store: Store, query: Query, bound: dict[str, Term]) -> int:
    """The same text given straight to the store, its rows read to the end."""
    values = {Variable(name): term for name, term in bound.items()}
    found = store.query(query.text, use_default_graph_as_union=True, substitutions=values)  # type: ignore[arg-type]
    return sum(1 for _ in found)  # type: ignore[union-attr, misc]


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Stop the block with TimeoutError when it takes longer."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def with_rdflib(store: Store, clock: Clock) -> Callable[[Query, dict[str, Term]], float]:
    """The time of a query on an in-memory Dataset of rdflib; infinite beyond the limit."""
    from tests.queries.engines import in_rdflib, to_rdflib

    dataset = in_rdflib(store)

    def took(query: Query, bound: dict[str, Term]) -> float:
        began = clock()
        try:
            with within(LIMIT):
                list(dataset.query(query.text, initBindings={n: to_rdflib(t) for n, t in bound.items()}))
        except TimeoutError:
            return float("inf")
        return (clock() - began) * 1000

    return took


def measure(kg: KnowledgeGraph, clock: Clock, *, rdflib: bool) -> list[Timing]:
    """The timings of all queries on a graph."""
    slow = with_rdflib(embedded(kg), clock) if rdflib else None
    timings = []
    for query, bound in asked(kg):
        mine = plain = float("inf")
        for _ in range(RUNS):
            took, rows = least(lambda q=query, b=bound: len(run(embedded(kg), q, b).rows), 1, clock)  # type: ignore[misc]
            mine = min(mine, took)
            plain = min(plain, least(lambda q=query, b=bound: raw(embedded(kg), q, b), 1, clock)[0])  # type: ignore[misc]
        timings.append(Timing(query.name, rows, mine, plain, slow(query, bound) if slow else None))
    return timings


def table(timings: list[Timing]) -> Iterator[str]:
    """The timings as lines, the slowest first."""
    yield f"{'query':34} {'rows':>6} {'ms':>8} {'raw ms':>8} {'ms/raw':>6} {'rdflib ms':>10} {'rdflib/ms':>9}"
    for t in sorted(timings, key=lambda t: -t.mine):
        mark = "" if t.fits else "  over the bound"
        yield f"{t.name:34} {t.rows:6} {t.mine:8.2f} {t.raw:8.2f} {t.mine / t.raw:6.2f} {_beside(t)}{mark}"
    over = [t.name for t in timings if not t.fits]
    bounds = f"{ALLOWED_MS} ms or {ALLOWED_RATIO} times raw (+{ALLOWED_OVER_MS} ms)"
    yield f"{len(timings)} queries, {len(over)} over {bounds}: {over}"


def _beside(timing: Timing) -> str:
    """The time of rdflib and how many times longer that is; ``>`` where it was stopped."""
    if timing.rdflib is None:
        return f"{'':>10} {'':>9}"
    stopped = timing.rdflib == float("inf")
    took, sign = (LIMIT * 1000, ">") if stopped else (timing.rdflib, "")
    return f"{f'{sign}{took:.0f}':>10} {f'{sign}{took / timing.mine:.0f}':>9}"


def large(kg: KnowledgeGraph, clock: Clock, size: int) -> Iterator[str]:
    """The same queries on a grown graph, once each, the slowest first."""
    with tempfile.TemporaryDirectory() as name:
        began = time.perf_counter()
        store = Store(name)
        store.bulk_extend(grow(embedded(kg), size))
        store.optimize()
        yield f"{len(store)} quads made in {time.perf_counter() - began:.0f} s"
        timings = []
        for query, bound in asked(kg):
            took, rows = least(lambda q=query, b=bound: len(run(store, q, b).rows), 1, clock)  # type: ignore[misc]
            timings.append((took / 1000, query.name, rows))
        for seconds, query_name, rows in sorted(timings, reverse=True):
            yield f"{query_name:34} {rows:7} {seconds:7.3f} s{'  over the bound' if seconds > ALLOWED_LARGE_S else ''}"


def embedded(kg: KnowledgeGraph) -> Store:
    """The store of a graph that is held on this machine."""
    if not isinstance(kg.store, Store):
        raise SystemExit("give a folder: a server is not timed here")
    return kg.store


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--without-rdflib", action="store_true")
    parser.add_argument("--cpu", action="store_true")
    parser.add_argument("--triples", type=int, default=0)
    wanted = parser.parse_args()
    kg = KnowledgeGraph.open(wanted.store)
    clock: Clock = time.process_time if wanted.cpu else time.perf_counter
    if wanted.triples:
        print(*large(kg, clock, wanted.triples), sep="\n")
    else:
        print(*table(measure(kg, clock, rdflib=not wanted.without_rdflib)), sep="\n")


if __name__ == "__main__":
    main()
