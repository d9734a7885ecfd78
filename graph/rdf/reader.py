"""Claims back from the store: the inverse of `graph.rdf.claim_quads`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from cemai.graph.model.fields import FIELDS, Field
from cemai.graph.model.statement import KINDS, Claim, Evidence, Span
from cemai.graph.store.backend import Source
from cemai.graph.store.opening import embedded
from cemai.ontology.namespaces import ID, RDF, SKOS, identifier, local, term
from pyoxigraph import Literal, NamedNode

from .writer import node

_KIND_IRIS = {term(kind): kind for kind in KINDS}
_FIELD_BY_IRI = {term(f.property): f for f in FIELDS}


def claim_ids(store: Source) -> list[str]:
    """Identifiers of all claims, sorted (``casebook-2024/zones/zone-330100``)."""
    typed = store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(term("Claim")), None)
    return sorted(q.subject.value.removeprefix(ID + "claim/") for q in typed)  # type: ignore[union-attr]


def read_claim(store: Source, claim_id: str) -> Claim | None:
    """One claim with its evidence, or None when the store holds no such claim."""
    values: dict[str, Any] = {}
    evidence: list[Evidence] = []
    kind = None
    for quad in store.quads_for_pattern(node(f"claim/{claim_id}"), None, None, None):
        predicate, o = quad.predicate.value, quad.object
        if isinstance(o, NamedNode) and o.value in _KIND_IRIS:
            kind = _KIND_IRIS[o.value]
        elif predicate == term("evidence") and isinstance(o, NamedNode):
            evidence.append(_evidence(store, o))
        elif field := _FIELD_BY_IRI.get(predicate):
            values[field.name] = _plain(field, o)
    if kind is None:
        return None
    ordered = tuple(sorted(evidence, key=lambda e: e.number))
    return Claim(id=claim_id, kind=kind, evidence=ordered, **values)


def read_claims(store: Source) -> Iterator[Claim]:
    """Every claim in the order of identifiers."""
    whole = embedded(store)
    for claim_id in claim_ids(whole):
        claim = read_claim(whole, claim_id)
        if claim is not None:
            yield claim


def _plain(field: Field, o: object) -> object:
    if isinstance(o, NamedNode):
        if field.form == "predicate":
            return local(o.value)
        name = identifier(o.value)
        return name.partition("/")[2] if field.form == "concept" or field.name == "dataset" else name
    text = o.value if isinstance(o, Literal) else str(o)
    match field.form:
        case "decimal":
            return Decimal(text)
        case "integer":
            return int(text)
        case "date":
            return date.fromisoformat(text)
    return text


def _evidence(store: Source, it: NamedNode) -> Evidence:
    found: dict[str, list[Any]] = defaultdict(list)
    for quad in store.quads_for_pattern(it, None, None, None):
        found[local(quad.predicate.value)].append(quad.object)
    roles = [name.removesuffix("Passage") for name in found if name.endswith("Passage")]
    spans = [_span(store, role, passage) for role in roles for passage in found[f"{role}Passage"]]
    page = found.get("page")
    return Evidence(
        int(found["evidenceNumber"][0].value), identifier(found["source"][0].value),
        tuple(sorted(spans)), page[0].value if page else None,
    )  # fmt: skip


def _span(store: Source, role: str, passage: NamedNode) -> Span:
    one = {local(q.predicate.value): q.object for q in store.quads_for_pattern(passage, None, None, None)}
    source, start, end, digest = (one[k].value for k in ("inSource", "start", "end", "sha256"))  # type: ignore[union-attr]
    return Span(role, identifier(str(source)), int(str(start)), int(str(end)), str(digest))


def label(store: Source, identifier_: str, language: str = "zh") -> str | None:
    """The preferred label of a thing or concept in one language."""
    for quad in store.quads_for_pattern(node(identifier_), NamedNode(SKOS + "prefLabel"), None, None):
        if isinstance(quad.object, Literal) and quad.object.language == language:
            return quad.object.value
    return None
