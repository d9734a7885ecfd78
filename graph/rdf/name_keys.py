"""The search keys of a store made anew from its labels: a graph of another hand, or of an older version, has others."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.normal_form import name_key
from cemai.ontology.namespaces import CM, RDF, SKOS, term
from cemai.ontology.terms import load
from pyoxigraph import Literal, NamedNode, Quad, Store

_KEY, _CODE = NamedNode(term("nameKey")), NamedNode(term("code"))
_LABELS = tuple(NamedNode(SKOS + name) for name in ("prefLabel", "altLabel"))
_ENTITY = frozenset({"Entity"})


def renew_name_keys(store: Store) -> None:
    """Replace every `cm:nameKey` by the normal forms of the names, and the code, that the same graph gives a thing."""
    old = set(store.quads_for_pattern(None, _KEY, None, None))
    new = set(_name_keys(store))
    for quad in old - new:
        store.remove(quad)
    store.extend(new - old)


def _name_keys(store: Store) -> Iterator[Quad]:
    things = _things(store)
    for label in _LABELS:
        for quad in store.quads_for_pattern(None, label, None, None):
            if quad.subject in things and isinstance(quad.object, Literal) and (key := name_key(quad.object.value)):
                yield Quad(quad.subject, _KEY, Literal(key), quad.graph_name)
    for quad in store.quads_for_pattern(None, _CODE, None, None):
        if quad.subject in things and isinstance(quad.object, Literal):
            yield Quad(quad.subject, _KEY, Literal(quad.object.value), quad.graph_name)


def _things(store: Store) -> set[object]:
    """Subjects of a class below Entity."""
    classes = [name for name in load().classes if load().is_a(name, _ENTITY)]
    typed = (store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(CM + name), None) for name in classes)
    return {quad.subject for quads in typed for quad in quads}
