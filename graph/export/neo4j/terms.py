"""Names and values as Neo4j has them: ``madeEligible`` becomes MADE_ELIGIBLE, ``codeVersion`` code_version."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from cemai.graph.store.backend import Source
from cemai.ontology.namespaces import CM, ID, RDF, SKOS, WGS84, XSD, identifier, local, parted
from pyoxigraph import Literal, NamedNode

from .model import Kind, Value

_KINDS: dict[str, Kind] = {XSD + "date": "date", XSD + "decimal": "double", XSD + "integer": "long",
                           XSD + "boolean": "boolean"}  # fmt: skip
# Search keys are made from the names; a top concept is in the scheme, too.
_LEFT_OUT = {CM + "nameKey", SKOS + "topConceptOf"}
_NAMES = {SKOS + "prefLabel": "name", SKOS + "altLabel": "alias", WGS84 + "long": "lon"}


def property_name(iri: str) -> str:
    """The property of Neo4j for a property of the graph: its local name in small letters with underscores."""
    return _NAMES.get(iri) or parted(_last(iri), "_")


def relationship(name: str) -> str:
    """The type of relationship for the local name of a property."""
    return parted(name, "_").upper()


def _last(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]


def concepts(store: Source) -> frozenset[str]:
    """Identifiers of all concepts (``topic/talent``): links to them become properties with the key (``talent``)."""
    found = store.quads_for_pattern(None, NamedNode(SKOS + "inScheme"), None, None)
    return frozenset(identifier(quad.subject.value) for quad in found)  # type: ignore[union-attr]


def kind_of(literal: Literal) -> Kind:
    """The type of a literal in Neo4j."""
    return _KINDS.get(literal.datatype.value, "string")


def value_of(literal: Literal, kind: Kind | None = None) -> Value:
    """A literal as a value; `kind` where its column has another type than the literal."""
    match kind or kind_of(literal):
        case "date":
            return date.fromisoformat(literal.value)
        case "double":
            return float(literal.value)
        case "long":
            return int(literal.value)
        case "boolean":
            return literal.value == "true"
    return literal.value


@dataclass
class Described:
    """All that stands about one thing: classes, literals and keys of concepts by property, links (name, object)."""

    classes: list[str] = field(default_factory=list)
    values: dict[str, list[Literal]] = field(default_factory=lambda: defaultdict(list))
    links: list[tuple[str, str]] = field(default_factory=list)


def describe(store: Source, thing: str, known: frozenset[str]) -> Described:
    """What the graph says of a thing by plain statements, in a stable order. `known` are the concepts."""
    triples = {quad.triple for quad in store.quads_for_pattern(NamedNode(ID + thing), None, None, None)}
    told = Described()
    for triple in sorted(triples, key=str):
        name, found = triple.predicate.value, triple.object
        if name in _LEFT_OUT:
            continue
        if isinstance(found, Literal):
            suffix = f"_{found.language}" if found.language else ""
            told.values[property_name(name) + suffix].append(found)
        elif isinstance(found, NamedNode):
            _link(told, name, found.value, known)
    return told


def _link(told: Described, name: str, target: str, known: frozenset[str]) -> None:
    """A type, the key of a concept, a name of the ontology, or a link to another thing."""
    other = identifier(target)
    if name == RDF + "type":
        told.classes.append(_last(target))
    elif other in known and name != SKOS + "inScheme":
        told.values[property_name(name)].append(Literal(other.partition("/")[2]))
    elif target.startswith(CM):
        told.values[property_name(name)].append(Literal(local(target)))
    elif target.startswith(ID):
        told.links.append((_last(name), other))
