"""networkx, graphology-gexf (Gephi Lite) and Cytoscape.js find all that we wrote."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any

import networkx as nx
import pytest
from cemai.graph.export.networkx import to_networkx

from tests.graph.export.gephi.conftest import Files
from tests.graph.export.gephi.programs import in_node

from . import expected

LOOK = ("r", "g", "b", "size", "x", "y")


def without(data: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}


def plain(graph: Any, node: tuple[str, ...], edge: tuple[str, ...]) -> tuple[Any, Any]:
    """Nodes and edges of a networkx graph as `expected` gives them, without what the format adds."""
    assert graph.is_directed() and graph.is_multigraph()
    nodes = {i: (data["label"], without(data, "label", *node)) for i, data in graph.nodes(data=True)}
    edges = {
        key: (source, target, data["label"], without(data, "label", "weight", *edge))
        for source, target, key, data in graph.edges(keys=True, data=True)
    }  # fmt: skip
    return nodes, edges


def test_multidigraph(files: Files) -> None:
    graph = to_networkx(files.network)
    nodes, edges = plain(graph, ("color", "size", "x", "y"), ())
    assert {i: expected.kept(label) for i, (label, _) in nodes.items()} == {
        i: label for i, (label, _) in expected.nodes(files.network).items()
    }
    assert {e.id: (e.source, e.target, e.label) for e in files.network.edges} == {i: e[:3] for i, e in edges.items()}
    assert graph.graph == {
        "name": files.network.title,
        "modified": files.network.modified,
        "notes": files.network.notes,
    }


def test_networkx_reads_graphml(files: Files) -> None:
    graph = nx.read_graphml(files.graphml)
    assert plain(graph, LOOK, ()) == (expected.nodes(files.network), expected.edges(files.network))
    assert graph.graph["modified"] == files.network.modified


@pytest.mark.parametrize("name", ["flat", "dynamic"])
def test_networkx_reads_gexf(files: Files, name: str) -> None:
    graph = nx.read_gexf(getattr(files, name))
    found = plain(graph, ("viz", "spells"), ("id", "spells"))
    assert found == (expected.nodes(files.network), expected.edges(files.network))


def test_networkx_reads_cytoscape(files: Files) -> None:
    graph = nx.cytoscape_graph(json.loads(files.cytoscape.read_text(encoding="utf-8")))
    nodes = {i: (d["name"], without(d, "id", "value", "name", "color", "size")) for i, d in graph.nodes(data=True)}
    assert nodes == expected.nodes(files.network)
    own = ("id", "key", "source", "target", "interaction", "name", "weight")
    edges = {k: (s, t, d["name"], without(d, *own)) for s, t, k, d in graph.edges(keys=True, data=True)}
    assert edges == expected.edges(files.network)


def test_gephi_lite_reads_the_flat_file(files: Files) -> None:
    opened = in_node(files.flat)
    look = ("color", "size", "x", "y", "z")
    nodes = {i: (n["attributes"]["label"], without(n["attributes"], "label", *look)) for i, n in opened.nodes.items()}
    assert nodes == expected.nodes(files.network)
    edges = {
        i: (
            e["source"],
            e["target"],
            e["attributes"]["label"],
            without(e["attributes"], "label", "kind", "weight", "color"),
        )
        for i, e in opened.edges.items()
    }
    assert edges == expected.edges(files.network)


def test_cytoscape_js_reads_its_file(files: Files) -> None:
    opened = in_node(files.cytoscape)
    nodes = {i: (n["attributes"]["name"], n["position"]) for i, n in opened.nodes.items()}
    assert nodes == {n.id: (expected.kept(n.label), {"x": n.x, "y": -n.y}) for n in files.network.nodes}
    assert {e["attributes"]["key"]: (e["source"], e["target"]) for e in opened.edges.values()} == {
        e.id: (e.source, e.target) for e in files.network.edges
    }


@pytest.fixture
def long_fields() -> Iterator[None]:
    """Let the csv module read fields of 60 kB."""
    before = csv.field_size_limit(200_000)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("long_fields")
def test_tables_say_the_same(files: Files) -> None:
    tables: tuple[dict[str, Any], ...] = expected.nodes(files.network), expected.edges(files.network)
    for path, told in zip(files.tables, tables, strict=True):
        with path.open(encoding="utf-8", newline="") as file:
            rows = {row["Id"]: row for row in csv.DictReader(file, strict=True)}
        assert rows.keys() == told.keys()
        for id_, (*_, label, values) in told.items():
            assert rows[id_]["Label"] == label
            assert {name: rows[id_][name] for name in values} == {name: str(value) for name, value in values.items()}
