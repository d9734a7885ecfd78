"""Claims and things as quads, and back. No blank nodes: evidence and passages have IRIs of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cemai.graph.model.fields import FIELDS, Field
from cemai.graph.model.names import name_keys
from cemai.graph.model.statement import Claim, Evidence, PropertyValue, Ref, Span, Thing
from cemai.ontology.namespaces import CM, DCT, GRAPH, RDF, SKOS, WGS84, XSD, iri, term
from pyoxigraph import Literal, NamedNode, Quad

A = NamedNode(RDF + "type")
DECIMAL, DATE, INTEGER = (NamedNode(XSD + t) for t in ("decimal", "date", "integer"))
_FOREIGN = {"lon": WGS84 + "long", "lat": WGS84 + "lat", "title": DCT + "title"}

Node = NamedNode | Literal


def node(identifier: str) -> NamedNode:
    """The node of a thing, concept or claim."""
    return NamedNode(iri(identifier))


def prop(name: str) -> NamedNode:
    """The node of a term of the ontology (or of the few foreign terms that stand for themselves)."""
    return NamedNode(_FOREIGN.get(name) or term(name))


def graph_node(name: str) -> NamedNode:
    """The node of a named graph."""
    return NamedNode(GRAPH + name)


def literal(value: str | int | Decimal | date) -> Literal:
    """A typed literal; decimals in plain notation."""
    if isinstance(value, Decimal):
        return Literal(plain(value), datatype=DECIMAL)
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=DATE)
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
    it = node(f"evidence/{claim_id}/e{evidence.number}")
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


def passage_id(span: Span) -> str:
    """A passage is the same wherever it is used: its identifier is made of source and positions."""
    return f"passage/{span.source.removeprefix('source/')}/{span.start}-{span.end}"


def thing_quads(thing: Thing, graph: NamedNode) -> Iterator[Quad]:
    """The quads of one thing: classes, labels in both languages, search keys and its own properties."""
    me = node(thing.id)
    for name in thing.classes:
        yield Quad(me, A, prop(name), graph)
    yield Quad(me, NamedNode(SKOS + "prefLabel"), Literal(thing.name_zh, language="zh"), graph)
    if thing.name_en:
        yield Quad(me, NamedNode(SKOS + "prefLabel"), Literal(thing.name_en, language="en"), graph)
    if thing.name_en_basis:
        yield Quad(me, prop("nameEnBasis"), node(f"name-basis/{thing.name_en_basis}"), graph)
    for language, aliases in (("zh", thing.aliases_zh), ("en", thing.aliases_en)):
        for alias in aliases:
            yield Quad(me, NamedNode(SKOS + "altLabel"), Literal(alias, language=language), graph)
    for key in sorted(name_keys(thing)):
        yield Quad(me, prop("nameKey"), Literal(key), graph)
    if thing.note:
        yield Quad(me, prop("note"), Literal(thing.note), graph)
    for name, value in thing.properties:
        yield Quad(me, prop(name), _property_node(value), graph)


def _property_node(value: PropertyValue) -> Node:
    return node(value.id) if isinstance(value, Ref) else literal(value)


__all__ = [
    "CM",
    "A",
    "claim_quads",
    "graph_node",
    "literal",
    "node",
    "passage_id",
    "plain",
    "prop",
    "thing_quads",
]  # fmt: skip
