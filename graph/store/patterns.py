"""What a store says of a subject or by a predicate, as plain terms: the graph has no blank nodes and no quoted triples.

One call is one pattern of the store, that is one look into its index, or one request to a server.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from pyoxigraph import Literal, NamedNode

from .backend import Source

Node = NamedNode | Literal


class Said(NamedTuple):
    """One statement about a subject: its predicate's IRI, its object, and the IRI of the graph that says it."""

    predicate: str
    object: Node
    graph: str


def said_of(store: Source, subject: NamedNode) -> Iterator[Said]:
    """All that is said of a subject."""
    for quad in store.quads_for_pattern(subject, None, None, None):
        yield Said(quad.predicate.value, cast(Node, quad.object), cast(NamedNode, quad.graph_name).value)


def subjects_of(store: Source, predicate: str, value: Node | None = None) -> set[str]:
    """IRIs of the subjects that have a predicate, with that value where one is given."""
    quads = store.quads_for_pattern(None, NamedNode(predicate), value, None)
    return {cast(NamedNode, quad.subject).value for quad in quads}


def objects_of(store: Source, subject: NamedNode, predicate: str) -> Iterator[Node]:
    """The values of a predicate of a subject, once for each graph that says it."""
    for quad in store.quads_for_pattern(subject, NamedNode(predicate), None, None):
        yield cast(Node, quad.object)


def pairs_of(store: Source, predicate: str) -> Iterator[tuple[str, Node]]:
    """IRI of the subject and value, for every statement of a predicate."""
    for quad in store.quads_for_pattern(None, NamedNode(predicate), None, None):
        yield cast(NamedNode, quad.subject).value, cast(Node, quad.object)
