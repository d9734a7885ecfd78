"""The shipped datasets against the ontology: claims fit their properties, HermiT finds no contradiction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from cemai.graph.model.statement import Claim
from cemai.graph.rdf.writer import claim_quads, graph_node, node, prop, thing_quads
from cemai.loaders.collection import Collection, collect
from cemai.ontology.schema import files, load
from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import OWL, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

from tests.ontology.judge import judge

CM = Namespace("https://w3id.org/cemai/ontology#")
DATASETS = Path(__file__).parents[2] / "loaders" / "datasets"


@cache
def shipped() -> Collection:
    return collect([DATASETS])


@cache
def ontology() -> Graph:
    graph = Graph()
    for path in files():
        graph.parse(path)
    return graph


@cache
def wanted(predicate: str, end: URIRef) -> frozenset[str]:
    """The classes that a property's domain or range names; empty when it has none."""
    value = ontology().value(CM[predicate], end)
    if value is None:
        return frozenset()
    union = ontology().value(value, OWL.unionOf)
    members: list[Node] = [value] if union is None else list(RdfList(ontology(), union))
    return frozenset(str(m).removeprefix(CM) for m in members)


def fits(classes: tuple[str, ...], predicate: str, end: URIRef) -> bool:
    return any(load().is_a(name, wanted(predicate, end)) for name in classes)


def misfits(claims: list[Claim], classes: Mapping[str, tuple[str, ...]]) -> Counter[str]:
    """Claims whose subject or object is not of a class that the property asks for, counted by fault."""
    found: Counter[str] = Counter()
    for claim in claims:
        for end, thing in ((RDFS.domain, claim.subject), (RDFS.range, claim.object)):
            if thing and not fits(classes[thing], claim.predicate, end):
                fault = f"{claim.predicate}: {'|'.join(classes[thing])} is not in its {end.fragment}"
                found[fault] += 1
    return found


def test_each_claim_fits_domain_and_range_of_its_property() -> None:
    """Closed world: what a reasoner would quietly infer (a market, a member) must be stated here."""
    classes = {t.id: t.classes for things in shipped().things.values() for t in things}
    assert misfits(shipped().all_claims(), classes) == Counter()


def test_a_misfit_is_found() -> None:
    claim = Claim(id="d/t/1", kind="Adoption", dataset="d", key="1", subject="measure/m", predicate="adopted",
                  object="innovation/1210")  # fmt: skip
    classes = {"measure/m": ("Measure",), "innovation/1210": ("SupervisionMode",)}
    assert misfits([claim], classes) == Counter({"adopted: Measure is not in its domain": 1})


def test_shipped_data_is_consistent_and_owl_2_dl(tmp_path: Path) -> None:
    """Things, claims and every edge that a claim could give, even of claims that do not rank for one."""
    graph = graph_node("data")
    quads = [q for things in shipped().things.values() for t in things for q in thing_quads(t, graph)]
    for claim in shipped().all_claims():
        quads += claim_quads(claim, graph)
        if claim.object:
            edge = node(claim.subject), prop(claim.predicate), node(claim.object)
            quads.append(Quad(*edge, graph))
    data = serialize((q.triple for q in quads), format=RdfFormat.N_TRIPLES)
    assert data is not None
    verdict = judge(tmp_path, {"data": Graph().parse(data=data, format="nt")})["data"]
    assert verdict.violations == ()
    assert verdict.consistent
