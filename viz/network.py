"""A network as one offline page: pyvis makes nodes and edges, our template shows them, nothing is loaded from outside.

Positions are computed beforehand and physics is off. Labels are data, never markup: they travel as JSON and are
written as text nodes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from importlib.resources import files

# Okabe and Ito's colours, told apart by colour-blind readers.
COLOURS = {
    "innovation": "#D55E00", "act": "#0072B2", "city": "#009E73", "customs": "#56B4E9", "group": "#CC79A7",
    "organisation": "#E69F00", "other": "#7F7F7F",
}  # fmt: skip
SHAPES = {"innovation": "star", "act": "square", "group": "diamond", "customs": "triangle"}
HUBS = ("innovation", "act", "group", "other")
# A label of three characters is about LABEL wide; leaves stand in STAGGER rows so that neighbours do not collide.
# A hub gets the room of HUB leaves at least.
LABEL, STAGGER, ROW, HUB = 44.0, 3, 74.0, 6


@dataclass(frozen=True)
class Fact:
    """One statement as the panel shows it. `words` is the passage where the text was at hand."""

    claim: str
    subject: str
    role: str
    what: str
    date: str
    kind: str
    act: str
    tier: str
    confidence: str
    locator: str
    words: str = ""


@dataclass(frozen=True)
class NetNode:
    """A node: `kind` picks colour and shape; `parent` is the node it is drawn around."""

    id: str
    label: str
    label_en: str
    kind: str
    parent: str | None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class NetEdge:
    """An edge with its role; `solid` is false where every statement behind it is unverified."""

    source: str
    target: str
    role: str
    solid: bool


@dataclass(frozen=True)
class NetPage:
    """Everything the page shows. `notes` are lines on sources, dates and limits, each in both languages."""

    title: str
    subtitle: str
    nodes: tuple[NetNode, ...]
    edges: tuple[NetEdge, ...]
    notes: tuple[str, ...] = field(default=())


def positions(nodes: Sequence[NetNode]) -> dict[str, tuple[float, float]]:
    """Rings around the root: each child gets a sector as wide as the number of leaves below it."""
    import networkx as nx

    tree = nx.DiGraph()
    tree.add_nodes_from(n.id for n in nodes)
    tree.add_edges_from((n.parent, n.id) for n in nodes if n.parent is not None)
    roots = [n.id for n in nodes if n.parent is None]
    leaves = {n: max(1 if leaf(tree, n) else HUB, sum(leaf(tree, d) for d in nx.descendants(tree, n))) for n in tree}
    ring = max(220.0, sum(leaves[r] for r in roots) * LABEL / math.tau / 2)
    found: dict[str, tuple[float, float]] = {}
    todo: list[tuple[str, float, float, int]] = [(r, 0.0, math.tau, 0) for r in roots]
    while todo:
        node, begin, end, depth = todo.pop()
        angle = (begin + end) / 2
        radius = depth * ring + _row(len(found)) if leaf(tree, node) else depth * ring * (1 if len(found) % 2 else 0.7)
        found[node] = (round(radius * math.cos(angle), 1), round(radius * math.sin(angle), 1))
        children = list(tree.successors(node))
        total, at = sum(leaves[c] for c in children), begin
        for child in children:
            width = (end - begin) * leaves[child] / total
            todo.append((child, at, at + width, depth + 1))
            at += width
    return found


def leaf(tree: object, node: str) -> bool:
    """Whether nothing is drawn around a node."""
    return bool(tree.out_degree(node) == 0)  # type: ignore[attr-defined]


def _row(number: int) -> float:
    return number % STAGGER * ROW


def render(page: NetPage) -> str:
    """The page as HTML text."""
    from jinja2 import Environment, FileSystemLoader
    from pyvis.network import Network

    net = Network(height="100%", width="100%", directed=True)
    place = positions(page.nodes)
    ids = {n.id: _hashed(n.id) for n in page.nodes}
    for node in page.nodes:
        x, y = place[node.id]
        net.add_node(
            ids[node.id], label=_short(node.label), x=x, y=y, physics=False, kind=node.kind,
            color=COLOURS.get(node.kind, COLOURS["other"]), shape=SHAPES.get(node.kind, "dot"),
            size=26 if node.kind == "innovation" else 12, font={"size": 30 if node.kind in HUBS else 25},
        )  # fmt: skip
    for edge in page.edges:
        net.add_edge(ids[edge.source], ids[edge.target], dashes=not edge.solid, role=edge.role)
    net.toggle_physics(False)
    templates = files("cemai.viz") / "templates"
    net.templateEnv = Environment(loader=FileSystemLoader(str(templates)), autoescape=True)
    script = (templates / "network.js").read_text(encoding="utf-8")
    library = (files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")
    net.templateEnv.globals |= {
        "page": page, "script": script, "library": library, "colours": COLOURS,
        "policy": _policy([library, script]), "data": _json(_data(net, page, ids)),
        "kinds": [k for k in COLOURS if any(n.kind == k for n in page.nodes)],
    }  # fmt: skip
    net.path = "network.html"
    return str(net.generate_html())


def _data(net: object, page: NetPage, ids: dict[str, str]) -> dict[str, object]:
    nodes, edges = net.get_network_data()[:2]  # type: ignore[attr-defined]
    details = {
        ids[n.id]: {"id": n.id, "label": n.label, "en": n.label_en, "facts": [asdict(f) for f in n.facts]}
        for n in page.nodes
    }
    return {"nodes": nodes, "edges": edges, "details": details}


def _hashed(node: str) -> str:
    """An id that is safe in every place where pyvis writes it."""
    return "n" + hashlib.sha256(node.encode()).hexdigest()[:16]


def _short(label: str, most: int = 18) -> str:
    return label if len(label) <= most else label[: most - 1] + "…"


def _json(data: object) -> str:
    """JSON that cannot end the script element that holds it."""
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _policy(scripts: Iterable[str]) -> str:
    """Content-Security-Policy: only these scripts run, nothing is fetched."""
    digests = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    allowed = " ".join(f"'sha256-{d}'" for d in digests)
    return f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
