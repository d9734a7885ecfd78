"""The graph described by itself: DCAT and VoID, with counts, in a named graph of its own.

Counts are of everything but the description; dates are those of the datasets, never the clock's, so that the same
data gives the same description. Partitions have IRIs of their own (``id/description/…``): no blank nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cemai.graph.rdf.writer import graph_node, node
from cemai.ontology.namespaces import BASE, CM, DCT, GRAPH, ID, RDF, RDFS, SKOS, XSD, parted
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

DCAT = "http://www.w3.org/ns/dcat#"
VOID = "http://rdfs.org/ns/void#"
DESCRIPTION = graph_node("description")
WHOLE = node("description/cemai")
DESCRIBED = (GRAPH, ID + "description/")  # what the subjects of the description begin with
_LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1/"
_TITLES = {
    "cemai": ("策脉：中国跨境电商政策知识图谱", "Cemai: a knowledge graph of China's cross-border e-commerce policy"),
    "ontology": ("策脉本体与词表", "Ontology and vocabularies"),
    "inferred": ("规则推出的陈述", "What the rules derived"),
    "audit": ("审计所见", "What the audit found"),
}
_PREFIXES = "".join(f"PREFIX {name}: <{iri}> " for name, iri in
                    {"cm": CM, "dct": DCT, "rdf": RDF, "rdfs": RDFS, "skos": SKOS, "xsd": XSD}.items())  # fmt: skip
Value = NamedNode | Literal


def describe_graph(store: Store) -> list[Quad]:
    """The description of what the store holds, as quads of ``g:description``."""
    return [Quad(s, NamedNode(p), o, DESCRIPTION) for s, p, o in _statements(store)]


def _statements(store: Store) -> Iterator[tuple[NamedNode, str, Value]]:
    yield from _whole(store)
    yield from _graphs(store)
    yield from _classes(store)
    yield from _claims(store)


def _whole(store: Store) -> Iterator[tuple[NamedNode, str, Value]]:
    yield WHOLE, RDF + "type", NamedNode(VOID + "Dataset")
    yield WHOLE, RDF + "type", NamedNode(DCAT + "Dataset")
    yield from _title(WHOLE, _TITLES["cemai"])
    yield WHOLE, DCT + "conformsTo", NamedNode(BASE + "ontology")
    yield WHOLE, VOID + "uriSpace", Literal(ID)
    for property_, query in _TOTALS.items():
        for (value,) in _rows(store, query):
            if value is not None:
                yield WHOLE, property_, value
    for (language,) in _rows(store, "SELECT DISTINCT (LANG(?o) AS ?l) { ?s ?p ?o FILTER (LANG(?o) != '') }"):
        yield WHOLE, DCT + "language", NamedNode(_LANGUAGE + language.value)
    for space in sorted({_space(term.value) for (term,) in _rows(store, _USED)}):
        yield WHOLE, VOID + "vocabulary", NamedNode(space)


def _graphs(store: Store) -> Iterator[tuple[NamedNode, str, Value]]:
    """One subset a named graph: its triples, its dataset's title and day of recording."""
    for graph, triples in _rows(store, "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"):
        name = graph.value.removeprefix(GRAPH)
        yield WHOLE, VOID + "subset", graph
        yield graph, RDF + "type", NamedNode(VOID + "Dataset")
        yield graph, VOID + "triples", triples
        if name in _TITLES:
            yield from _title(graph, _TITLES[name])
            continue
        dataset = node(f"dataset/{name}")
        yield graph, DCT + "source", dataset
        yield WHOLE, DCAT + "dataset", dataset
        for title, day in _rows(store, f"SELECT ?t ?d {{ <{dataset.value}> dct:title ?t ; cm:recordedAt ?d }}"):
            yield graph, DCT + "title", title
            yield graph, DCT + "modified", day


def _classes(store: Store) -> Iterator[tuple[NamedNode, str, Value]]:
    """One partition a class that has members: how many, those of the classes below included."""
    counted = f"SELECT ?c (COUNT(DISTINCT ?x) AS ?n) {{ ?x a ?c FILTER (STRSTARTS(STR(?c), '{CM}')) }} GROUP BY ?c"
    for class_, members in _rows(store, counted):
        part = node(f"description/class/{_slug(class_.value)}")
        yield WHOLE, VOID + "classPartition", part
        yield from _part(part, class_, members)


def _claims(store: Store) -> Iterator[tuple[NamedNode, str, Value]]:
    """One partition a kind of claim and tier of evidence, below the partition of the kind."""
    counted = """SELECT ?k ?t (COUNT(DISTINCT ?c) AS ?n) {
        ?k rdfs:subClassOf cm:Claim . ?c a ?k ; cm:evidenceTier ?t } GROUP BY ?k ?t"""
    for kind, tier, claims in _rows(store, counted):
        slug = f"description/class/{_slug(kind.value)}"
        part = node(f"{slug}/{tier.value.rpartition('/')[2]}")
        yield node(slug), VOID + "subset", part
        yield from _part(part, kind, claims)
        yield part, DCAT + "theme", tier


def _part(part: NamedNode, class_: Value, members: Value) -> Iterator[tuple[NamedNode, str, Value]]:
    yield part, RDF + "type", NamedNode(VOID + "Dataset")
    yield part, VOID + "class", class_
    yield part, VOID + "entities", members


def _title(thing: NamedNode, words: tuple[str, str]) -> Iterator[tuple[NamedNode, str, Value]]:
    for text, language in zip(words, ("zh", "en"), strict=True):
        yield thing, DCT + "title", Literal(text, language=language)


def _rows(store: Store, query: str) -> list[list[Any]]:
    """The rows of a SELECT over all named graphs as one, in an order of their own."""
    found = store.query(_PREFIXES + query, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)  # noqa: S101 - narrows for the type checker
    return sorted((list(row) for row in found), key=str)


def _slug(iri: str) -> str:
    """``PilotZone`` as ``pilot-zone``."""
    return parted(iri.removeprefix(CM), "-")


def _space(iri: str) -> str:
    """The name space of a term: up to its last ``#`` or ``/``."""
    return re.sub(r"[^#/]*$", "", iri)


_USED = "SELECT DISTINCT ?t { { SELECT DISTINCT ?t { ?s ?t ?o } } UNION { SELECT DISTINCT ?t { ?s a ?t } } }"
_TOTALS = {
    VOID + "triples": "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
    VOID + "entities": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a cm:Entity }",
    VOID + "distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    VOID + "properties": "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
    DCT + "modified": "SELECT (MAX(?d) AS ?n) { ?x a cm:Dataset ; cm:recordedAt ?d }",
}

__all__ = ["DCAT", "DESCRIBED", "DESCRIPTION", "VOID", "WHOLE", "describe_graph"]
