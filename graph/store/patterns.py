"""What a store says of a subject or by a predicate, as plain terms: the graph has no blank nodes and no quoted triples.

One call is one pattern of the store, that is one look into its index, or one request to a server. A statement that
stands in two graphs comes twice.
"""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from .backend import GraphBackend

Node = NamedNode | Literal


def properties_of(store: GraphBackend, subject: NamedNode) -> list[tuple[str, Node]]:
    """Predicate and object of all that is said of a subject."""
    return [(quad.predicate.value, quad.object) for quad in store.quads_for_pattern(subject, None, None, None)]  # type: ignore[misc]


def properties_with_graphs(store: GraphBackend, subject: NamedNode) -> list[tuple[str, Node, str]]:
    """The same with the graph that says it."""
    quads = store.quads_for_pattern(subject, None, None, None)
    return [(quad.predicate.value, quad.object, quad.graph_name.value) for quad in quads]  # type: ignore[misc, union-attr]


def subjects_of(store: GraphBackend, predicate: NamedNode, value: Node | None = None) -> set[str]:
    """The subjects that have a predicate, with that value where one is given."""
    return {quad.subject.value for quad in store.quads_for_pattern(None, predicate, value, None)}  # type: ignore[union-attr]


def objects_of(store: GraphBackend, subject: NamedNode, predicate: NamedNode) -> list[Node]:
    """The values of a predicate of a subject."""
    return [quad.object for quad in store.quads_for_pattern(subject, predicate, None, None)]  # type: ignore[misc]


def pairs_of(store: GraphBackend, predicate: NamedNode) -> list[tuple[str, Node]]:
    """Subject and value of every statement with a predicate."""
    quads = store.quads_for_pattern(None, predicate, None, None)
    return [(quad.subject.value, quad.object) for quad in quads]  # type: ignore[misc, union-attr]
