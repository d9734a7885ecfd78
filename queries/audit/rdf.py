"""Findings as nodes of their own named graph, and no blank nodes: SPARQL can ask for disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cemai.graph.rdf.writer import A, graph_node, literal, node, prop
from cemai.ontology.namespaces import DCT, XSD
from pyoxigraph import Literal, NamedNode, Quad

from .findings import AuditFinding

GRAPH = graph_node("audit")
BOOLEAN = NamedNode(XSD + "boolean")
DESCRIPTION = NamedNode(DCT + "description")


def finding_quads(findings: Iterable[AuditFinding]) -> Iterator[Quad]:
    """The quads of findings, in ``g:audit``."""
    for finding in findings:
        me = node(finding.id)
        yield Quad(me, A, prop("Disagreement"), GRAPH)
        yield Quad(me, prop("disagreementClass"), node(f"disagreement-class/{finding.klass}"), GRAPH)
        yield Quad(me, prop("isDisagreement"), Literal(str(finding.disagreement).lower(), datatype=BOOLEAN), GRAPH)
        yield Quad(me, prop("auditRule"), literal(finding.rule), GRAPH)
        yield Quad(me, prop("severityRank"), literal(finding.rank), GRAPH)
        for language, sentence in (("zh", finding.sentence.zh), ("en", finding.sentence.en)):
            yield Quad(me, DESCRIPTION, Literal(sentence, language=language), GRAPH)
        for claim in finding.claims:
            yield Quad(me, prop("involves"), node(f"claim/{claim}"), GRAPH)
        yield from _gap(me, finding)


def _gap(me: NamedNode, finding: AuditFinding) -> Iterator[Quad]:
    if finding.gap is not None and finding.gap_unit:
        yield Quad(me, prop("gap"), literal(finding.gap), GRAPH)
        yield Quad(me, prop("gapUnit"), node(f"unit/{finding.gap_unit}"), GRAPH)
    if finding.relative is not None:
        yield Quad(me, prop("relativeGap"), literal(finding.relative), GRAPH)
