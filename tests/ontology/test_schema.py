"""What code asks of the ontology by name: what a class is, roles at the ends, ranks of vocabularies, names in parts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from cemai.ontology.namespaces import CM, ID, identifier, iri, local, parted, term
from cemai.ontology.schema import alignment_files, all_quads, files, load, ontology_quads
from pyoxigraph import BlankNode

TERMS = load()
BELOW = {"A": {"A"}, "B": {"A", "B"}, "C": {"A", "B", "C"}, "D": {"A", "D"}}
SMALL = replace(TERMS, classes=frozenset(BELOW), ancestors={name: frozenset(above) for name, above in BELOW.items()})


@pytest.mark.parametrize(
    ("name", "wanted", "is_one"),
    [
        ("C", {"A"}, True), ("C", {"B", "D"}, True), ("C", {"D"}, False), ("A", {"C"}, False), ("A", {"A"}, True),
        ("D", set(), True), ("unknown", {"unknown"}, True), ("unknown", {"A"}, False), ("unknown", set(), True),
    ],
)  # fmt: skip
def test_a_class_is_itself_and_all_above_it(name: str, wanted: set[str], is_one: bool) -> None:
    """Where nothing is wanted everything will do."""
    assert SMALL.is_a(name, frozenset(wanted)) is is_one


def test_leaves_are_what_has_nothing_below_itself() -> None:
    assert SMALL.leaves("A") == {"C", "D"} and SMALL.leaves("B") == {"C"} and SMALL.leaves("C") == frozenset()


def test_the_shipped_classes_stand_where_the_model_says() -> None:
    assert TERMS.is_a("PilotZone", frozenset({"Entity"})) and not TERMS.is_a("PilotZone", frozenset({"Place"}))
    assert {"adopted", "piloted", "originated"} <= TERMS.leaves("hasRoleIn")
    assert "designated" not in TERMS.leaves("hasRoleIn") and "hasRoleIn" not in TERMS.leaves("hasRoleIn")
    assert {"within", "cites"} <= TERMS.properties and "City" in TERMS.classes and "City" not in TERMS.properties
    assert all(name in above for name, above in TERMS.ancestors.items())


def test_the_ends_of_a_property_are_one_class_or_any_of_several() -> None:
    assert TERMS.domains["evidenceNumber"] == {"Evidence"} and TERMS.ranges["source"] == {"Source", "Policy"}
    assert "evidenceNumber" not in TERMS.ranges, "a number is no class of ours"


def test_concepts_stand_by_scheme_and_rank() -> None:
    assert TERMS.concepts["evidence-tier"] == ("passage", "act", "unverified")
    assert TERMS.concepts["claim-rank"][0] == "preferred" and TERMS.concepts["claim-rank"][-1] == "deprecated"


def test_what_is_part_of_the_graph_and_what_is_not() -> None:
    """Alignments stand outside; lists and restrictions stay in the files."""
    assert not set(files()) & set(alignment_files()) and alignment_files()
    assert {path.parent.name for path in files()} == {"ontology", "vocabularies"}
    quads = list(ontology_quads())
    assert not any(isinstance(node, BlankNode) for quad in quads for node in (quad.subject, quad.object))
    plain = Counter(q.triple for q in all_quads() if BlankNode not in {type(q.subject), type(q.object)})
    assert Counter(q.triple for q in quads) == plain and {str(q.graph_name)[-9:-1] for q in quads} == {"ontology"}


@pytest.mark.parametrize(
    ("name", "mark", "parts"),
    [("madeEligible", "-", "made-eligible"), ("PilotZone", "_", "pilot_zone"), ("sha256", "-", "sha256"),
     ("x2Y", "-", "x2-y"), ("City", "-", "city"), ("ABTest", "-", "abtest")],
)  # fmt: skip
def test_a_local_name_in_parts(name: str, mark: str, parts: str) -> None:
    assert parted(name, mark) == parts


def test_an_iri_of_another_name_space_is_left_whole() -> None:
    other = "http://www.w3.org/2004/02/skos/core#Concept"
    assert identifier(other) == local(other) == other
    assert (identifier(iri("place/1")), local(term("City")), iri("a/b"), term("b")) == (
        "place/1", "City", f"{ID}a/b", f"{CM}b",
    )  # fmt: skip
