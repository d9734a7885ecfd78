"""Time and peak memory of the exports as tables: ``python -m benchmarks.tables STORE [COPIES…]``.

The shipped graph first, then graphs of the same shape with that many copies of it, each in a process of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from cemai.graph.store.embedded import open_read_only
from pyoxigraph import Quad, Store

from benchmarks.growing import grow

_PROGRAM = r"""
import json, re, sys, time
from pathlib import Path
from pyoxigraph import Store
from cemai.crate import export_crate, export_tables
from cemai.kg import KnowledgeGraph
store, out, form = sys.argv[1:]
kg = KnowledgeGraph(Store.read_only(store))
began = time.perf_counter()
if form == "rocrate":
    export_crate(kg, Path(out), unverified=True)
else:
    export_tables(kg, Path(out), form, unverified=True)
seconds = time.perf_counter() - began
bytes_ = sum(p.stat().st_size for p in Path(out).rglob("*") if p.is_file())
peak = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps([seconds, peak, bytes_ / 1e6, len(kg.store)]))
"""


def measured(store: Path) -> Iterator[str]:
    """One line a form: quads, seconds, peak memory, size."""
    for form in ("csv", "parquet", "rocrate"):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([sys.executable, "-c", _PROGRAM, store, Path(folder) / "out", form],
                                  capture_output=True, encoding="utf-8", check=True)  # fmt: skip
        seconds, peak, size, quads = json.loads(done.stdout)
        yield f"{quads:>10,} {form:8} {seconds:7.1f} s {peak:7.0f} MB {size:8.1f} MB written"


def copies(store: Store, number: int) -> Iterator[Quad]:
    """The graph with so many whole copies: a cut one would have claims without their evidence."""
    beyond = f"-copy{number + 1}"
    return takewhile(lambda quad: not quad.subject.value.endswith(beyond), grow(store, sys.maxsize))  # type: ignore[union-attr]


def main(root: Path, numbers: list[int]) -> None:
    """Print the lines."""
    standing = open_read_only(root)
    print("     quads form     seconds  peak memory")
    for number in (0, *numbers):
        with tempfile.TemporaryDirectory() as folder:
            store = Store(folder)
            store.bulk_extend(copies(standing, number))
            store.flush()
            del store
            for line in measured(Path(folder)):
                print(line, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(a) for a in sys.argv[2:]])
