"""What is checked of a claim against its spans: names of subject and object, by kind of claim."""

from __future__ import annotations

import pytest
from cemai.graph.model.entity import Entity
from cemai.graph.model.locators import Document, sha256
from cemai.graph.model.statement import Claim, Evidence, Span
from cemai.loaders.evidence.verify import Checker

DOCUMENT = Document("source/x", "甲市 商务局\n发布 《甲市办法》，乙协会 加入 联盟。", "")
NAMES = {
    "place/1": "甲市",
    "org/club": "乙协会",
    "org/union": "联盟",
    "policy/act": "甲市办法",
    "policy/other": "丙市办法",
}
THINGS = {i: Entity(id=i, classes=("Thing",), name_zh=name) for i, name in NAMES.items()}


def faults(kind: str, about: str, thing: str | None, **words: str) -> list[str]:
    """The rules that a claim breaks whose spans are these words, by role."""
    spans = []
    for role, anchor in words.items():
        start, end = DOCUMENT.find(anchor)
        spans.append(Span(role, DOCUMENT.id, start, end, sha256(DOCUMENT.slice(start, end))))
    claim = Claim(id="d/t/k", kind=kind, dataset="d", key="k", subject=about, predicate="issued", object=thing,
                  evidence=(Evidence(1, DOCUMENT.id, tuple(spans)),))  # fmt: skip
    return [fault.rule for fault in Checker({DOCUMENT.id: DOCUMENT}, THINGS).faults(claim)]


@pytest.mark.parametrize("kind", ["Adoption", "Relation"])
@pytest.mark.parametrize(
    ("thing", "broken"),
    [("policy/act", []), ("policy/other", ["object"]), ("org/union", ["object"]), (None, [])],
    ids=["named", "unknown here", "named elsewhere only", "none"],
)
def test_the_object_of_an_adoption_or_relation_stands_in_a_span(kind: str, thing: str, broken: list[str]) -> None:
    assert faults(kind, "place/1", thing, subject="甲市 商务局", statement="发布《甲市办法》") == broken


@pytest.mark.parametrize("role", ["value", "header", "statement"])
def test_the_object_may_stand_in_a_span_of_any_role(role: str) -> None:
    assert faults("Relation", "org/club", "org/union", subject="乙协会", **{role: "加入 联盟"}) == []


@pytest.mark.parametrize("kind", ["Designation", "Evaluation", "Report"])
def test_objects_named_in_our_own_words_are_not_looked_for(kind: str) -> None:
    """A round, a zone or a challenge bears a name that no text prints."""
    assert faults(kind, "place/1", "policy/other", subject="甲市 商务局") == []


@pytest.mark.parametrize(("role", "broken"), [("subject", []), ("header", []), ("statement", ["subject"])])
def test_the_subject_stands_where_a_subject_is_named(role: str, broken: list[str]) -> None:
    assert faults("Report", "org/club", None, **{role: "乙协会"}) == broken
