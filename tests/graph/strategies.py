"""Random claims of every kind with every field of the contract, and random entities."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from cemai.graph.model.entity import Entity, Property, PropertyValue, Ref, TaggedText
from cemai.graph.model.fields import BY_NAME
from cemai.graph.model.statement import KINDS, Claim, Evidence, Span
from cemai.graph.rdf.writer import prop, property_node
from cemai.ontology.schema import load
from hypothesis import strategies as st

OWN = ("id", "kind", "evidence")
MANDATORY = ("dataset", "key", "subject", "predicate", "claim_rank", "evidence_tier", "confidence")
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=40)
_word = st.text("abcz019", min_size=1, max_size=6)
keys = st.lists(_word, min_size=1, max_size=3).map("-".join)
identifiers = st.lists(keys, min_size=1, max_size=3).map(lambda parts: "kind/" + "/".join(parts))
decimals = st.decimals(
    min_value=Decimal("-1e15"), max_value=Decimal("1e15"), places=6, allow_nan=False, allow_infinity=False
)
dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FORMS: dict[str, st.SearchStrategy[Any]] = {
    "string": texts, "decimal": decimals, "integer": st.integers(1, 10**6), "date": dates, "concept": keys,
    "thing": identifiers, "predicate": st.sampled_from(["piloted", "adopted", "observed", "documentNumber"]),
}  # fmt: skip


def spans(source: str) -> st.SearchStrategy[tuple[Span, ...]]:
    """Spans of one source; a span of the same positions has the same words, so the same hash."""

    def span(role: str, start: int, length: int) -> Span:
        digest = hashlib.sha256(f"{start} {length}".encode()).hexdigest()
        return Span(role, source, start, start + length, digest)

    roles = st.sampled_from(sorted(load().concepts["span-role"]))
    one = st.builds(span, roles, st.integers(0, 10**6), st.integers(1, 300))
    return st.lists(one, max_size=4, unique=True).map(lambda found: tuple(sorted(found)))


@st.composite
def evidences(draw: st.DrawFn) -> tuple[Evidence, ...]:
    """One evidence or several, numbered from 1, each with a source of its own."""
    found = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        source = f"source/{draw(keys)}"
        page = draw(st.none() | st.just("https://example.org/页?a=1"))
        found.append(Evidence(number, source, draw(spans(source)), page))
    return tuple(found)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim with any choice of fields filled."""
    values: dict[str, Any] = {}
    for field in fields(Claim):
        if field.name in OWN:
            continue
        known = keys if field.name == "dataset" else FORMS[BY_NAME[field.name].form]
        values[field.name] = draw(known if field.name in MANDATORY else st.none() | known)
    values["key"] = draw(keys)
    made = f"{values['dataset']}/{draw(keys)}/{values['key']}"
    return Claim(id=made, kind=draw(st.sampled_from(KINDS)), evidence=draw(evidences()), **values)


_languages = st.sampled_from(["zh", "en", "de"])
values: st.SearchStrategy[PropertyValue] = st.one_of(
    texts, decimals.map(lambda d: d.normalize() + 0), st.integers(-(10**9), 10**9), st.booleans(), dates,
    identifiers.map(Ref), st.builds(TaggedText, texts, _languages),
    st.just(Ref("https://w3id.org/cemai/ontology#adopted")),
)  # fmt: skip
_properties = st.sampled_from(["code", "level", "inProvince", "lat", "lon", "title", "interest",
                               "http://www.w3.org/2004/02/skos/core#definition"])  # fmt: skip


def properties() -> st.SearchStrategy[tuple[Property, ...]]:
    """Properties in the order in which a store gives them back, each once."""

    def ordered(found: list[Property]) -> tuple[Property, ...]:
        by_nodes = {(str(prop(name)), str(property_node(value))): (name, value) for name, value in found}
        return tuple(by_nodes[key] for key in sorted(by_nodes))

    return st.lists(st.tuples(_properties, values), max_size=6).map(ordered)


@st.composite
def entities(draw: st.DrawFn) -> Entity:
    """An entity with any choice of names and properties; one without a name is a finding."""
    named = draw(st.booleans())
    aliases = st.lists(texts, max_size=3, unique=True).map(lambda found: tuple(sorted(found))) if named else st.just(())
    return Entity(
        id=draw(identifiers), name_zh=draw(texts) if named else "", name_en=draw(st.none() | texts) if named else None,
        classes=draw(st.lists(st.sampled_from(["City", "Province", "Policy", "Measure"]), unique=True, min_size=1)
                     .map(lambda found: tuple(sorted(found)))),
        name_en_basis=draw(st.none() | keys), aliases_zh=draw(aliases), aliases_en=draw(aliases),
        note=draw(st.none() | texts), properties=draw(properties()),
    )  # fmt: skip
