"""The ontology as data for readers: what holds of a term, its ends, its module, its questions, the vocabularies."""

from __future__ import annotations

import pytest
from cemai.ontology.describe import Scheme, Term, describe_ontology
from cemai.ontology.reading import short
from cemai.ontology.schema import files
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.collection import Collection

TERMS = {term.name: term for term in (*describe_ontology().classes, *describe_ontology().properties)}


@pytest.fixture(scope="module")
def turtle() -> Graph:
    """All modules, read by another library."""
    graph = Graph()
    for path in files():
        graph.parse(path)
    return graph


def term(name: str) -> Term:
    return TERMS[name]


@pytest.mark.parametrize(
    ("name", "axioms"),
    [
        ("within", ("transitive",)), ("partnerOf", ("symmetric",)), ("evidenceNumber", ("functional",)),
        ("hasPart", ("inverse of partOf",)), ("issued", ()),
    ],
)  # fmt: skip
def test_what_holds_of_a_property(name: str, axioms: tuple[str, ...]) -> None:
    assert term(name).axioms == axioms


def test_a_chain_is_told_step_by_step_and_an_inverse_in_it_by_its_name() -> None:
    assert "follows from locatedIn, then within" in term("locatedIn").axioms
    chains = {axiom for found in TERMS.values() for axiom in found.axioms if axiom.startswith("follows from")}
    assert {"follows from inverse of inProvince, then runs", "follows from inverse of covers, then runs"} <= chains


def test_a_restriction_is_told_as_its_property_and_class() -> None:
    assert [axiom for found in describe_ontology().classes for axiom in found.axioms] == ["partOf some Framework"]


def test_an_end_may_be_one_class_or_several() -> None:
    assert term("source").domain == ("Evidence", "Dataset") and term("source").range == ("Source", "Policy")
    assert term("evidenceNumber").domain == ("Evidence",) and term("evidenceNumber").range == ("xsd:integer",)


def test_disjointness_goes_both_ways_and_never_to_itself(turtle: Graph) -> None:
    """Of a list of classes each excludes each other; what holds of a pair holds the other way round."""
    pairs = {(a, b) for a, b in turtle.subject_objects(OWL.disjointWith)}
    for head in turtle.objects(None, OWL.members):
        members = list(Collection(turtle, head))
        pairs |= {(a, b) for a in members for b in members if a != b}
    pairs |= {(b, a) for a, b in pairs}
    wanted = {(short(str(a)), short(str(b))) for a, b in pairs}
    assert {(c.name, other) for c in describe_ontology().classes for other in c.disjoint} == wanted
    assert ("PilotZone", "Place") in wanted and ("Place", "PilotZone") in wanted


def test_parents_modules_and_labels_are_those_of_the_files(turtle: Graph) -> None:
    for found in TERMS.values():
        node = URIRef(f"https://w3id.org/cemai/ontology#{found.name}")
        above = RDFS.subClassOf if found.kind == "class" else RDFS.subPropertyOf
        parents = {short(str(o)) for o in turtle.objects(node, above) if isinstance(o, URIRef)}
        labels = {str(label.language): str(label) for label in turtle.objects(node, RDFS.label)}  # type: ignore[attr-defined]
        assert (set(found.parents), found.label.zh, found.label.en) == (parents, labels["zh"], labels["en"])
        assert found.label.definition.zh and found.label.definition.en
        text = next(path for path in files() if path.stem == found.module).read_text(encoding="utf-8")
        assert f"cm:{found.name} a owl:" in text


def test_each_kind_of_term_stands_where_readers_look_for_it(turtle: Graph) -> None:
    kinds = {"class": OWL.Class, "object": OWL.ObjectProperty, "datatype": OWL.DatatypeProperty,
             "annotation": OWL.AnnotationProperty}  # fmt: skip
    for kind, type_ in kinds.items():
        ours = {short(str(s)) for s in turtle.subjects(RDF.type, type_) if str(s).startswith("https://w3id.org/cemai/")}
        assert {name for name, found in TERMS.items() if found.kind == kind} == ours
    names = [found.name for found in describe_ontology().classes]
    assert names == sorted(names, key=str.casefold) and not {"class"} & {p.kind for p in describe_ontology().properties}


def test_questions_stand_in_the_order_of_their_numbers() -> None:
    """CQ10 after CQ2, not before it."""
    several = [tuple(int(q.removeprefix("CQ")) for q in found.questions) for found in TERMS.values()]
    assert all(numbers == tuple(sorted(numbers)) for numbers in several)
    assert any(numbers and numbers[0] < 10 <= numbers[-1] for numbers in several)


def test_vocabularies_keep_the_order_of_their_file(turtle: Graph) -> None:
    schemes: dict[str, Scheme] = {scheme.key: scheme for scheme in describe_ontology().schemes}
    assert list(schemes) == sorted(schemes)
    assert set(schemes) == {str(s).rpartition("/")[2] for s in turtle.subjects(RDF.type, SKOS.ConceptScheme)}
    tiers = schemes["evidence-tier"]
    assert [concept.id for concept in tiers.concepts] == [
        "evidence-tier/passage", "evidence-tier/act", "evidence-tier/unverified",
    ]  # fmt: skip
    assert tiers.of == "EvidenceTier" and tiers.label.zh and tiers.label.en
    assert all(concept.label.definition.zh for concept in tiers.concepts)


def test_the_version_and_the_modules_are_told() -> None:
    found = describe_ontology()
    assert found.version.count(".") == 2
    assert {path.stem for path in files()} == set(found.modules)
    assert all(module.zh and module.en for module in found.modules.values())
