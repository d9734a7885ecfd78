"""The description of a dataset as quads: title, licence, who recorded it and when."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.rdf.writer import A, literal, node, prop
from cemai.ontology.namespaces import DCT, SKOS
from pyoxigraph import Literal, NamedNode, Quad

from .dataset import DatasetMeta


def dataset_quads(meta: DatasetMeta, graph: NamedNode) -> Iterator[Quad]:
    """The dataset itself; its sources are things and stand elsewhere."""
    me = node(f"dataset/{meta.id}")
    yield Quad(me, A, prop("Dataset"), graph)
    for language in ("zh", "en"):
        title = Literal(getattr(meta.title, language), language=language)
        yield Quad(me, NamedNode(DCT + "title"), title, graph)
        yield Quad(me, NamedNode(SKOS + "prefLabel"), title, graph)
    yield Quad(me, NamedNode(DCT + "license"), Literal(meta.licence), graph)
    yield Quad(me, prop("recordedBy"), Literal(meta.recorded_by), graph)
    yield Quad(me, prop("recordedAt"), literal(meta.recorded_at), graph)
    for source in meta.sources:
        yield Quad(me, prop("source"), node(f"source/{source.id}"), graph)
