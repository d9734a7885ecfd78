"""Time the stages of a build on the shipped data: ``python benchmarks/stages.py [RUNS]`` prints medians in seconds."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cemai.graph.store.embedded import write
from cemai.graph.store.inference import infer
from cemai.loaders.collection import SHIPPED, collect
from cemai.queries.audit.engine import audit
from cemai.shapes.gate import check

from cemai.pipeline.build import facts_of, quads

T = TypeVar("T")


def timed(times: dict[str, list[float]], stage: str, work: Callable[[], T]) -> T:
    """Run `work` and note how long it took."""
    began = time.perf_counter()
    result = work()
    times.setdefault(stage, []).append(time.perf_counter() - began)
    return result


def one(times: dict[str, list[float]]) -> None:
    """All stages once, in a temporary store."""
    with tempfile.TemporaryDirectory() as folder:
        collection = timed(times, "read and resolve", lambda: collect([SHIPPED]))
        store = timed(times, "load", lambda: write(Path(folder), quads(collection)))
        timed(times, "inference", lambda: infer(store))
        timed(times, "gate", lambda: check(store))
        timed(times, "audit", lambda: audit(facts_of(collection)))


def main(runs: int = 3) -> None:
    """Print a table of medians."""
    times: dict[str, list[float]] = {}
    for _ in range(runs):
        one(times)
    for stage, found in times.items():
        print(f"{stage:18} {statistics.median(found):6.2f} s")


if __name__ == "__main__":
    main(*(int(a) for a in sys.argv[1:]))
