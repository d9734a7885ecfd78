"""Shapes, rules and ontology modules that cannot be used: an error that names file and line, never a silent pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.errors import GateError
from cemai.shapes.loader import read_shapes
from cemai.shapes.rules import read_rules, rule_findings, tallies
from cemai.shapes.supported import CONSTRAINTS, ontology_terms
from pyoxigraph import Store

PREFIXES = """@prefix cm: <https://w3id.org/cemai/ontology#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix : <https://w3id.org/cemai/shapes#> .
"""
SHAPE = """:XShape a sh:NodeShape ;
    sh:targetClass cm:City ;
    sh:property [
        sh:path cm:code ; sh:minCount 1 ;
        sh:message "码"@zh , "code"@en
    ] .
"""


def refusal(folder: Path, text: str) -> str:
    (folder / "x.ttl").write_text(PREFIXES + text, encoding="utf-8")
    with pytest.raises(GateError) as caught:
        read_shapes(folder)
    return str(caught.value)


def test_a_good_shape_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text(PREFIXES + SHAPE, encoding="utf-8")
    [shape] = read_shapes(tmp_path).by_node.values()
    assert (shape.name, shape.path, shape.severity, shape.zh, shape.en) == (
        "XShape", "cm:code", "violation", "码", "code",
    )  # fmt: skip


def test_a_file_that_does_not_parse_names_file_and_line(tmp_path: Path) -> None:
    said = refusal(tmp_path, SHAPE.replace("sh:minCount 1 ;", "sh:minCount ;"))
    assert said.startswith(f"{tmp_path / 'x.ttl'}, line 7: ") and "do not parse" in said


@pytest.mark.parametrize(
    ("old", "new", "line", "named"),
    [
        ("sh:minCount 1", 'sh:sparql [ sh:select "SELECT" ]', 7, "shacl#s"),
        ("sh:minCount 1", 'sh:js [ sh:jsFunctionName "f" ]', 7, "shacl#js"),
        ("sh:minCount 1", "sh:minCout 1", 7, "sh:minCout"),
        ("sh:minCount 1", "sh:node :Other", 7, "shacl#node"),
        ("sh:minCount 1", "sh:deactivated true", 7, "shacl#deactivated"),
        ("sh:minCount 1", "cm:minCount 1", 7, "ontology#minCount"),
        ("sh:minCount 1", 'sh:minCount "one"', 7, "shacl#minCount"),
        ("sh:minCount 1", "sh:minCount -1", 7, "shacl#minCount"),
        ("sh:minCount 1", "sh:in cm:City", 7, "shacl#in"),
        ("sh:minCount 1", 'sh:pattern "("', 7, "shacl#pattern"),
        ("sh:minCount 1", "sh:severity sh:Info", 7, "shacl#Info"),
        ("cm:code", "cm:cod", 7, "ontology#cod"),
        ("cm:code", "[ sh:inversePath cm:code ]", 7, "shacl#inversePath"),
        ("cm:code", "( cm:code cm:level )", 7, "shacl#path"),
        ("cm:City", "cm:Citty", 5, "ontology#Citty"),
        ("sh:targetClass cm:City", 'sh:target [ sh:select "SELECT" ]', 5, "shacl#"),
        ("sh:targetClass cm:City ;", "", 4, "XShape"),
        ("sh:targetClass cm:City", "sh:targetClass cm:City ; sh:closed true", 5, "shacl#closed"),
        ("sh:targetClass cm:City", "sh:targetClass cm:City ; sh:nodeKind sh:IRI", 5, "shacl#nodeKind"),
        ("a sh:NodeShape ;", "", 6, "shacl#property"),
        ('"码"@zh , ', "", 7, "zh"),
        ('"码"@zh , ', '"码"@zh , "号"@zh , ', 7, "zh"),
    ],
)
def test_what_is_not_supported_is_an_error(tmp_path: Path, old: str, new: str, line: int, named: str) -> None:
    assert old in SHAPE
    said = refusal(tmp_path, SHAPE.replace(old, new))
    assert said.startswith(f"{tmp_path / 'x.ttl'}, line {line}: "), said
    assert named.replace("sh:", "shacl#") in said


def test_pyshacl_knows_every_constraint_that_is_let_through() -> None:
    from pyshacl.constraints import ALL_CONSTRAINT_PARAMETERS

    assert {str(p).rpartition("#")[2] for p in ALL_CONSTRAINT_PARAMETERS} >= CONSTRAINTS


def test_an_ontology_file_that_does_not_parse_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("@prefix cm: <https://w3id.org/cemai/ontology#> .\ncm:A a cm: cm:B .\n")
    with pytest.raises(GateError, match=r"bad\.ttl, line 2: the ontology does not parse"):
        ontology_terms((tmp_path / "bad.ttl",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("#+ severity: violation\n#+ zh: 甲\nSELECT ?focus {}", "x.rq, line 1: the header needs en, severity, zh"),
        ("#+ severity: fatal\n#+ zh: 甲\n#+ en: a\nSELECT ?focus {}", "x.rq, line 1: severity is violation or warning"),
        ("#+ severity: violation\n#+ zh: 甲: 乙: 丙\n#+ en: a\n", "x.rq, line 2: the header is not YAML"),
        (
            "#+ severity: violation\n#+ zh: 甲\n#+ en: a\nSELECT ?focus {",
            "x.rq, line 4, column 16: the rule does not parse",
        ),
        ("#+ severity: violation\n#+ zh: 甲\n#+ en: a\nSELECT ?it {}", "x.rq: the rule must select ?focus"),
        ("#+ severity: violation\n#+ zh: 甲\n#+ en: a\nASK {}", "x.rq: the rule must select ?focus"),
    ],
)
def test_a_rule_that_cannot_be_used_is_an_error(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "x.rq").write_text(text, encoding="utf-8")
    with pytest.raises(GateError) as caught:
        [list(rule_findings(Store(), rule)) for rule in read_rules(tmp_path)]
    assert said in str(caught.value)


def test_a_tally_that_cannot_be_used_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.rq").write_text("#+ zh: 甲\n#+ en: a\nSELECT ?focus {}", encoding="utf-8")
    with pytest.raises(GateError, match="must select"):
        tallies(Store(), tmp_path)
