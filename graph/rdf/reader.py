"""Claims and entities back from the store: the inverse of `graph.rdf.writer`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from cemai.graph.model.entity import Entity, Property, PropertyValue, Ref, TaggedText
from cemai.graph.model.fields import FIELDS, Field
from cemai.graph.model.statement import KINDS, Claim, Evidence, Span
from cemai.graph.store.backend import Source
from cemai.graph.store.opening import embedded
from cemai.graph.store.patterns import Node, objects_of, said_of, said_where, subjects_of
from cemai.ontology.namespaces import ID, RDF, SKOS, XSD, identifier, local, term
from pyoxigraph import Literal, NamedNode

from .writer import FOREIGN, NAME_KEY, OTHER, PREFERRED, A, graph_node, node

INFERRED = graph_node("inferred")
_KIND_IRIS = {term(kind): kind for kind in KINDS}
_EVIDENCE, _SOURCE = term("evidence"), term("source")
_PASSAGES = 50_000  # passages that are remembered: neighbours share them
Place = tuple[str, int, int, str]  # source, start, end, sha256
PlaceOf = Callable[[NamedNode], Place]
EvidenceOf = Callable[[NamedNode], Evidence]
Decode = Callable[[Node], Any]


def claim_ids(store: Source) -> list[str]:
    """Identifiers of all claims, sorted (``casebook-2024/zones/zone-330100``)."""
    typed = subjects_of(store, RDF + "type", NamedNode(term("Claim")))
    return sorted(iri.removeprefix(ID + "claim/") for iri in typed)


def read_claim(store: Source, claim_id: str) -> Claim | None:
    """One claim with its evidence, or None when the store holds no such claim."""
    return _claim(store, claim_id, partial(_evidence, store, place=partial(_place, store)))


def read_claims(store: Source, *, spans: bool = True) -> Iterator[Claim]:
    """Every claim once, in the order of identifiers; without `spans` its evidence has number and source alone."""
    whole = embedded(store)
    place = lru_cache(_PASSAGES)(partial(_place, whole))
    read = partial(_evidence, whole, place=place) if spans else partial(_cited, whole)
    for claim_id in claim_ids(whole):
        claim = _claim(whole, claim_id, read)
        if claim is not None:
            yield claim


def _claim(store: Source, claim_id: str, read: EvidenceOf) -> Claim | None:
    values: dict[str, Any] = {}
    evidence: list[Evidence] = []
    kind = None
    for predicate, found in said_of(store, node(f"claim/{claim_id}")):
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


def _evidence(store: Source, it: NamedNode, place: PlaceOf) -> Evidence:
    found: dict[str, Node] = {}
    spans: list[Span] = []
    for predicate, value in said_of(store, it):
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


def _cited(store: Source, it: NamedNode) -> Evidence:
    """The number of an evidence, which its identifier ends with, and its source."""
    (source, *_) = objects_of(store, it, _SOURCE)
    return Evidence(int(it.value.rpartition("/e")[2]), identifier(source.value))


def _place(store: Source, passage: NamedNode) -> Place:
    """Source, start, end and hash of a passage."""
    one = {local(predicate): value.value for predicate, value in said_of(store, passage)}
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


def read_entity(store: Source, entity_id: str) -> Entity | None:
    """One entity as datasets state it and rules extend it, or None when the store says nothing of it.

    Names, aliases, classes and properties are sorted. A second preferred name in one language is an alias.
    """
    said = sorted(
        {(p, o, g == INFERRED.value) for p, o, g in said_where(store, node(entity_id))},
        key=lambda each: (f"<{each[0]}>", str(each[1])),
    )
    return _entity(entity_id, said) if said else None


def _entity(entity_id: str, said: list[tuple[str, Node, bool]]) -> Entity:
    classes: dict[bool, list[str]] = {False: [], True: []}
    properties: dict[bool, list[Property]] = {False: [], True: []}
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for predicate, value, derived in said:
        if predicate == A.value:
            classes[derived].append(local(value.value))
        elif predicate in _LABELS and isinstance(value, Literal):
            names[predicate, value.language or ""].append(value.value)
        elif predicate != NAME_KEY.value:
            properties[derived].append((_PROPERTY_NAMES.get(predicate) or local(predicate), _property_value(value)))
    zh, en = ([*sorted(names[PREFERRED.value, tag]), *sorted(names[OTHER.value, tag])] for tag in ("zh", "en"))
    has_zh, has_en = (bool(names[PREFERRED.value, tag]) for tag in ("zh", "en"))
    basis, note, rest = _taken_out(properties[False])
    return Entity(
        id=entity_id, classes=tuple(classes[False]), name_zh=zh[0] if has_zh else "", name_en=en[0] if has_en else None,
        name_en_basis=basis, aliases_zh=tuple(zh[has_zh:]), aliases_en=tuple(en[has_en:]), note=note,
        properties=tuple(rest), derived_classes=tuple(classes[True]), derived=tuple(properties[True]),
    )  # fmt: skip


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


_LABELS = {PREFERRED.value, OTHER.value}
_PROPERTY_NAMES = {iri: name for name, iri in FOREIGN.items()}


def label(store: Source, identifier_: str, language: str = "zh") -> str | None:
    """The preferred label of a thing or concept in one language."""
    for found in objects_of(store, node(identifier_), SKOS + "prefLabel"):
        if isinstance(found, Literal) and found.language == language:
            return found.value
    return None
