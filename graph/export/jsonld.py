"""JSON-LD with the context of the data: short names, links as identifiers, labels by language; one thing a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cemai.ontology.namespaces import PREFIXES, RDF, XSD
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from .context import jsonld_context

_LOCAL = re.compile(r"[A-Za-z0-9][\w./-]*", re.ASCII)


@dataclass(frozen=True)
class _Term:
    """A short name of the context: the type of its values (``@id`` for links), and whether they go by language."""

    name: str
    type: str
    languages: bool


def jsonld_lines(quads: Iterator[Quad]) -> Iterator[str]:
    """The document, line by line, for quads sorted by graph and subject. Holds one thing at a time."""
    document = jsonld_context()
    terms = _terms(document["@context"])
    yield f'{{"@context": {_json(document["@context"])},\n"@graph": ['
    for number, (graph, members) in enumerate(groupby(quads, key=lambda q: q.graph_name)):
        yield ",\n" if number else "\n"
        things = (_json(_thing(subject, list(group), terms)) for subject, group in groupby(members, _subject))
        if isinstance(graph, DefaultGraph):
            yield from _listed(things)
            continue
        yield f'{{"@id": {_json(compact(str(graph.value)))}, "@graph": [\n'
        yield from _listed(things)
        yield "\n]}"
    yield "\n]}\n"


def compact(iri: str) -> str:
    """``id:place/330100`` for an IRI of a name space that the context has a prefix for."""
    for prefix, space in PREFIXES.items():
        if iri.startswith(space) and _LOCAL.fullmatch(iri[len(space) :]):
            return f"{prefix}:{iri[len(space) :]}"
    return iri


def _terms(terms: dict[str, Any]) -> dict[str, _Term]:
    """The terms by the IRI that each stands for; prefixes and keywords are none."""
    found = {}
    for name, meaning in terms.items():
        if name in PREFIXES or name.startswith("@"):
            continue
        about = meaning if isinstance(meaning, dict) else {"@id": meaning}
        prefix, _, local = about["@id"].partition(":")
        found[PREFIXES[prefix] + local] = _Term(name, about.get("@type", ""), "@container" in about)
    return found


def _thing(subject: str, quads: list[Quad], terms: dict[str, _Term]) -> dict[str, Any]:
    thing: dict[str, Any] = {"@id": compact(subject)}
    for quad in quads:
        predicate, value = quad.predicate.value, quad.object
        term = terms.get(predicate)
        if predicate == RDF + "type" and isinstance(value, NamedNode):
            _add(thing, "@type", terms[value.value].name if value.value in terms else compact(value.value))
        elif term and term.languages and isinstance(value, Literal) and value.language:
            _add(thing.setdefault(term.name, {}), value.language, value.value)
        elif term and not term.languages and (short := _short(value, term)) is not None:
            _add(thing, term.name, short)
        else:
            _add(thing, compact(predicate), _full(value))
    return thing


def _short(value: Any, term: _Term) -> str | None:
    """The value as the plain text that the term's type makes it again; None where it is of another type."""
    if isinstance(value, NamedNode):
        return compact(value.value) if term.type == "@id" else None
    if not isinstance(value, Literal) or value.language:
        return None
    wanted = XSD + (term.type.removeprefix("xsd:") or "string")
    return value.value if value.datatype.value == wanted else None


def _full(value: Any) -> Any:
    """The value with its own type or language."""
    if isinstance(value, NamedNode):
        return {"@id": compact(value.value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    plain = value.datatype.value == XSD + "string"
    return value.value if plain else {"@value": value.value, "@type": compact(value.datatype.value)}


def _add(thing: dict[str, Any], key: str, value: Any) -> None:
    """One value stands alone, several in a list."""
    old = thing.get(key)
    if old is None:
        thing[key] = value
    elif isinstance(old, list):
        old.append(value)
    else:
        thing[key] = [old, value]


def _listed(items: Iterator[str]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield f",\n{item}" if number else item


def _subject(quad: Quad) -> str:
    return str(quad.subject.value)  # type: ignore[union-attr]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
