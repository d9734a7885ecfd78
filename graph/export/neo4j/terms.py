"""Names and values as Neo4j has them: ``madeEligible`` becomes MADE_ELIGIBLE, ``codeVersion`` code_version."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from cemai.graph.model.entity import PropertyValue, Ref, TaggedText
from cemai.graph.rdf.writer import plain
from cemai.ontology.namespaces import parted

from .model import Kind, Value

_KINDS: dict[type, Kind] = {date: "date", Decimal: "double", int: "long", bool: "boolean"}


def property_name(name: str, language: str = "") -> str:
    """The property of Neo4j for one of the graph: in small letters with underscores, its language behind it."""
    return parted(last(name), "_") + (f"_{language}" if language else "")


def relationship(name: str) -> str:
    """The type of relationship for the local name of a property."""
    return parted(name, "_").upper()


def last(name: str) -> str:
    """A local name as it is, of an IRI what stands behind the last ``#`` or ``/``."""
    return re.split(r"[#/]", name)[-1]


def kind_of(value: PropertyValue) -> Kind:
    """The type of a value in Neo4j."""
    return _KINDS.get(type(value), "string")


def value_of(value: PropertyValue) -> Value:
    """A value as Neo4j has it, in its own type."""
    return float(value) if isinstance(value, Decimal) else value if isinstance(value, date | int) else text_of(value)


def text_of(value: PropertyValue) -> str:
    """A value as text, where its column holds values of several types."""
    match value:
        case Ref():
            return value.id
        case TaggedText():
            return value.text
        case bool():
            return str(value).lower()
        case Decimal():
            return plain(value)
        case date():
            return value.isoformat()
    return str(value)
