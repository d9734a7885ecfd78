"""The gate as a whole: pySHACL is asked in another way, but it is pySHACL's answer; every store gives the same."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
from cemai.graph.store.embedded import open_read_only
from cemai.ontology.schema import ontology_quads
from cemai.shapes.gate import GateFinding, check, judge
from cemai.shapes.loader import parse_shapes, read_shapes, shape_files, short
from cemai.shapes.pyshacl_view import FocusGraph, as_rdflib, in_memory
from cemai.shapes.readable import SHAPE
from cemai.shapes.rules import RULES, read_rules, tallies
from cemai.shapes.supported import ontology_terms
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SH

HERE = Path(__file__).parent
FIXTURES = sorted((HERE / "bad").glob("*.ttl"))


def loaded(*files: Path) -> Store:
    store = Store()
    for file in files:
        store.load(path=file, format=RdfFormat.TURTLE)
    return store


def shaped(store: Store) -> list[GateFinding]:
    """What shapes and rules find, without what readers need: the fixtures are parts of claims."""
    return [finding for finding in check(store) if finding.shape != SHAPE]


def by_the_book(data: Graph) -> set[tuple[str, ...]]:
    """What pySHACL says of a plain rdflib graph and the shapes as they are written."""
    shapes = Graph()
    for file in shape_files():
        shapes += parse_shapes(file)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    return {
        (short(report.value(r, SH.focusNode)), short(report.value(r, SH.resultPath)), short(report.value(r, SH.value)),
         str(report.value(r, SH.sourceConstraintComponent)).removeprefix(str(SH)),
         str(report.value(r, SH.resultSeverity)).removeprefix(str(SH)).lower(),
         *sorted(str(m) for m in report.objects(r, SH.resultMessage)))
        for r in report.subjects(RDF.type, SH.ValidationResult)
    }  # fmt: skip


def test_the_judge_says_what_pyshacl_says_of_the_shapes_as_written() -> None:
    files = [HERE / "base.ttl", *FIXTURES]
    store, plain = loaded(*files), Graph()
    for quad in store:
        plain.add((as_rdflib(quad.subject), as_rdflib(quad.predicate), as_rdflib(quad.object)))
    found = judge(FocusGraph(store))
    ours = {(f.focus, f.path, f.value, f.constraint, f.severity, *sorted((f.message_zh, f.message_en))) for f in found}
    assert len(ours) > 60
    assert ours == by_the_book(plain)


def test_subclasses_are_judged_too(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text(
        "@prefix cm: <https://w3id.org/cemai/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "cm:Port rdfs:subClassOf cm:City . <https://w3id.org/cemai/id/place/x> a cm:Port .\n"
    )
    assert {f.shape for f in judge(FocusGraph(loaded(tmp_path / "x.ttl")))} == {"DivisionShape"}


def test_a_statement_in_two_named_graphs_counts_once() -> None:
    store = loaded(HERE / "base.ttl", HERE / "ok" / "claim.ttl")
    store.bulk_extend(ontology_quads())
    for graph in ("https://w3id.org/cemai/graph/a", "https://w3id.org/cemai/graph/b"):
        store.update(f"INSERT {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}")
    assert shaped(store) == []


def test_a_store_on_disk_gives_the_same(tmp_path: Path) -> None:
    memory = loaded(HERE / "base.ttl", *FIXTURES)
    disk = Store(str(tmp_path / "store"))
    disk.bulk_extend(memory)
    assert check(disk) == check(memory) == check(memory, on_disk=False) != []
    assert len(in_memory(disk)) == len(memory)


def test_the_shipped_graph_passes_the_gate(graph: Path) -> None:
    store = open_read_only(graph)
    found = check(store)
    assert not [f for f in found if f.severity == "violation"]


def test_one_statement_is_asked_for_as_in_any_graph() -> None:
    graph, plain = FocusGraph(loaded(HERE / "base.ttl")), Graph().parse(HERE / "base.ttl")
    subject, predicate, value = next(t for t in plain if isinstance(t[0], URIRef) and isinstance(t[2], URIRef))
    assert (subject, predicate, value) in graph and (subject, predicate, URIRef("a:none")) not in graph
    assert set(graph.triples((None, predicate, None))) == set(plain.triples((None, predicate, None)))
    assert set(graph.subjects(predicate, value)) == set(plain.subjects(predicate, value))
    assert list(graph.objects(URIRef("a:none"), predicate)) == []


def test_the_view_is_asked_by_property_only() -> None:
    graph = FocusGraph(loaded(HERE / "base.ttl"))
    with pytest.raises(ValueError):
        list(graph.triples((URIRef("https://w3id.org/cemai/id/place/330100"), None, None)))
    assert graph.view.read() == 0


@pytest.mark.parametrize("text", ["2020-02-30", "2020-13-01", "2020", "20200101", ""])
def test_a_day_that_does_not_exist_is_found(text: str) -> None:
    store = loaded(HERE / "base.ttl")
    store.update(
        "PREFIX cm: <https://w3id.org/cemai/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
        f'INSERT DATA {{ <https://w3id.org/cemai/id/place/f> a cm:FormerDivision ; cm:validTo "{text}"^^xsd:date ; '
        "cm:successor <https://w3id.org/cemai/id/place/330100> }"
    )
    assert [(f.shape, f.path) for f in shaped(store)] == [("FormerDivisionShape", "cm:validTo")]


def test_no_rule_names_a_term_that_the_ontology_lacks() -> None:
    store, known = Store(), ontology_terms()
    assert len(read_rules()) == len(list(RULES.glob("*.rq")))
    for rule in read_rules():
        for line in rule.query.splitlines():
            for word in line.partition("#")[0].replace("(", " ").replace(")", " ").split():
                prefix, colon, local = word.partition(":")
                if colon and prefix == "cm" and local and not local.startswith("<"):
                    assert f"https://w3id.org/cemai/ontology#{local.rstrip(';,.')}" in known, f"{rule.name}: {word}"
    assert check(store) == []


def test_the_tallies_count() -> None:
    store = loaded(HERE / "base.ttl", HERE / "ok" / "observation.ttl")
    assert {t.name: t.count for t in tallies(store)} == {
        "caliber-unspecified": 1, "claims": 1, "divisions-without-point": 2, "observations": 1, "unverified": 1,
    }  # fmt: skip


def test_every_message_is_in_both_languages() -> None:
    said = [(s.zh, s.en) for s in read_shapes().by_node.values()] + [(r.zh, r.en) for r in read_rules()]
    for zh, en in said:
        assert any("一" <= c <= "鿿" for c in zh), zh
        assert not any("一" <= c <= "鿿" for c in en.replace("国函", "").replace("号", "")) or "like" in en, en


def test_a_value_that_stands_in_two_graphs_counts_once() -> None:
    """A name in a dataset's graph and inferred again is one name, not two too many."""
    store = Store()
    city, name, zh = NamedNode("http://a/city"), NamedNode("http://a/name"), Literal("甲", language="zh")
    for graph in ("http://a/dataset", "http://a/inferred"):
        store.add(Quad(city, name, zh, NamedNode(graph)))
    values = list(FocusGraph(store).objects(URIRef(city.value), URIRef(name.value)))
    assert [str(v) for v in values] == ["甲"]
