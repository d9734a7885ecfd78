"""The report in the vocabulary of SHACL: a program of others reads from it what the gate found."""

from __future__ import annotations

from dataclasses import replace

from cemai.shapes.gate import GateFinding
from cemai.shapes.report import as_turtle
from rdflib import RDF, SH, Graph, Literal, URIRef

ID, CM = "https://w3id.org/cemai/id/", "https://w3id.org/cemai/ontology#"
SHAPES = "https://w3id.org/cemai/shapes#"
FOUND = GateFinding(
    "violation",
    "ClaimShape",
    "claim/d/t/k",
    "cm:rowKey",
    "x",
    '缺"键"',
    "no\nkey",
    "MinCountConstraintComponent",
    '"x"',
)
RULE = GateFinding("warning", "zone-has-place", "http://example.org/zone", "", "", "无地", "no place")


def read(*findings: GateFinding) -> Graph:
    return Graph().parse(data=as_turtle(findings), format="turtle")


def test_a_finding_of_a_shape_is_told_in_all_its_parts() -> None:
    graph = read(FOUND)
    (result,) = graph.subjects(RDF.type, SH.ValidationResult)
    assert {(p, o) for p, o in graph.predicate_objects(result) if p != RDF.type} == {
        (SH.focusNode, URIRef(f"{ID}claim/d/t/k")), (SH.resultSeverity, SH.Violation),
        (SH.sourceShape, URIRef(f"{SHAPES}ClaimShape")), (SH.resultPath, URIRef(f"{CM}rowKey")),
        (SH.sourceConstraintComponent, SH.MinCountConstraintComponent), (SH.value, Literal("x")),
        (SH.resultMessage, Literal('缺"键"', lang="zh")), (SH.resultMessage, Literal("no\nkey", lang="en")),
    }  # fmt: skip


def test_a_rule_has_no_path_and_no_constraint_of_shacl() -> None:
    graph = read(RULE)
    (result,) = graph.subjects(RDF.type, SH.ValidationResult)
    assert graph.value(result, SH.sourceConstraintComponent) == URIRef(f"{SHAPES}SetRule")
    assert graph.value(result, SH.resultSeverity) == SH.Warning
    assert graph.value(result, SH.resultPath) is None and graph.value(result, SH.value) is None


def test_the_report_conforms_where_nothing_was_found_only() -> None:
    for findings, conforms in (((), True), ((FOUND,), False), ((FOUND, RULE), False)):
        graph = read(*findings)
        (report,) = graph.subjects(RDF.type, SH.ValidationReport)
        assert graph.value(report, SH.conforms) == Literal(conforms)
        assert len(set(graph.objects(report, SH.result))) == len(findings)


def test_a_result_is_named_by_what_it_says() -> None:
    """The same finding bears the same name in every report; others bear others."""
    changes = {"focus": "claim/d/t/j", "path": "cm:text", "term": '"y"', "message_en": "none", "shape": "PlaceShape"}
    others = [replace(FOUND, **{name: value}) for name, value in changes.items()]
    names = [set(read(finding).subjects(RDF.type, SH.ValidationResult)) for finding in (FOUND, FOUND, *others)]
    assert names[0] == names[1] and len({frozenset(name) for name in names}) == 1 + len(others)
