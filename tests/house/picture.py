"""The picture in ARCHITECTURE.md, drawn from the imports as they are: ``python -m tests.house.picture`` draws it anew.

Folders are joined where a picture would only grow by them. An arrow that follows from two others is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import networkx as nx

from tests.house.circles import dependencies
from tests.house.rooms import ALLOWED, ROOT

FILE = ROOT / "ARCHITECTURE.md"
BLOCK = re.compile(r"```mermaid\n.*?```\n", re.DOTALL)
# Rooms drawn as one box, folders drawn together, and what is no part of a running program.
WHOLE = ("ontology", "shapes", "viz")
TOGETHER = {"graph/rdf": "graph/store, graph/rdf", "graph/store": "graph/store, graph/rdf"}
LEFT_OUT = ("cemai/docs", "loaders/datasets")
SAYS = {
    "ontology": "classes, properties, concepts with their labels",
    "graph": "errors",
    "graph/model": "claim, entity, dates, names",
    "graph/store, graph/rdf": "quads kept, written, read back",
    "graph/repository": "entities and claims by name or id",
    "graph/diffusion": "order, curve, times",
    "graph/export": "one traversal, many formats",
    "shapes": "the gate",
    "loaders": "dataset folders to claims",
    "loaders/evidence": "spans, texts, coverage",
    "queries": "catalogue, runner, session",
    "queries/answers": "one module a question",
    "queries/ask": "questions in plain words",
    "queries/audit": "what does not fit together",
    "queries/process": "queries of users, within limits",
    "viz": "pages, plots, site: from plain values",
    "cemai": "import cemai",
    "cemai/api": "answers as objects",
    "cemai/pipeline": "build, verify, coverage",
    "cemai/presenters": "answers to what viz draws",
    "cemai/cli": "commands",
}


@cache
def boxes() -> nx.DiGraph:
    """The boxes, and an arrow from each to those that it imports and that no other arrow leads to."""
    graph = nx.DiGraph()
    for module, others in dependencies().items():
        for one, other in ((_box(module), _box(name)) for name in others):
            if one and other and one != other:
                graph.add_edge(one, other)
    return nx.transitive_reduction(graph)


def _box(module: str) -> str | None:
    parts = module.split(".")[1:]
    parts = parts if parts and parts[0] in ALLOWED else ["cemai", *parts]
    if parts[0] in WHOLE:
        return parts[0]
    folder = "/".join(parts[:2])
    name = folder if (ROOT / folder).is_dir() else parts[0]
    return None if name in LEFT_OUT else TOGETHER.get(name, name)


def mermaid() -> str:
    """The picture as Mermaid: a box around each room, arrows from who imports to what is imported."""
    return "\n".join(["```mermaid", "flowchart TD", *_rooms(), *_arrows(), "```", ""])


def _rooms() -> Iterator[str]:
    for room in ("cemai", "viz", "queries", "loaders", "shapes", "graph", "ontology"):
        inside = sorted(name for name in boxes() if name.split("/")[0] == room)
        yield f"  subgraph {room}"
        yield from (f'    {_key(name)}["<b>{name}</b><br/>{SAYS[name]}"]' for name in inside)
        yield "  end"


def _arrows() -> Iterator[str]:
    yield from (f"  {_key(one)} --> {_key(other)}" for one, other in sorted(boxes().edges))


def _key(name: str) -> str:
    """A box's name within Mermaid, which is not that of the room around it."""
    return "b_" + re.sub(r"\W+", "_", name)


if __name__ == "__main__":
    FILE.write_text(BLOCK.sub(lambda _: mermaid(), FILE.read_text(encoding="utf-8")), encoding="utf-8")
