"""The graph as RDF: sorted, so that the same data gives the same bytes."""

from __future__ import annotations

from pathlib import Path

from cemai.ontology.names import PREFIXES
from pyoxigraph import Quad, RdfFormat, Store, Triple, serialize

from .files import whole_file

FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
}


def export_rdf(store: Store, name: str, path: Path) -> int:
    """Write all statements in the format of that name; the number written.

    Formats without graphs (turtle, ntriples) give each statement once, whatever graphs hold it.
    """
    target = FORMATS[name]
    quads = sorted(store, key=_order)
    statements: list[Quad] | list[Triple] = quads
    if not target.supports_datasets:
        statements = list(dict.fromkeys(quad.triple for quad in quads))
    with whole_file(path) as file:
        serialize(statements, file, format=target, prefixes=PREFIXES)
    return len(statements)


def _order(quad: Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)
