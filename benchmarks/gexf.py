"""A network of a million edges to dynamic GEXF: our writer against networkx's, each in a process of its own.

python -m benchmarks.gexf                    ours at 1,000,000 edges, networkx at 200,000 and five times that
python -m benchmarks.gexf --peer 1000000     networkx in full, too (some minutes, some GB)

The same nodes, edges, attributes, spells, colours and positions go to both. Our time holds the making of the rows, for
they are streamed; networkx's time is that of `write_gexf` alone, its memory holds the graph that it needs.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cemai.graph.export.gexf import write_gexf
from cemai.graph.export.network.exporter import NODE_COLUMNS
from cemai.graph.export.network.rows import Network, NetworkEdge, NetworkNode
from cemai.graph.export.network.ties import EDGE_COLUMNS

EDGES_A_NODE = 10


class Made:
    """Edges in the shape of the shipped ones, made as they are asked for."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[NetworkEdge]:
        nodes = self.count // EDGES_A_NODE
        for i in range(self.count):
            day = f"{2012 + i % 14}-{1 + i % 12:02d}-01"
            end = f"{2026 + i % 3}-06-30" if i % 20 == 0 else None
            values = (
                "adopted", "adopted", "passage", day, end, 2012 + i % 14, "2015年3月", day, day, "month", "started",
                f"policy/act-{i % 500}", None, i % 7, None, "made-up",
            )  # fmt: skip
            ends = f"place/{i % nodes}", f"innovation/{i * 7919 % nodes}"
            yield NetworkEdge(f"made-up/adoptions/row-{i}", *ends, "adopted", "采用", 1, values, day, end)


def network(count: int) -> Network:
    """A fifth as many nodes as edges, half of them places."""
    values = (
        "name",
        "City",
        "Actor|Area|City|Entity|Place",
        "浙江省",
        30.25,
        120.2,
        9,
        "2015-03-07",
        "2015-03-07",
        None,
        2015,
    )
    nodes = [
        NetworkNode(f"{kind}/{i}", f"第{i}号“{kind}”&", values, "2015-03-07", None, "#009E73", 10.3, i / 7, i / 11)
        for kind in ("place", "innovation")
        for i in range(count // EDGES_A_NODE)
    ]
    days = ("2012-01-01", "2028-06-30")
    return Network("benchmark", NODE_COLUMNS, EDGE_COLUMNS, nodes, Made(count), "2026-01-01", "", days)


def ours(count: int, path: Path) -> tuple[float, float]:
    """Seconds by the clock and of the processor that our writer takes."""
    made = network(count)
    began = time.perf_counter(), time.process_time()
    write_gexf(path, made, spells=True)
    return time.perf_counter() - began[0], time.process_time() - began[1]


def networkx(count: int, path: Path) -> tuple[float, float]:
    """The same for networkx's writer and a graph that stands."""
    from networkx import MultiDiGraph, write_gexf

    made, graph = network(count), MultiDiGraph(mode="dynamic")
    for node in made.nodes:
        r, g, b = (int(node.colour[at : at + 2], 16) for at in (1, 3, 5))
        look = {
            "color": {"r": r, "g": g, "b": b, "a": 1.0},
            "size": node.size,
            "position": {"x": node.x, "y": node.y, "z": 0},
        }
        graph.add_node(node.id, label=node.label, viz=look, **_given(made.node_columns, node))
    for edge in made.edges:
        own = _given(made.edge_columns, edge)
        graph.add_edge(edge.source, edge.target, edge.id, id=edge.id, weight=edge.weight, label=edge.label, **own)
    began = time.perf_counter(), time.process_time()
    write_gexf(graph, path, version="1.3")
    return time.perf_counter() - began[0], time.process_time() - began[1]


def _given(columns: Any, row: NetworkNode | NetworkEdge) -> dict[str, Any]:
    found = {c.name: v for c, v in zip(columns, row.values, strict=True) if v is not None}
    return found | {"spells": [(row.begin, row.end)]}


def measured(writer: str, count: int) -> dict[str, float]:
    """Seconds by the clock and of the processor, peak MB and MB written, in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.gexf", "--child", writer, "--edges", str(count)],
                          check=True, capture_output=True)  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found


def child(writer: str, count: int) -> None:
    """Write once and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.gexf"
        clock, cpu = {"ours": ours, "networkx": networkx}[writer](count, path)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"clock": clock, "cpu": cpu, "peak": peak, "file": path.stat().st_size / 2**20}))


def main() -> None:
    """Print both writers' figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--peer", type=int, default=200_000)
    parser.add_argument("--child", choices=["ours", "networkx"])
    given = parser.parse_args()
    if given.child:
        child(given.child, given.edges)
        return
    mine, peer = measured("ours", given.edges), measured("networkx", given.peer)
    for name, count, found in (("ours", given.edges, mine), ("networkx", given.peer, peer)):
        seconds = f"{found['clock']:7.1f} s, {found['cpu']:.1f} s CPU"
        print(f"{name:9}{count:10,} edges {seconds:24} {found['peak']:6.0f} MB peak {found['file']:5.0f} MB file")
    times = given.edges / given.peer
    scaled = "" if times == 1 else f" (its time times {times:g})"
    clock, cpu = (peer[name] * times / mine[name] for name in ("clock", "cpu"))
    print(f"networkx takes {clock:.1f} times as long by the clock, {cpu:.1f} times of the processor{scaled}")


if __name__ == "__main__":
    main()
