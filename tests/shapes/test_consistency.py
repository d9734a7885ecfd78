"""`cemai ontology --check`: what HermiT says of the ontology and of a user's extension, with a smallest cause."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import owlready2
import pytest
from cemai.graph.errors import ComponentMissing, DataError
from cemai.ontology.namespaces import OWL, RDF
from cemai.shapes import axioms
from cemai.shapes.axioms import Axiom
from cemai.shapes.consistency import check_ontology, minimal, reason
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Triple

from tests.components import need
from tests.running import Inside

HEAD = """@prefix cm: <https://w3id.org/cemai/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix x: <https://example.org/own#> .
"""


def extension(folder: Path, text: str) -> Path:
    path = folder / "own.ttl"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def test_the_shipped_ontology_is_sound(ask: Inside) -> None:
    need("java")
    done = ask("ontology", "--check")
    assert done.status == 0, done.err
    assert done.out.splitlines() == ["一致 consistent", "0 个不可满足的类 classes that can have no member"]


def test_a_class_below_two_that_never_mix_is_reported_with_its_cause(ask: Inside, tmp_path: Path) -> None:
    need("java")
    own = extension(tmp_path, "x:Mixed a owl:Class ; rdfs:subClassOf cm:City , cm:Policy , cm:Entity .")
    done = ask("ontology", "--check", "--extension", own)
    assert done.status == 1
    assert "1 个不可满足的类 classes that can have no member\n  Mixed\n" in done.out
    assert "  Mixed subClassOf City\n  Mixed subClassOf Policy\n" in done.out
    assert "Mixed subClassOf Entity" not in done.out, "not needed for the contradiction"


def test_a_statement_that_nothing_can_satisfy_makes_the_whole_inconsistent(tmp_path: Path) -> None:
    need("java")
    own = extension(tmp_path, "x:a a cm:City ; a cm:Policy ; cm:locatedIn x:b .")
    verdict = check_ontology([own])
    assert not verdict.consistent and not verdict.sound
    [(_, cause)] = verdict.causes
    assert {"a type City", "a type Policy"} <= set(cause) and not any("locatedIn" in axiom for axiom in cause)


def test_without_java_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ComponentMissing, match="Java"):
        reason([])


def test_a_reasoner_that_gives_up_is_reported_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def gives_up(*_: object, **__: object) -> None:
        raise owlready2.OwlReadyJavaError("out of memory\n  at a.b.C")

    monkeypatch.setattr(owlready2, "sync_reasoner_hermit", gives_up)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/java")
    with pytest.raises(ComponentMissing, match=r"gave up .*out of memory$"):
        reason([])


def test_nothing_is_a_cause_of_what_is_not_wrong_by_itself() -> None:
    """A single axiom is its own cause; declarations are never left out and never told as one."""
    declared = frozenset({Triple(NamedNode("urn:s"), NamedNode(RDF + "type"), NamedNode(OWL + "Class"))})
    assert minimal([declared, axiom(1)], lambda some: axiom(1) in some and declared in some) == [axiom(1)]
    assert minimal([declared], lambda _: True) == []


@pytest.mark.parametrize("text", ["x:a x:b", "<a> <b> <c> .\nnope", "\x00"])
def test_a_file_that_is_no_rdf_is_refused_by_name(ask: Inside, tmp_path: Path, text: str) -> None:
    done = ask("ontology", "--check", "--extension", extension(tmp_path, text))
    assert done.status == 2 and "own.ttl" in done.err and "Traceback" not in done.err


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"absent\.ttl"):
        axioms.read(tmp_path / "absent.ttl")


def axiom(number: int) -> Axiom:
    return frozenset({Triple(NamedNode(f"urn:s:{number}"), NamedNode("urn:p"), NamedNode("urn:o"))})


@given(st.sets(st.integers(0, 30), min_size=1, max_size=5))
def test_the_cause_is_exactly_what_is_needed(needed: set[int]) -> None:
    everything = [axiom(number) for number in range(31)]
    wanted = {axiom(number) for number in needed}

    def wrong(some: Sequence[Axiom]) -> bool:
        return wanted <= set(some)

    assert set(minimal(everything, wrong)) == wanted


def test_a_restriction_stays_one_axiom(tmp_path: Path) -> None:
    own = extension(
        tmp_path,
        """x:A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty cm:within ;
        owl:someValuesFrom [ owl:unionOf ( cm:City cm:Policy ) ] ] ; rdfs:label "一"@zh .
        [] a owl:AllDisjointClasses ; owl:members ( x:A cm:City ) .""",
    )
    found = axioms.read(own)
    assert (len(found) == 2 and sorted(map(len, found)) == [6, 8]) or sorted(map(len, found)) == [6, 9]
    assert {len(axioms.names(a)) for a in found} == {2, 4}
