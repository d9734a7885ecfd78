"""Findings as nodes of their own named graph, and no blank nodes: SPARQL can ask for disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cemai.graph.rdf.writer import A, graph_node, literal, node, prop
from cemai.ontology.namespaces import DCT, XSD
from pyoxigraph import Literal, NamedNode, Quad

from .findings import Finding

GRAPH = graph_node("audit")
BOOLEAN = NamedNode(XSD + "boolean")
DESCRIPTION = NamedNode(DCT + "description")


def finding_quads(findings: Iterable[Finding]) -> Iterator[Quad]:
    """The quads of findings, in ``g:audit``."""
    for found in findings:
        me = node(found.id)
        yield Quad(me, A, prop("Disagreement"), GRAPH)
        yield Quad(me, prop("disagreementClass"), node(f"disagreement-class/{found.klass}"), GRAPH)
        yield Quad(me, prop("isDisagreement"), Literal(str(found.disagreement).lower(), datatype=BOOLEAN), GRAPH)
        yield Quad(me, prop("auditRule"), literal(found.rule), GRAPH)
        yield Quad(me, prop("seriousness"), literal(found.rank), GRAPH)
        for language, sentence in (("zh", found.zh), ("en", found.en)):
            yield Quad(me, DESCRIPTION, Literal(sentence, language=language), GRAPH)
        for claim in found.claims:
            yield Quad(me, prop("involves"), node(f"claim/{claim}"), GRAPH)
        yield from _gap(me, found)


def _gap(me: NamedNode, found: Finding) -> Iterator[Quad]:
    if found.gap is not None and found.gap_unit:
        yield Quad(me, prop("gap"), literal(found.gap), GRAPH)
        yield Quad(me, prop("gapUnit"), node(f"unit/{found.gap_unit}"), GRAPH)
    if found.relative is not None:
        yield Quad(me, prop("relativeGap"), literal(found.relative), GRAPH)
