"""Time the commands that users wait for: ``python benchmarks/commands.py [RUNS]`` prints medians of whole processes.

Builds a graph in a temporary folder first. Aims of the first issue, on 2 cores: help 0.3 s, trace 0.5 s, build 10 s.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CEMAI = Path(sys.executable).with_name("cemai")
COMMANDS = (
    ("build", ["build"]),
    ("--help", ["--help"]),
    ("trace 1210", ["trace", "1210"]),
    ("trace 六体系两平台", ["trace", "六体系两平台"]),
    ("show 杭州", ["show", "杭州"]),
    ("query zones/by-province", ["query", "zones/by-province"]),
    ("view trace 1210", ["view", "trace", "1210", "--out", "trace.html"]),
    ("export rdf", ["export", "rdf", "--out", "graph.trig"]),
    ("export claims", ["export", "claims", "--out", "claims.jsonl"]),
)


def seconds(arguments: list[str], folder: Path) -> float:
    """Wall time of one run of the command in `folder`."""
    began = time.perf_counter()
    environment = os.environ | {"CEMAI_STORE": str(folder / "store")}
    subprocess.run([CEMAI, *arguments], cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - began


def main(runs: int = 5) -> None:
    """Print a table of medians, minima and maxima in seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"{'command':28} median    min    max   ({runs} runs, {os.cpu_count()} cores)")
        for label, arguments in COMMANDS:
            times = [seconds(arguments, folder) for _ in range(runs)]
            print(f"{label:28} {statistics.median(times):6.2f} {min(times):6.2f} {max(times):6.2f}")


if __name__ == "__main__":
    main(*(int(a) for a in sys.argv[1:]))
