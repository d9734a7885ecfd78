"""A graph of a given size in the shape of the shipped one: places, actors, acts, sources and claims in many copies.

Classes, concepts, innovations and indicators stay as they are, because they do not grow with the number of documents;
everything else stands once more in each copy under an identifier and names of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from cemai.ontology.namespaces import GRAPH, ID, SKOS, term
from pyoxigraph import Literal, NamedNode, Quad, Store

ONTOLOGY = GRAPH + "ontology"
KINDS = tuple(f"{ID}{kind}/" for kind in ("innovation", "indicator", "scheme", "round"))
NAMED = (term("nameKey"), SKOS + "prefLabel", SKOS + "altLabel")


def grow(store: Store, size: int) -> Iterator[Quad]:
    """The quads of `store`, then copies until there are `size` of them."""
    quads = list(store)
    shared = {_iri(q.subject) for q in quads if _iri(q.graph_name) == ONTOLOGY or _iri(q.subject).startswith(KINDS)}
    yield from quads
    written, copy = len(quads), 0
    while written < size:
        copy += 1
        for quad in quads:
            if _iri(quad.subject) not in shared:
                written += 1
                subject = NamedNode(f"{_iri(quad.subject)}-copy{copy}")
                yield Quad(subject, quad.predicate, _object(quad, shared, f"-copy{copy}"), quad.graph_name)
                if written == size:
                    return


def _iri(node: object) -> str:
    """The IRI of a node; the graph has no blank nodes and no default graph."""
    assert isinstance(node, NamedNode)  # noqa: S101 - narrows for the type checker
    return node.value


def _object(quad: Quad, shared: set[str], suffix: str) -> NamedNode | Literal:
    found = quad.object
    if isinstance(found, Literal):
        if quad.predicate.value in NAMED:
            return (
                Literal(found.value + suffix, language=found.language)
                if found.language
                else Literal(found.value + suffix)
            )
        return found
    assert isinstance(found, NamedNode)  # noqa: S101 - the graph has no blank nodes
    return NamedNode(found.value + suffix) if found.value.startswith(ID) and found.value not in shared else found
