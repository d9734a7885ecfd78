"""What concepts and terms are called: read from the Turtle, in both languages, in one place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cemai.graph.repository import Repository
from cemai.ontology.labels import TERMS, concepts, known, label, ordered, place, short
from cemai.ontology.namespaces import OWL, RDF, SKOS
from cemai.ontology.schema import load
from cemai.ontology.text import LangText
from pyoxigraph import Literal, NamedNode, Quad, Store

ROOT = Path(__file__).parents[2]
ROOMS = ("ontology", "graph", "loaders", "shapes", "queries", "viz", "cemai")
# Heads and headings that are common words and happen to name a concept, too.
COINCIDENCES = {
    LangText("单位", "unit"),  # the column of units
    LangText("主语", "subject"),  # the column of subjects
    LangText("陈述", "statement"),  # the column of statements
    LangText("其他", "other"),  # any rest
    LangText("小时", "hour"),  # a unit as sources print it, with its key
    LangText("采用", "adopted"),  # the column that counts adopters
}


def test_a_label_is_a_pair() -> None:
    assert label("date-kind", "signed") == LangText("签发", "signed")
    assert label(TERMS, "designated") == LangText("获批", "designated")
    assert label(TERMS, "City") == LangText("城市", "city")


def test_what_the_ontology_lacks_is_called_by_its_key() -> None:
    assert known("date-kind", "dreamt") is None
    assert label("date-kind", "dreamt") == LangText("dreamt")
    assert label("no-scheme", "x y") == LangText("x y")


def test_a_short_form_stands_in_sentences_where_there_is_one() -> None:
    assert short("hedge", "nearly") == LangText("近", "nearly")
    assert short("hedge", "exact") == label("hedge", "exact")


def test_a_vocabulary_keeps_its_order_which_is_a_rank() -> None:
    assert list(concepts("evidence-tier")) == ["passage", "act", "unverified"]
    assert ordered("evidence-tier", ["own", "unverified", "act", "own"]) == ["act", "unverified", "own"]
    assert place("evidence-tier", "passage") < place("evidence-tier", "act") < place("evidence-tier", "own")


def test_a_text_is_given_in_the_language_asked_for() -> None:
    assert [LangText("甲", "A").in_(language) for language in ("zh", "en", "de")] == ["甲", "A", "甲"]


def test_the_other_language_stands_in_for_one_that_is_missing() -> None:
    assert [LangText("甲").in_(language) for language in ("zh", "en")] == ["甲", "甲"]
    assert [LangText("", "A").in_(language) for language in ("zh", "en")] == ["A", "A"]
    assert [LangText("甲", "A").both(), LangText("", "A").both(), LangText("A", "A").both()] == ["甲 A", "A", "A"]


DATE_KINDS = "https://w3id.org/cemai/id/scheme/date-kind"


def test_a_graph_names_the_concepts_of_its_users() -> None:
    """The shipped label first, then the one that the graph holds, then the key."""
    graph = NamedNode("https://w3id.org/cemai/graph/own")
    named = {
        "id/date-kind/dreamt": ("2004/02/skos/core#prefLabel", "梦见", "dreamt of"),
        "id/date-kind/signed": ("2004/02/skos/core#prefLabel", "另一名", "another name"),
        "ontology#dreamt": ("2000/01/rdf-schema#label", "梦想", "has dreamt"),
    }
    kg = Repository(store := Store())
    for name, (predicate, *texts) in named.items():
        for language, text in zip(("zh", "en"), texts, strict=True):
            subject = NamedNode(f"https://w3id.org/cemai/{name}")
            label_ = NamedNode(f"http://www.w3.org/{predicate}")
            store.add(Quad(subject, label_, Literal(text, language=language), graph))
        of_what = (SKOS + "inScheme", DATE_KINDS) if "/date-kind/" in name else (RDF + "type", OWL + "ObjectProperty")
        predicate_, value = map(NamedNode, of_what)
        store.add(Quad(subject, predicate_, value, graph))
    assert kg.concept("date-kind", "dreamt") == LangText("梦见", "dreamt of")
    assert kg.concept(TERMS, "dreamt") == LangText("梦想", "has dreamt")
    assert kg.concept("date-kind", "signed") == LangText("签发", "signed")
    assert kg.concept("date-kind", "foreseen") == LangText("foreseen")
    assert kg.concept(TERMS, "foreseen") == LangText("foreseen")


def _named() -> set[LangText]:
    """What the code must not say again: the concepts of all vocabularies, and the roles."""
    terms = load()
    roles = (*terms.leaves("hasRoleIn"), "designated")
    return {text for scheme in terms.concepts for text in concepts(scheme).values()} | {label(TERMS, r) for r in roles}


@pytest.mark.parametrize("room", ROOMS)
def test_no_label_stands_in_the_code(room: str) -> None:
    """Neither as a pair nor as one string: ``"签发", "signed"``, ``"签发 signed"``."""
    files = [p for p in (ROOT / room).rglob("*") if p.suffix in (".py", ".html", ".js") and "assets" not in p.parts]
    pair = re.compile(r"""(["'])([^"'\n]*[\u4e00-\u9fff][^"'\n]*?)(?:\1,\s*\1| )([A-Za-z][^"'\n]*)\1""")
    named, found = _named() - COINCIDENCES, []
    for path in files:
        said = (LangText(match[2], match[3]) for match in pair.finditer(path.read_text(encoding="utf-8")))
        found += [f"{path.relative_to(ROOT)}: {text.both()}" for text in said if text in named]
    assert not found
