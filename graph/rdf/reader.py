"""Claims and entities back from the store: the inverse of `graph.rdf.writer`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from cemai.graph.errors import MALFORMED, unreadable
from cemai.graph.model.entity import Entity, Property, PropertyValue, Ref, TaggedText
from cemai.graph.model.field import Field
from cemai.graph.model.fields import FIELDS
from cemai.graph.model.statement import KINDS, Claim, Evidence, Span
from cemai.graph.store.backend import GraphBackend
from cemai.graph.store.opening import embedded
from cemai.graph.store.patterns import Node, objects_of, properties_of, properties_with_graphs, subjects_of
from cemai.ontology.namespaces import ID, XSD, identifier, local, term
from pyoxigraph import Literal, NamedNode

from .writer import FOREIGN, NAME_KEY, OTHER, PREFERRED, A, graph_node, node, prop

INFERRED = graph_node("inferred")
_KIND_IRIS = {term(kind): kind for kind in KINDS}
_EVIDENCE, _SOURCE = term("evidence"), prop("source")
_TYPE, _NAME_KEY, _INFERRED = A.value, NAME_KEY.value, INFERRED.value
_LABELS = {PREFERRED.value, OTHER.value}
_PROPERTY_NAMES = {iri: name for name, iri in FOREIGN.items()}
_PASSAGES = 50_000  # passages that are remembered: neighbours share them
_Said = tuple[str, Node]  # predicate and value
Place = tuple[str, int, int, str]  # source, start, end, sha256
PlaceOf = Callable[[NamedNode], Place]
EvidenceOf = Callable[[NamedNode], Evidence]
Decode = Callable[[Node], Any]


def claim_ids(store: GraphBackend) -> list[str]:
    """Identifiers of all claims, sorted (``casebook-2024/zones/zone-330100``)."""
    typed = subjects_of(store, A, prop("Claim"))
    return sorted(iri.removeprefix(ID + "claim/") for iri in typed)


def read_claim(store: GraphBackend, claim_id: str) -> Claim | None:
    """One claim with its evidence, or None when the store holds no such claim. StoreError for one that lacks a part."""
    return _claim(store, claim_id, partial(_evidence, store, place=partial(_place, store)))


def read_claims(store: GraphBackend, *, spans: bool = True) -> Iterator[Claim]:
    """Every claim once, in the order of identifiers; without `spans` its evidence has number and source alone."""
    whole = embedded(store)
    place = lru_cache(_PASSAGES)(partial(_place, whole))
    read = partial(_evidence, whole, place=place) if spans else partial(_cited, whole)
    for claim_id in claim_ids(whole):
        claim = _claim(whole, claim_id, read)
        if claim is not None:
            yield claim


def _claim(store: GraphBackend, claim_id: str, read: EvidenceOf) -> Claim | None:
    try:
        return _whole(store, claim_id, read)
    except MALFORMED as error:
        raise unreadable(f"claim/{claim_id}", error) from None


def _whole(store: GraphBackend, claim_id: str, read: EvidenceOf) -> Claim | None:
    values: dict[str, Any] = {}
    evidence: list[Evidence] = []
    kind = None
    for predicate, found in properties_of(store, node(f"claim/{claim_id}")):
        if known := _FIELDS_BY_IRI.get(predicate):
            name, decode = known
            values[name] = decode(found)
        elif predicate == _EVIDENCE and isinstance(found, NamedNode):
            evidence.append(read(found))
        else:
            kind = _KIND_IRIS.get(found.value, kind)
    if kind is None:
        return None
    ordered = tuple(sorted(evidence, key=lambda e: e.number))
    return Claim(id=claim_id, kind=kind, evidence=ordered, **values)


def _evidence(store: GraphBackend, it: NamedNode, place: PlaceOf) -> Evidence:
    found: dict[str, Node] = {}
    spans: list[Span] = []
    for predicate, value in properties_of(store, it):
        name = local(predicate)
        if not name.endswith("Passage"):
            found[name] = value
        elif isinstance(value, NamedNode):
            spans.append(Span(name.removesuffix("Passage"), *place(value)))
    page = found.get("page")
    return Evidence(
        int(found["evidenceNumber"].value), identifier(found["source"].value),
        tuple(sorted(set(spans))), page.value if page else None,
    )  # fmt: skip


def _cited(store: GraphBackend, it: NamedNode) -> Evidence:
    """The number of an evidence, which its identifier ends with, and its source."""
    (source, *_) = objects_of(store, it, _SOURCE)
    return Evidence(int(it.value.rpartition("/e")[2]), identifier(source.value))


def _place(store: GraphBackend, passage: NamedNode) -> Place:
    """Source, start, end and hash of a passage."""
    one = {local(predicate): value.value for predicate, value in properties_of(store, passage)}
    return identifier(one["inSource"]), int(one["start"]), int(one["end"]), one["sha256"]


def _decoder(field: Field) -> Decode:
    """How a field's value is read from its node."""
    match field.form:
        case "predicate":
            return lambda found: local(found.value)
        case "concept":
            return lambda found: identifier(found.value).partition("/")[2]
        case "thing" if field.name == "dataset":
            return lambda found: identifier(found.value).partition("/")[2]
        case "thing":
            return lambda found: identifier(found.value)
        case "decimal":
            return lambda found: Decimal(found.value)
        case "integer":
            return lambda found: int(found.value)
        case "date":
            return lambda found: date.fromisoformat(found.value)
    return lambda found: found.value


_FIELDS_BY_IRI: dict[str, tuple[str, Decode]] = {term(f.property): (f.name, _decoder(f)) for f in FIELDS}


def read_entity(store: GraphBackend, entity_id: str) -> Entity | None:
    """One entity as datasets state it and rules extend it, or None when the store says nothing of it.

    Names and classes are sorted, properties as in N-Triples. A second preferred name in a language is an alias.
    """
    classes: tuple[set[str], set[str]] = (set(), set())  # stated, derived
    properties: tuple[set[_Said], set[_Said]] = (set(), set())
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for predicate, value, graph in properties_with_graphs(store, node(entity_id)):
        derived = graph == _INFERRED
        if predicate == _TYPE:
            classes[derived].add(local(value.value))
        elif predicate in _LABELS and isinstance(value, Literal):
            names[predicate, value.language or ""].add(value.value)
        elif predicate != _NAME_KEY:
            properties[derived].add((predicate, value))
    if not (names or any(classes) or any(properties)):
        return None
    (zh, aliases_zh), (en, aliases_en) = _named(names, "zh"), _named(names, "en")
    basis, note, stated = _taken_out(_sorted(properties[False]))
    return Entity(
        id=entity_id, classes=tuple(sorted(classes[False])), name_zh=zh or "", name_en=en, name_en_basis=basis,
        aliases_zh=aliases_zh, aliases_en=aliases_en, note=note, properties=tuple(stated),
        derived_classes=tuple(sorted(classes[True])), derived=tuple(_sorted(properties[True])),
    )  # fmt: skip


def _named(names: Mapping[tuple[str, str], set[str]], language: str) -> tuple[str | None, tuple[str, ...]]:
    """The preferred name in a language, and the others."""
    preferred, others = (sorted(names.get((label_, language), ())) for label_ in (PREFERRED.value, OTHER.value))
    return next(iter(preferred), None), (*preferred[1:], *others)


def _sorted(properties: set[_Said]) -> list[Property]:
    """Properties in the order of their statements in N-Triples."""
    ordered = sorted(properties, key=lambda each: (f"<{each[0]}>", str(each[1])))
    return [
        (_PROPERTY_NAMES.get(predicate) or local(predicate), _property_value(value)) for predicate, value in ordered
    ]


def _taken_out(properties: list[Property]) -> tuple[str | None, str | None, list[Property]]:
    """The basis of the English name and the note, which have fields of their own, and the other properties."""
    basis, note, rest = None, None, list[Property]()
    for name, value in properties:
        if name == "nameEnBasis" and basis is None and isinstance(value, Ref):
            basis = value.id.partition("/")[2]
        elif name == "note" and note is None and isinstance(value, str):
            note = value
        else:
            rest.append((name, value))
    return basis, note, rest


def _property_value(found: Node) -> PropertyValue:
    """The value of a property. Raises StoreError for one that its type does not allow."""
    try:
        return _typed(found)
    except MALFORMED as error:
        raise unreadable(str(found), error) from None


def _typed(found: Node) -> PropertyValue:
    if isinstance(found, NamedNode):
        return Ref(identifier(found.value))
    if found.language:
        return TaggedText(found.value, found.language)
    match found.datatype.value.removeprefix(XSD):
        case "decimal":
            return Decimal(found.value)
        case "integer":
            return int(found.value)
        case "date":
            return date.fromisoformat(found.value)
        case "boolean":
            return found.value == "true"
    return found.value


def label(store: GraphBackend, identifier_: str, language: str = "zh") -> str | None:
    """The preferred label of a thing or concept in one language."""
    for found in objects_of(store, node(identifier_), PREFERRED):
        if isinstance(found, Literal) and found.language == language:
            return found.value
    return None
