"""What a network says of itself: tiers in their order, sources by weight, and that silence is no denial."""

from __future__ import annotations

from collections import Counter

from cemai.graph.export.network.notes import network_notes
from cemai.graph.export.snapshot import Snapshot
from cemai.graph.rdf.writer import graph_node, node
from cemai.ontology.labels import label
from cemai.ontology.namespaces import RDF, SKOS, term
from pyoxigraph import Literal, NamedNode, Quad, Store


def test_tiers_sources_and_acts_are_told_with_their_numbers() -> None:
    store, graph = Store(), graph_node("made-up")
    for name in "abc":
        store.add(Quad(node(f"source/{name}"), NamedNode(RDF + "type"), NamedNode(term("Source")), graph))
        store.add(
            Quad(node(f"source/{name}"), NamedNode(SKOS + "prefLabel"), Literal(f"{name}文", language="zh"), graph)
        )
    sources = Counter({"source/b": 1, "source/c": 3, "source/a": 1, "policy/x": 2, "policy/y": 1})
    lines = network_notes(Snapshot(store), sources, Counter({"act": 2, "passage": 5, "unverified": 0})).splitlines()
    passage, act = (label("evidence-tier", tier).both() for tier in ("passage", "act"))
    assert lines[0] == f"证据层级 Evidence: {passage} 5; {act} 2"
    told = [line.partition("Source: ")[2] for line in lines if "Source: " in line]
    assert [text[0] for text in told] == ["c", "a", "b"] and [text[-3:] for text in told] == ["(3)", "(1)", "(1)"]
    assert "引用的文件 Acts cited: 3" in lines
    assert "不表示" in lines[-1] and "not a no" in lines[-1]
