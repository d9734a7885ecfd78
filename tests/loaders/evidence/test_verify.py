"""What is checked of a claim against its spans: names of subject and object, by kind of claim."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

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


FIGURES = Document("source/y", "甲市 2021年3月7日 出口 1.25 亿元，下降 5.2%，共 300 家。单位：万元", "")


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


def broken(words: dict[str, str], **fields: object) -> list[str]:
    """The rules that a figure or date of 甲市 breaks; `words` of its spans by role, the subject's aside."""
    spans = []
    for role, anchor in {"subject": "甲市", **words}.items():
        start, end = FIGURES.find(anchor)
        spans.append(Span(role, FIGURES.id, start, end, sha256(FIGURES.slice(start, end))))
    given = {"kind": "Observation", "predicate": "observed"} | fields
    claim = Claim(id="d/t/k", dataset="d", key="k", subject="place/1", evidence_tier="passage",
                  evidence=(Evidence(1, FIGURES.id, tuple(spans)),), **given)  # type: ignore[arg-type]  # fmt: skip
    return [fault.rule for fault in Checker({FIGURES.id: FIGURES}, THINGS).faults(claim)]


@pytest.mark.parametrize(
    ("words", "printed", "value", "rules"),
    [
        ({"value": "1.25亿元"}, "1.25亿元", "125000000", []),
        ({"value": "1.25亿元"}, "1.25亿元", "12500000", ["number"]),
        ({"value": "1.25", "unit": "⟦亿元⟧，下降"}, "1.25", "125000000", []),
        ({"value": "300"}, "300", "3000000", ["number"]),
        ({"value": "300", "header": "万元"}, "300", "3000000", ["number"]),
        ({"value": "300", "unit": "万元"}, "300", "3000000", []),
        ({"value": "5.2%"}, "5.2%", "52", ["number"]),
        ({"value": "300"}, "301", "301", ["value"]),
        ({}, "300", "300", ["value"]),
        ({"value": "1.25亿⟦元⟧"}, "300", "300", ["value"]),
    ],
)
def test_a_figure_reads_as_its_value(words: dict[str, str], printed: str, value: str, rules: list[str]) -> None:
    """As printed, or with the scale that its span or its unit names; what is not printed there is told first."""
    assert broken(words, printed=printed, value=Decimal(value)) == rules


def test_only_figures_are_read_as_numbers() -> None:
    """A provision prints a sum with words that say more than one number."""
    assert broken({"value": "300"}, kind="Provision", printed="300", value=Decimal(7)) == []


@pytest.mark.parametrize(
    ("stated", "begin", "end", "rules"),
    [
        ("2021年3月7日", (2021, 3, 7), (2021, 3, 7), []), ("2021年3月7日", (2021, 3, 7), (2021, 3, 8), ["date"]),
        ("2021年3月", (2021, 3, 1), (2021, 3, 31), []), ("2021年3月", (2021, 3, 2), (2021, 3, 31), ["date"]),
        ("2021年", (2021, 1, 1), (2021, 12, 31), []), ("2021年4月", (2021, 4, 1), (2021, 4, 30), ["value"]),
    ],
)  # fmt: skip
def test_a_date_reads_as_its_days(
    stated: str, begin: tuple[int, int, int], end: tuple[int, int, int], rules: list[str]
) -> None:
    days = {"date_begin": date(*begin), "date_end": date(*end), "date_kind": "signed"}
    assert broken({"value": "2021年3月7日"}, kind="Designation", predicate="designated", date=stated, **days) == rules


def test_a_span_that_cuts_a_number_or_lies_outside_is_told_and_nothing_more_of_it() -> None:
    assert broken({"value": "1.2⟦5⟧亿元"}, printed="9", value=Decimal(9)) == ["token"]
    assert broken({"statement": "1.2⟦5⟧亿元"}) == [], "a statement may begin anywhere"
    outside = Span("value", FIGURES.id, 5, 10_000, "0" * 64)
    elsewhere = Span("value", FIGURES.id, 0, 2, "0" * 64)
    for span, rule in ((outside, "outside"), (elsewhere, "hash")):
        claim = Claim(id="d/t/k", kind="Observation", dataset="d", key="k", subject="place/1", predicate="observed",
                      printed="9", evidence=(Evidence(1, FIGURES.id, (span,)),))  # fmt: skip
        assert [f.rule for f in Checker({FIGURES.id: FIGURES}, THINGS).faults(claim)] == [rule]


def test_a_claim_of_another_tier_is_not_checked_and_one_of_passages_needs_a_span() -> None:
    def claim(tier: str) -> Claim:
        return Claim(id="d/t/k", kind="Relation", dataset="d", key="k", subject="place/1", predicate="cites",
                     evidence_tier=tier, evidence=(Evidence(1, "policy/act"),))  # fmt: skip

    checker = Checker({}, THINGS)
    assert [f.rule for f in checker.faults(claim("act"))] == []
    assert "evidence" in [f.rule for f in checker.faults(claim("passage"))]


def test_texts_that_are_not_at_hand_are_named() -> None:
    evidence = Evidence(1, "source/x", tuple(Span("value", f"source/{name}", 0, 1, "0" * 64) for name in "xyz"))
    claim = Claim(id="d/t/k", kind="Relation", dataset="d", key="k", subject="place/1", predicate="cites",
                  evidence=(evidence,))  # fmt: skip
    assert Checker({"source/x": DOCUMENT, "source/y": FIGURES}, THINGS).missing(claim) == {"source/z"}
