"""Claims and entities as quads. No blank nodes: evidence and passages have IRIs of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cemai.graph.model.entity import Entity, PropertyValue, Ref, TaggedText
from cemai.graph.model.field import Field
from cemai.graph.model.fields import FIELDS
from cemai.graph.model.names import name_keys
from cemai.graph.model.statement import Claim, Evidence, Span
from cemai.ontology.namespaces import DCT, GRAPH, RDF, SKOS, WGS84, XSD, iri, term
from pyoxigraph import Literal, NamedNode, Quad

A = NamedNode(RDF + "type")
DECIMAL, DATE, INTEGER, BOOLEAN = (NamedNode(XSD + t) for t in ("decimal", "date", "integer", "boolean"))
FOREIGN = {"lon": WGS84 + "long", "lat": WGS84 + "lat", "title": DCT + "title"}
PREFERRED, OTHER, NAME_KEY = NamedNode(SKOS + "prefLabel"), NamedNode(SKOS + "altLabel"), NamedNode(term("nameKey"))

Node = NamedNode | Literal


def node(identifier: str) -> NamedNode:
    """The node of an entity, concept or claim; an IRI stands for itself."""
    return NamedNode(identifier if "://" in identifier else iri(identifier))


def prop(name: str) -> NamedNode:
    """The node of a term of the ontology; the few foreign terms that have a short name, and IRIs, for themselves."""
    return NamedNode(FOREIGN.get(name) or (name if "://" in name else term(name)))


def graph_node(name: str) -> NamedNode:
    """The node of a named graph."""
    return NamedNode(GRAPH + name)


def literal(value: str | int | Decimal | date) -> Literal:
    """A typed literal; decimals in plain notation."""
    if isinstance(value, Decimal):
        return Literal(plain(value), datatype=DECIMAL)
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=DATE)
    if isinstance(value, bool):
        return Literal(str(value).lower(), datatype=BOOLEAN)
    if isinstance(value, int):
        return Literal(str(value), datatype=INTEGER)
    return Literal(value)


def plain(value: Decimal) -> str:
    """A decimal without exponent and without trailing zeros (the form that every store gives back)."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _value_node(field: Field, value: object) -> Node:
    match field.form:
        case "concept":
            return node(f"{field.scheme}/{value}")
        case "thing":
            return node(f"dataset/{value}" if field.name == "dataset" else str(value))
        case "predicate":
            return prop(str(value))
    assert isinstance(value, str | int | Decimal | date)  # noqa: S101 - narrows for the type checker
    return literal(value)


def claim_quads(claim: Claim, graph: NamedNode) -> Iterator[Quad]:
    """The quads of one claim with its evidence and passages."""
    me = node(f"claim/{claim.id}")
    yield Quad(me, A, prop("Claim"), graph)
    yield Quad(me, A, prop(claim.kind), graph)
    for field in FIELDS:
        value = getattr(claim, field.name)
        if value is not None:
            yield Quad(me, prop(field.property), _value_node(field, value), graph)
    for evidence in claim.evidence:
        yield from _evidence_quads(claim.id, me, evidence, graph)


def _evidence_quads(claim_id: str, me: NamedNode, evidence: Evidence, graph: NamedNode) -> Iterator[Quad]:
    it = node(evidence_id(claim_id, evidence.number))
    yield Quad(me, prop("evidence"), it, graph)
    yield Quad(it, A, prop("Evidence"), graph)
    yield Quad(it, prop("source"), node(evidence.source), graph)
    yield Quad(it, prop("evidenceNumber"), literal(evidence.number), graph)
    if evidence.page:
        yield Quad(it, prop("page"), Literal(evidence.page, datatype=NamedNode(XSD + "anyURI")), graph)
    for span in evidence.spans:
        passage = node(passage_id(span))
        yield Quad(it, prop(f"{span.role}Passage"), passage, graph)
        yield Quad(passage, A, prop("Passage"), graph)
        yield Quad(passage, prop("inSource"), node(span.source), graph)
        yield Quad(passage, prop("start"), literal(span.start), graph)
        yield Quad(passage, prop("end"), literal(span.end), graph)
        yield Quad(passage, prop("sha256"), literal(span.sha256), graph)


def evidence_id(claim_id: str, number: int) -> str:
    """An evidence is named by its claim and its number."""
    return f"evidence/{claim_id}/e{number}"


def passage_id(span: Span) -> str:
    """A passage is the same wherever it is used: its identifier is made of source and positions."""
    return f"passage/{span.source.removeprefix('source/')}/{span.start}-{span.end}"


def entity_quads(entity: Entity, graph: NamedNode) -> Iterator[Quad]:
    """The quads of what is stated of an entity: classes, labels in both languages, search keys and its properties.

    What was derived is not written: the rules derive it again.
    """
    me = node(entity.id)
    for name in entity.classes:
        yield Quad(me, A, prop(name), graph)
    for language, preferred, others in (
        ("zh", entity.name_zh, entity.aliases_zh),
        ("en", entity.name_en, entity.aliases_en),
    ):
        if preferred:
            yield Quad(me, PREFERRED, Literal(preferred, language=language), graph)
        for other in others:
            yield Quad(me, OTHER, Literal(other, language=language), graph)
    for key in sorted(name_keys(entity)):
        yield Quad(me, NAME_KEY, Literal(key), graph)
    for name, value in entity.stated():
        yield Quad(me, prop(name), property_node(value), graph)


def property_node(value: PropertyValue) -> Node:
    """A value of a property as a node."""
    if isinstance(value, Ref):
        return node(value.id)
    return Literal(value.text, language=value.language) if isinstance(value, TaggedText) else literal(value)
