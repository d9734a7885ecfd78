"""The JSON-LD context: data compacted with it expands back to the same triples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cemai.graph.export.context import context
from cemai.graph.model.fields import FIELDS
from cemai.ontology.namespaces import GRAPH
from cemai.ontology.schema import load
from pyoxigraph import NamedNode, RdfFormat, serialize
from rdflib import Dataset, Graph

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.conftest import Small
from tests.running import Cli

# rdflib's own reader of JSON-LD makes a graph of a class that it has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset).* is deprecated:DeprecationWarning")


def part(kg: KnowledgeGraph, name: str) -> Graph:
    """One named graph of the shipped data, its literals as they are written."""
    data = serialize(
        (q.triple for q in kg.store.quads_for_pattern(None, None, None, NamedNode(GRAPH + name))),
        format=RdfFormat.N_TRIPLES,
    )
    assert data is not None
    return Graph().parse(data=data, format="nt")


@pytest.mark.parametrize("name", ["city-memo-2023", "register", "inferred", "public-acts"])
def test_compacted_data_expands_to_the_same_triples(kg: KnowledgeGraph, name: str) -> None:
    graph = part(kg, name)
    assert len(graph) > 1000
    assert there_and_back(graph) == set(graph)


def test_the_export_compacted_is_the_export(small: Small, tmp_path: Path) -> None:
    """`cemai export rdf --format jsonld`, compacted with `cemai ontology --context`, against the N-Triples export."""
    out = {name: tmp_path / f"graph.{name}" for name in ("jsonld", "ntriples")}
    for name, path in out.items():
        assert small.cli("export", "rdf", "--format", name, "--out", path).status == 0
    exported = Graph().parse(data=out["ntriples"].read_bytes(), format="nt")
    union = Dataset(default_union=True)
    union.parse(data=out["jsonld"].read_bytes(), format="json-ld")
    graph = Graph()
    for triple in union.triples((None, None, None)):
        graph.add(triple)
    assert len(graph) > 4000
    assert set(graph) == set(exported)
    assert there_and_back(graph) == set(exported)


def there_and_back(graph: Graph) -> set[Any]:
    """The triples of a graph after compaction with our context and expansion."""
    written = graph.serialize(format="json-ld", context=context()["@context"], auto_compact=True)
    return set(Graph().parse(data=written, format="json-ld"))


def test_compacted_data_reads_well(kg: KnowledgeGraph) -> None:
    """Short names, no IRIs in full and no types repeated where the context gives them."""
    graph = part(kg, "city-memo-2023")
    document: Any = json.loads(graph.serialize(format="json-ld", context=context()["@context"], auto_compact=True))
    claims = [node for node in document["@graph"] if "claimRank" in node]
    assert claims
    for claim in claims:
        assert set(claim["@type"]) & {"Relation", "Report", "Observation", "Adoption"}, claim
        assert isinstance(claim["recordedAt"], str)
        assert isinstance(claim["subject"], str)
        assert not any(":" in key for key in claim)


def test_every_class_property_and_field_is_a_term() -> None:
    terms = context()["@context"]
    own = {name for name in load().classes | load().properties if ":" not in name and not name.startswith("http")}
    assert own <= set(terms)
    assert {f.property for f in FIELDS} <= set(terms)
    assert terms["recordedAt"]["@type"] == terms["writtenBegin"]["@type"] == "xsd:date"
    assert terms["value"]["@type"] == "xsd:decimal"
    assert terms["adopted"]["@type"] == "@id"
    assert "@type" not in terms["printed"]


def test_the_command_writes_it(cli: Cli, tmp_path: Path) -> None:
    out = tmp_path / "context.jsonld"
    done = cli("ontology", "--context", out)
    assert done.status == 0, done.err
    assert json.loads(out.read_text(encoding="utf-8")) == context()
