"""Claims read in batches: one store call for any number, with their evidence, passages and the names of sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from cemai.graph.model.fields import FIELDS, Field
from cemai.graph.model.statement import KINDS, Claim, Evidence, Span
from cemai.graph.store.backend import Source
from cemai.graph.store.solutions import values
from cemai.ontology.namespaces import ID, RDF, identifier, iri, local, term
from pyoxigraph import NamedNode

from .descriptions import Description, describe

_KINDS = {term(kind): kind for kind in KINDS}
_EVIDENCE = term("evidence")
_ROLE = re.compile(re.escape(term("")) + r"(\w+)Passage")
_FIELDS = [(term(field.property), field) for field in FIELDS]
Described = Mapping[str, Description]


def of_ids(ids: Iterable[str]) -> str:
    """The pattern that binds ``?claim`` to claims by their ids."""
    return values("claim", (NamedNode(iri(f"claim/{claim}")) for claim in ids))


def of_kinds(kinds: Iterable[str]) -> str:
    """The pattern that binds ``?claim`` to every claim of some kinds."""
    return f"{values('kind', (NamedNode(term(kind)) for kind in kinds))} ?claim a ?kind ."


def read_batch(store: Source, claims: str) -> tuple[dict[str, Claim], dict[str, Description]]:
    """The claims that a pattern binds to ``?claim``, by id, and the sources that they rest on, by identifier."""
    evidence = f"{claims} ?claim <{_EVIDENCE}> ?evidence ."
    found = describe(
        store,
        whole=(f"{claims} BIND (?claim AS ?node)", f"{claims} ?claim <{_EVIDENCE}> ?node .",
               f"{evidence} ?evidence ?role ?node . ?node a <{term('Passage')}> ."),
        shown=(f"{evidence} ?evidence <{term('source')}> ?node .",),
    )  # fmt: skip
    named = {identifier(node): description for node, description in found.items()}
    claims_found = {claim.id: claim for claim in _claims(found)}
    used = {e.source for claim in claims_found.values() for e in claim.evidence}
    return claims_found, {source: named[source] for source in used & named.keys()}


def _claims(found: Described) -> Iterator[Claim]:
    for node, description in found.items():
        kind = next((_KINDS[type_] for type_ in description.texts(RDF + "type") if type_ in _KINDS), None)
        if kind is not None:
            evidence = sorted(
                (_evidence(found[it], found) for it in description.texts(_EVIDENCE)), key=lambda e: e.number
            )
            plain = dict(_fields(description))
            yield Claim(id=node.removeprefix(f"{ID}claim/"), kind=kind, evidence=tuple(evidence), **plain)


def _fields(description: Description) -> Iterator[tuple[str, Any]]:
    for property_, field in _FIELDS:
        if property_ in description.statements:
            yield field.name, _value(field, description.statements[property_][0].text)


def _value(field: Field, text: str) -> Any:
    match field.form:
        case "predicate":
            return local(text)
        case "concept":
            return identifier(text).partition("/")[2]
        case "thing":
            return identifier(text).partition("/")[2] if field.name == "dataset" else identifier(text)
        case "decimal":
            return Decimal(text)
        case "integer":
            return int(text)
        case "date":
            return date.fromisoformat(text)
    return text


def _evidence(it: Description, found: Described) -> Evidence:
    roles = {property_: match[1] for property_ in it.statements if (match := _ROLE.fullmatch(property_))}
    spans = {_span(role, found[passage]) for property_, role in roles.items() for passage in it.texts(property_)}
    page = it.texts(term("page"))
    (number,), (source,) = it.texts(term("evidenceNumber")), it.texts(term("source"))
    return Evidence(int(number), identifier(source), tuple(sorted(spans)), page[0] if page else None)


def _span(role: str, passage: Description) -> Span:
    source, start, end, digest = (passage.texts(term(name))[0] for name in ("inSource", "start", "end", "sha256"))
    return Span(role, identifier(source), int(start), int(end), digest)
