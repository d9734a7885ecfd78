"""The things of a graph, read once: names, stated classes, and every plain property."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from cemai.graph.rdf.writer import graph_node
from cemai.graph.store.backend import Source
from cemai.ontology.describe import describe
from cemai.ontology.namespaces import CM, ID, RDF, SKOS, WGS84, identifier, term
from pyoxigraph import Literal, NamedNode, Quad

INFERRED = graph_node("inferred")
_OWN = (CM, WGS84)


@dataclass
class Item:
    """One thing. `stated` holds the values of properties that a dataset gives, `edges` identifiers of plain edges."""

    id: str
    classes: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    others: dict[str, list[str]] = field(default_factory=dict)
    stated: dict[str, list[NamedNode | Literal]] = field(default_factory=dict)
    edges: dict[str, list[str]] = field(default_factory=dict)


@cache
def below(name: str) -> frozenset[str]:
    """A class and every class below it."""
    found = {c.name for c in describe().classes if name in c.parents}
    return frozenset({name}).union(*(below(child) for child in found))


def read_items(store: Source) -> dict[str, Item]:
    """Every thing (``cm:Entity`` and below) by its identifier, in the order of identifiers."""
    nodes = {
        quad.subject.value  # type: ignore[union-attr]
        for name in below("Entity")
        for quad in store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(term(name)), None)
    }
    return {identifier(iri): read_item(store, iri) for iri in sorted(n for n in nodes if n.startswith(ID))}


def read_item(store: Source, iri: str) -> Item:
    """One thing by its IRI."""
    item, found = Item(identifier(iri)), defaultdict[str, list[Quad]](list)
    for quad in store.quads_for_pattern(NamedNode(iri), None, None, None):
        found[quad.predicate.value].append(quad)
    item.classes = tuple(sorted({_local(q.object.value) for q in found.pop(RDF + "type", ())  # type: ignore[union-attr]
                                 if q.graph_name != INFERRED}))  # fmt: skip
    preferred, others = (_texts(found.pop(SKOS + name, [])) for name in ("prefLabel", "altLabel"))
    item.names = {language: texts[0] for language, texts in preferred.items()}
    for language in sorted(preferred.keys() | others.keys()):
        item.others[language] = [*preferred.get(language, [])[1:], *others.get(language, [])]
    found.pop(term("nameKey"), None)  # search keys, made from the names
    for predicate, quads in sorted(found.items()):
        if predicate.startswith(_OWN):
            _sort_in(item, _local(predicate), quads)
    return item


def _sort_in(item: Item, name: str, quads: list[Quad]) -> None:
    edges = sorted({identifier(q.object.value) for q in quads if q.graph_name == INFERRED})  # type: ignore[union-attr]
    stated = {q.object for q in quads if q.graph_name != INFERRED}
    if edges:
        item.edges[name] = edges
    if stated:
        item.stated[name] = sorted(stated, key=lambda v: v.value)  # type: ignore[arg-type]


def _texts(quads: list[Quad]) -> dict[str, list[str]]:
    """Different texts by language, sorted."""
    found = defaultdict[str, set[str]](set)
    for quad in quads:
        if isinstance(quad.object, Literal) and quad.object.language:
            found[quad.object.language].add(quad.object.value)
    return {language: sorted(texts) for language, texts in found.items()}


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]
