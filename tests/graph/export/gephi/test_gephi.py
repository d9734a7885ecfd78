"""The Gephi Toolkit opens every file without a complaint and finds all that we wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.graph.export.gephi.conftest import Files
from tests.graph.export.gephi.programs import Gephi, Opened

from . import expected


def same(opened: Opened, files: Files) -> None:
    """Nodes and edges with their labels and all values, parallel edges apart."""
    assert opened.issues == ()
    assert {i: (n["label"], n["values"]) for i, n in opened.nodes.items()} == expected.nodes(files.network)
    found = {i: (e["source"], e["target"], e["label"], e["values"]) for i, e in opened.edges.items()}
    assert found == expected.edges(files.network)
    assert all(edge["directed"] for edge in opened.edges.values())


@pytest.fixture(scope="module")
def opened(gephi: Gephi, files: Files) -> dict[str, Opened]:
    """All files of a network, opened one after the other in one run of Gephi."""
    groups: dict[str, tuple[str | Path, ...]] = {
        "dynamic": ("keep", files.dynamic), "flat": ("keep", files.flat), "graphml": ("keep", files.graphml),
        "tables": ("keep", *files.tables), "merged": ("merge", files.dynamic),
    }  # fmt: skip
    return dict(zip(groups, gephi(*groups.values()), strict=True))


@pytest.fixture(scope="module")
def dynamic(opened: dict[str, Opened]) -> Opened:
    return opened["dynamic"]


def test_the_dynamic_file_is_whole(dynamic: Opened, files: Files) -> None:
    same(dynamic, files)
    assert {i: (e["kind"], e["weight"]) for i, e in dynamic.edges.items()} == {
        e.id: (e.kind, e.weight) for e in files.network.edges
    }


def test_spells_and_the_time_of_the_timeline(dynamic: Opened, files: Files) -> None:
    network = files.network
    for element in (*network.nodes, *network.edges):
        opened = (dynamic.edges if element.id in dynamic.edges else dynamic.nodes)[element.id]
        assert opened["spells"] == ([[element.begin, element.end]] if element.begin or element.end else [])
    assert dynamic.time == network.interval


def test_colours_sizes_and_positions(dynamic: Opened, files: Files) -> None:
    for node in files.network.nodes:
        colour, *rest = dynamic.nodes[node.id]["look"]
        assert colour == node.colour
        assert rest == pytest.approx([node.size, node.x, node.y], rel=1e-6)


def test_the_flat_file_is_whole(opened: dict[str, Opened], files: Files) -> None:
    flat = opened["flat"]
    same(flat, files)
    assert not any(e["spells"] for e in (*flat.nodes.values(), *flat.edges.values()))


def test_graphml_is_whole(opened: dict[str, Opened], files: Files) -> None:
    found = opened["graphml"]
    same(found, files)
    assert {i: e["weight"] for i, e in found.edges.items()} == {e.id: e.weight for e in files.network.edges}
    assert {n["look"][0] for n in found.nodes.values()} == {n.colour for n in files.network.nodes}


def test_tables_have_the_columns_of_gephis_import(opened: dict[str, Opened], files: Files) -> None:
    """Gephi trims the cells of tables."""
    found = opened["tables"]
    assert found.issues == ()
    labels = {n.id: expected.kept(n.label).strip() for n in files.network.nodes}
    assert {i: n["label"] for i, n in found.nodes.items()} == labels
    assert {i: (e["source"], e["target"], e["label"], e["weight"]) for i, e in found.edges.items()} == {
        e.id: (e.source, e.target, expected.kept(e.label).strip(), e.weight) for e in files.network.edges
    }


def test_without_the_advice_of_the_readme_parallel_edges_are_lost(opened: dict[str, Opened], files: Files) -> None:
    """The README tells to choose "Don't merge"; here is why."""
    merged = opened["merged"]
    assert len(merged.edges) == len({(e.source, e.target, e.kind) for e in files.network.edges})
