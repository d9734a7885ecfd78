"""A JSON-LD context for the data, made from the ontology and the table of fields.

Terms are the local names of the ontology (``City``, ``adopted``, ``dateBegin``); foreign terms of the data have short
names, too (``prefLabel``, ``lat``). Links are IRIs, dates and numbers keep their datatypes, labels go by language.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cemai.graph.model.fields import FIELDS
from cemai.ontology.describe import Term, describe_ontology
from cemai.ontology.namespaces import PREFIXES

_FORMS = {"date": "xsd:date", "decimal": "xsd:decimal", "integer": "xsd:integer", "string": "",
          "concept": "@id", "thing": "@id", "predicate": "@id"}  # fmt: skip
_LABELS = {"@container": "@language"}
_FOREIGN: dict[str, dict[str, str]] = {
    "prefLabel": {"@id": "skos:prefLabel"} | _LABELS,
    "definition": {"@id": "skos:definition"} | _LABELS,
    "label": {"@id": "rdfs:label"} | _LABELS,
    "altLabel": {"@id": "skos:altLabel"},
    "title": {"@id": "dct:title"},
    "license": {"@id": "dct:license"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "lat": {"@id": "geo:lat", "@type": "xsd:decimal"},
    "long": {"@id": "geo:long", "@type": "xsd:decimal"},
}


def jsonld_context() -> dict[str, Any]:
    """The document ``{"@context": …}``; the same ontology gives the same bytes."""
    ontology = describe_ontology()
    terms: dict[str, Any] = {"@version": 1.1, **PREFIXES, **_FOREIGN}
    terms |= {t.name: f"cm:{t.name}" for t in ontology.classes}
    terms |= dict(_properties(ontology.properties))
    return {"@context": terms}


def _properties(properties: tuple[Term, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    forms = {f.property: _FORMS[f.form] for f in FIELDS}
    for term in properties:
        kind = forms.get(term.name, _by_range(term))
        yield term.name, {"@id": f"cm:{term.name}"} | ({"@type": kind} if kind else {})


def _by_range(term: Term) -> str:
    """The JSON-LD type of the values: ``@id`` for links, a datatype, or nothing for plain text."""
    if term.kind == "object":
        return "@id"
    if term.no_range.startswith("xsd:date") and term.kind == "datatype":
        return "xsd:date"
    if term.no_range.startswith("its values are properties"):
        return "@id"
    return next((r for r in term.range if r.startswith("xsd:") and r != "xsd:string"), "")
