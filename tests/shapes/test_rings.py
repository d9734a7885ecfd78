"""Rings: whatever leads back to its start is told member by member; a chain, a tree and a diamond are none."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from cemai.graph.rdf.foreign import IMPORTED
from cemai.graph.rdf.writer import A, graph_node, node, prop
from cemai.shapes.rings import Edge, find_rings, ring_findings
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from tests.making import Cells, Folder, mini
from tests.running import Inside

GRAPH = graph_node("test")
NAME = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")


def store_of(*claims: tuple[str, str, str], rank: str = "normal", learned: str | None = None) -> Store:
    """Claims of a subject, a predicate and an object, each thing named by its key in capital letters."""
    store = Store()
    for number, (subject, predicate, object_) in enumerate(claims):
        me = node(f"claim/set/relations/r{number}")
        said = {"subject": node(subject), "predicate": prop(predicate), "claimRank": node(f"claim-rank/{rank}"),
                "object": node(learned or object_)}  # fmt: skip
        if learned:
            said["learnedFrom"] = node(object_)
        store.extend(Quad(me, prop(name), value, GRAPH) for name, value in said.items())
        for thing in (subject, object_):
            store.add(Quad(node(thing), NAME, Literal(thing.rpartition("/")[2].upper(), language="zh"), GRAPH))
    return store


def circle(size: int, predicate: str) -> list[tuple[str, str, str]]:
    """A ring of so many things."""
    things = [f"policy/p{number:04}" for number in range(size)]
    return [(start, predicate, end) for start, end in pairwise([*things, things[0]])]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 300])
@pytest.mark.parametrize("predicate", ["within", "partOf", "hasPart", "predecessorOf", "follows", "successor", "cites"])
def test_a_ring_of_any_length_is_told_member_by_member(predicate: str, size: int) -> None:
    [found] = ring_findings(store_of(*circle(size, predicate)))
    told = found["message_en"].partition(": ")[2].split(" → ")
    members = [f"P{number:04} (policy/p{number:04})" for number in range(size)]
    order = members[::-1] if predicate == "hasPart" else members
    start = order.index(told[0])
    assert told == [*order[start:], *order[:start], told[0]]
    assert found["severity"] == ("warning" if predicate == "cites" else "violation")
    assert found["focus"].startswith("claim/set/relations/r") and told[0] in found["message_zh"]


@pytest.mark.parametrize("size", [1, 2, 5])
def test_who_learned_from_himself_within_one_innovation(size: int) -> None:
    [found] = ring_findings(store_of(*circle(size, "adopted"), learned="innovation/1210"))
    assert found["path"] == "cm:learnedFrom" and "innovation/1210" in found["message_en"]
    assert found["message_en"].count(" → ") == size


def test_two_may_learn_from_each_other_what_is_not_the_same() -> None:
    store = store_of(("place/a", "adopted", "place/b"), learned="innovation/1210")
    other = node("claim/set/adoptions/x")
    for name, value in (("subject", "place/b"), ("object", "innovation/9610"), ("learnedFrom", "place/a")):
        store.add(Quad(other, prop(name), node(value), GRAPH))
    assert not list(ring_findings(store))


@pytest.mark.parametrize(
    "claims",
    [
        [("policy/a", "follows", "policy/b"), ("policy/b", "follows", "policy/c")],
        [("policy/a", "follows", "policy/b"), ("policy/b", "follows", "policy/d"), ("policy/a", "follows", "policy/c"),
         ("policy/c", "follows", "policy/d")],
        [("policy/a", "follows", "policy/b"), ("policy/b", "cites", "policy/a")],
        [("policy/a", "partOf", "policy/b"), ("policy/b", "hasPart", "policy/a")],
        [("org/a", "partnerOf", "org/a")],
    ],
    ids=["chain", "diamond", "two relations", "one tie from both ends", "a relation that may"],
)  # fmt: skip
def test_no_ring_where_there_is_none(claims: list[tuple[str, str, str]]) -> None:
    assert not list(ring_findings(store_of(*claims)))


def test_a_property_below_and_an_inverse_close_a_ring() -> None:
    [found] = ring_findings(store_of(("place/a", "inProvince", "place/b"), ("place/b", "within", "place/a")))
    assert found["path"] == "cm:within"
    [found] = ring_findings(store_of(("org/a", "partOf", "org/b"), ("org/a", "hasPart", "org/b")))
    assert found["message_en"].endswith("A (org/a) → B (org/b) → A (org/a)")


def test_what_is_deprecated_makes_no_ring() -> None:
    assert not list(ring_findings(store_of(*circle(3, "follows"), rank="deprecated")))


def test_edges_without_claims_close_a_ring_but_derived_ones_do_not() -> None:
    for graph, rings_ in ((IMPORTED, 1), (graph_node("inferred"), 0)):
        store = Store()
        for start, end in (("place/a", "place/b"), ("place/b", "place/a")):
            store.add(Quad(node(start), prop("within"), node(end), graph))
            store.add(Quad(node(start), A, prop("Place"), graph))
        assert len(list(ring_findings(store))) == rings_


def steps(pairs: list[tuple[int, int]]) -> list[Edge]:
    return [Edge(f"{start:02}", f"{end:02}", "claim") for start, end in pairs]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30))
def test_rings_are_rings_and_none_is_missed(pairs: list[tuple[int, int]]) -> None:
    """Against the rank of a topological order: there is a ring if and only if nothing can be ordered."""
    edges = steps(pairs)
    found = find_rings(edges)
    for ring in found:
        assert set(ring) <= set(edges)
        assert all(one.end == two.start for one, two in pairwise([*ring, ring[0]]))
        assert len({edge.start for edge in ring}) == len(ring)
    left = set(pairs)
    while free := {pair for pair in left if pair[0] not in {end for _, end in left}}:
        left -= free
    assert bool(found) == bool(left)


def spoiled(**changes: list[Cells]) -> Folder:
    folder = mini()
    folder.meta["tables"].append({"file": "relations.csv", "kind": "Relation"})
    folder.tables["things"] += [
        {"id": f"policy/act-{name}", "class": "Policy", "name_zh": f"文件{name}", "aliases_zh": ""} for name in "abc"
    ]
    folder.tables |= changes
    return folder


def test_a_build_stops_at_a_ring_and_names_file_and_row(tmp_path: Path) -> None:
    rows = [{"key": f"r{start}", "subject": f"policy/act-{start}", "predicate": "follows",
             "object": f"policy/act-{end}", "evidence_tier": "act", "source": "policy/act-b"}
            for start, end in ("ab", "bc", "ca")]  # fmt: skip
    folder = spoiled(relations=rows).write(tmp_path)
    said = Inside(tmp_path / "store")("build", "--data", folder).complaint
    assert "relations.csv, row" in said
    assert "文件a (policy/act-a) → 文件b (policy/act-b) → 文件c (policy/act-c) → 文件a (policy/act-a)" in said


def test_a_ring_of_citations_is_built_and_told(tmp_path: Path) -> None:
    rows = [{"key": "self", "subject": "policy/act-a", "predicate": "cites", "object": "policy/act-a",
             "evidence_tier": "act",
             "source": "policy/act-b"}]  # fmt: skip
    inside = Inside(tmp_path / "store")
    done = inside("build", "--data", spoiled(relations=rows).write(tmp_path))
    assert done.status == 0, done.err
    rows = inside.rows("validate")
    assert [(row["shape"], row["severity"]) for row in rows if row["shape"] == "Ring"] == [("Ring", "warning")]
