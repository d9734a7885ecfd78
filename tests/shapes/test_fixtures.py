"""Each shape and each rule passes its ok fixture, and finds its bad one for the named reason only."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from cemai.ontology.schema import ontology_quads
from cemai.shapes.gate import GateFinding, check
from cemai.shapes.loader import read_shapes, shape_files
from cemai.shapes.readable import SHAPE
from cemai.shapes.rules import read_rules
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

HERE = Path(__file__).parent
GRAPH = NamedNode("https://w3id.org/cemai/graph/test")
SHAPES = {path.stem: "".join(p.title() for p in path.stem.split("-")) + "Shape" for path in shape_files()}
NAMES = SHAPES | {rule.name: rule.name for rule in read_rules()}
SEVERITY = {s.name: s.severity for s in read_shapes().by_node.values()} | {r.name: r.severity for r in read_rules()}


@cache
def ontology() -> list[Quad]:
    return list(ontology_quads())


def findings(*files: Path) -> list[GateFinding]:
    """What shapes and rules say of the ontology, the base and the fixtures together.

    The fixtures are parts of claims; what readers need beyond that is tested in test_readable.py.
    """
    store = Store()
    store.bulk_extend(ontology())
    for file in (HERE / "base.ttl", *files):
        store.extend(Quad(q.subject, q.predicate, q.object, GRAPH) for q in parse(path=file, format=RdfFormat.TURTLE))
    return [finding for finding in check(store) if finding.shape != SHAPE]


def test_every_shape_and_rule_has_its_fixtures() -> None:
    for folder in ("ok", "bad"):
        assert {p.stem for p in (HERE / folder).glob("*.ttl")} == set(NAMES)


def test_the_base_passes() -> None:
    assert findings() == []


@pytest.mark.parametrize("name", NAMES)
def test_ok_passes(name: str) -> None:
    assert findings(HERE / "ok" / f"{name}.ttl") == []


@pytest.mark.parametrize("name", NAMES)
def test_bad_fails_for_the_named_reason_only(name: str) -> None:
    found = findings(HERE / "bad" / f"{name}.ttl")
    assert {f.shape for f in found} == {NAMES[name]}, found
    assert all(f.message_zh and f.message_en and f.focus for f in found)
    if name not in SHAPES:
        assert {f.severity for f in found} == {SEVERITY[name]}


@pytest.mark.parametrize("name", SHAPES)
def test_every_constraint_of_a_shape_is_seen_to_fail(name: str) -> None:
    """Each property of a shape is at fault somewhere in the bad fixture, with the severity that the shape gives it."""
    wanted = {(s.path, s.severity, s.zh, s.en) for s in read_shapes().by_node.values() if s.name == SHAPES[name]}
    found = findings(HERE / "bad" / f"{name}.ttl")
    assert {(f.path, f.severity, f.message_zh, f.message_en) for f in found} == wanted


def test_a_finding_says_shape_constraint_path_and_value() -> None:
    found = {(f.path, f.constraint): f for f in findings(HERE / "bad" / "division.ttl")}
    code = found["cm:code", "PatternConstraintComponent"]
    assert (code.severity, code.shape, code.focus, code.value) == ("violation", "DivisionShape", "place/x", "33020")
    assert code.term == '"33020"^^<http://www.w3.org/2001/XMLSchema#string>'
    assert (code.message_zh, code.message_en) == (
        "现行区划须有一个六位代码",
        "a current division has one code of six digits",
    )
    assert found["geo:long", "MinInclusiveConstraintComponent"].value == "12.5"
    assert found["cm:level", "MinCountConstraintComponent"].value == ""


def test_a_finding_of_a_rule_says_the_value() -> None:
    [found] = findings(HERE / "bad" / "code-under-province.ttl")
    assert (found.shape, found.path, found.focus, found.value, found.constraint) == (
        "code-under-province", "", "place/320200", "320200", "",
    )  # fmt: skip


def test_violations_come_first() -> None:
    found = findings(HERE / "bad" / "observation.ttl", HERE / "bad" / "statement-twice.ttl")
    severities = [f.severity for f in found]
    assert severities == sorted(severities) and set(severities) == {"violation", "warning"}
