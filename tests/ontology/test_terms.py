"""The files parse, import one another without a circle, and hold every term that code writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from itertools import product
from pathlib import Path

import pytest
from cemai.graph.model.field import Field
from cemai.graph.model.fields import FIELDS
from cemai.graph.model.statement import KINDS
from cemai.ontology.schema import alignment_files, files, load
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.term import Node

CM = Namespace("https://w3id.org/cemai/ontology#")
ROOT = "https://w3id.org/cemai/ontology"
PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
PLACE_CLASSES = ("City", "Province", "County", "Town", "FunctionalArea", "FormerDivision")


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


THING_PROPERTIES = words("""
    nameKey nameEnBasis note code codeVersion level inProvince within validTo successor publisherName interest
    writtenBegin writtenEnd sha256 textProfile
""")
EVIDENCE_PROPERTIES = words("evidence source evidenceNumber page inSource start end sha256")
RELATIONS = words("""
    issued documentNumber dated partOf hasPart within covers locatedIn memberOf hasMember operates operatedBy
    ownedBy founded partnerOf participatesIn organises worksFor jobTitle cites follows appliesTo approves
    supports serves sellsTo usesMode ships connects produces recognisedAs publishes describes hasMeasure
    predecessorOf endorses
""")
PLAIN_EDGES = words("""
    designated formerlyDesignated originated piloted adopted madeEligible mandated reportedOperating evaluated
    observed provides reportsChallenge recommends
""")


def ours(nodes: Iterable[Node]) -> Iterator[URIRef]:
    """The terms of our ontology among the nodes."""
    return (n for n in nodes if isinstance(n, URIRef) and n in CM)


def named(path: Path) -> str:
    return path.relative_to(path.parents[1]).as_posix()


@pytest.mark.parametrize("path", [*files(), *alignment_files()], ids=named)
def test_file_parses_and_bears_its_name(path: Path) -> None:
    graph = Graph().parse(path)
    (iri,) = graph.subjects(RDF.type, OWL.Ontology)
    below = "" if path.parent.name == "ontology" else path.parent.name + "/"
    assert str(iri) == (ROOT if path.name == "cemai.ttl" else f"{ROOT}/{below}{path.stem}")
    assert str(graph.value(iri, OWL.versionIRI)).startswith(f"{iri}/")
    assert len(path.read_text(encoding="utf-8").splitlines()) < 400


def imports() -> dict[str, set[str]]:
    """The imports of each file of the closure, by ontology IRI."""
    found: dict[str, set[str]] = {}
    for path in files():
        graph = Graph().parse(path)
        (iri,) = graph.subjects(RDF.type, OWL.Ontology)
        found[str(iri)] = {str(o) for o in graph.objects(iri, OWL.imports)}
    return found


def test_imports_are_local_without_circle_and_reach_every_file() -> None:
    tree = imports()
    assert set().union(*tree.values()) <= set(tree)
    order = list(TopologicalSorter(tree).static_order())
    assert order[-1] == ROOT
    assert tree[ROOT] == set(tree) - {ROOT}


def test_a_module_imports_what_it_uses() -> None:
    home: dict[URIRef, str] = {}
    uses: dict[str, set[URIRef]] = {}
    for path in files():
        graph = Graph().parse(path)
        (iri,) = graph.subjects(RDF.type, OWL.Ontology)
        kinds = (OWL.Class, *PROPERTY_KINDS)
        home |= {s: str(iri) for kind in kinds for s in ours(graph.subjects(RDF.type, kind))}
        uses[str(iri)] = {n for triple in graph for n in ours(triple)}
    tree = imports()
    missing = [(iri, term) for iri, terms in uses.items() for term in terms
               if home[term] not in _reach(iri, tree)]  # fmt: skip
    assert missing == []


def _reach(iri: str, tree: dict[str, set[str]]) -> set[str]:
    found, todo = set[str](), [iri]
    while todo:
        current = todo.pop()
        if current not in found:
            found.add(current)
            todo.extend(tree[current])
    return found


def declared_properties() -> set[str]:
    graph = closure()
    return {str(s).removeprefix(CM) for kind in PROPERTY_KINDS for s in graph.subjects(RDF.type, kind)}


def closure() -> Graph:
    graph = Graph()
    for path in files():
        graph.parse(path)
    return graph


@pytest.mark.parametrize("field", FIELDS, ids=lambda f: f.name)
def test_every_field_has_its_property_and_scheme(field: Field) -> None:
    assert field.property in declared_properties()
    assert field.scheme is None or load().concepts[field.scheme]


def test_every_written_property_is_declared() -> None:
    passages = [f"{role}Passage" for role in load().concepts["span-role"]]
    wanted = {*THING_PROPERTIES, *EVIDENCE_PROPERTIES, *RELATIONS, *PLAIN_EDGES, *passages}
    assert wanted <= declared_properties()
    assert {*RELATIONS, *PLAIN_EDGES} <= load().properties


def test_every_written_class_is_declared() -> None:
    wanted = {*KINDS, *PLACE_CLASSES, "Claim", "Evidence", "Passage", "Source", "Dataset", "Indicator"}
    assert wanted <= load().classes


def test_precisions_are_those_that_dates_have() -> None:
    assert set(load().concepts["date-precision"]) == {"day", "month", "quarter", "half", "year", "range"}


def test_concepts_are_of_the_class_of_their_scheme() -> None:
    """One class a scheme, the same for each of its concepts."""
    graph = closure()
    classes: dict[Node, set[URIRef]] = {}
    for concept, scheme in graph.subject_objects(SKOS.inScheme):
        own = set(ours(graph.objects(concept, RDF.type)))
        assert len(own) == 1, concept
        classes.setdefault(scheme, set()).update(own)
    used = [name for own in classes.values() for name in own]
    assert len(used) == len(set(used)) == len(classes)
    assert all((name, RDFS.subClassOf, CM["Concept"]) in graph for name in used)


def test_chains_and_transitive_parts_are_there() -> None:
    graph = closure()
    for name in ("partOf", "within"):
        assert (CM[name], RDF.type, OWL.TransitiveProperty) in graph
    chained = set(graph.subjects(OWL.propertyChainAxiom))
    assert chained == {CM["locatedIn"], CM["regionRuns"], CM["districtRuns"]}


def test_designation_never_reads_as_adoption() -> None:
    graph = closure()
    above = set(graph.transitive_objects(CM["designated"], RDFS.subPropertyOf))
    assert above == {CM["designated"]}
    for one, other in product(("designated", "formerlyDesignated"), ("runs", "hasRoleIn")):
        assert (CM[one], RDFS.subPropertyOf, URIRef(CM[other])) not in graph
