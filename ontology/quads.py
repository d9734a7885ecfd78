"""The ontology as quads of its own named graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from .namespaces import GRAPH
from .terms import files

ONTOLOGY_GRAPH = NamedNode(GRAPH + "ontology")


def ontology_quads() -> Iterator[Quad]:
    """Every statement of the modules and vocabularies that needs no blank node (lists, restrictions)."""
    for path in files():
        yield from _read(path)


def _read(path: Path) -> Iterator[Quad]:
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        if not isinstance(quad.subject, BlankNode) and not isinstance(quad.object, BlankNode):
            yield Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY_GRAPH)
