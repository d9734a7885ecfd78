"""What a graph knows of names, classes, places and vocabularies: a handful of statements, every answer known."""

from __future__ import annotations

import pytest
from cemai.graph.errors import NameAmbiguous, NameUnknown, QueryError
from cemai.graph.model.normal_form import name_key
from cemai.graph.model.statement import Claim, Evidence, Span
from cemai.graph.rdf.writer import claim_quads, graph_node, node
from cemai.graph.repository import Repository
from cemai.ontology.namespaces import OWL, RDF, RDFS, SKOS, term
from cemai.ontology.text import LangText
from pyoxigraph import Literal, NamedNode, Quad, Store

from tests.graph.counting import Counting

GRAPH = graph_node("made-up")
# Identifier, classes, Chinese and English label, other names, places it lies in.
THINGS = (
    ("place/1", "City Place", "云港市", "Yungang", ("云港",), ("place/0",)),
    ("place/0", "Province Place", "云山省", "Yunshan", (), ()),
    ("place/2", "City Province Place", "直辖市", "Directly", (), ()),
    ("place/3", "Town Place", "港镇", None, (), ("place/1", "place/0")),
    ("org/1", "Association", "云港商会", None, ("商会",), ()),
    ("org/2", "Association", "云溪商会", None, ("商会",), ()),
)
ABOVE = (("City", "Place"), ("Province", "Place"), ("Town", "Place"), ("Place", "Entity"), ("Entity", "Thing"))


@pytest.fixture
def store() -> Counting:
    store = Store()

    def add(subject: NamedNode, property_: str, value: NamedNode | Literal) -> None:
        store.add(Quad(subject, NamedNode(property_), value, GRAPH))

    for id_, classes, zh, en, others, within in THINGS:
        add(node(id_), SKOS + "prefLabel", Literal(zh, language="zh"))
        if en:
            add(node(id_), SKOS + "prefLabel", Literal(en, language="en"))
        for other in others:
            add(node(id_), SKOS + "altLabel", Literal(other, language="zh"))
        for name in filter(None, (zh, en, *others)):
            add(node(id_), term("nameKey"), Literal(name_key(name)))
        for class_ in classes.split():
            add(node(id_), RDF + "type", NamedNode(term(class_)))
        for place in within:
            add(node(id_), term("within"), node(place))
    for below, above in ABOVE:
        add(NamedNode(term(below)), RDFS + "subClassOf", NamedNode(term(above)))
    for concept in ("own/b", "own/a"):
        add(node(concept), SKOS + "inScheme", node("scheme/own"))
        add(node(concept), SKOS + "prefLabel", Literal(concept[-1] * 2, language="en"))
    add(NamedNode(term("dreams")), RDF + "type", NamedNode(OWL + "ObjectProperty"))
    add(NamedNode(term("dreams")), RDFS + "label", Literal("梦", language="zh"))
    return Counting(store)


def test_a_name_or_an_identifier_finds_its_thing(store: Counting) -> None:
    kg = Repository(store)
    assert [kg.one(name) for name in ("云港市", "云港", " yungang ", "place/1")] == ["place/1"] * 4
    assert kg.find("商会") == ["org/1", "org/2"] and kg.find("云港市", ("Province",)) == []
    assert kg.find("nothing") == []


def test_a_name_that_several_bear_or_none_is_told_with_what_could_be_meant(store: Counting) -> None:
    kg = Repository(store)
    with pytest.raises(NameAmbiguous, match=r"org/1.*org/2"):
        kg.one("商会")
    with pytest.raises(NameUnknown, match="云港市"):
        kg.one("云岗市")
    with pytest.raises(QueryError, match=r"云山省 \(place/0\), not City or Town.*cemai show place/0"):
        kg.one("云山省", ("City", "Town"))
    with pytest.raises(QueryError, match="empty"):
        kg.one("  ")


def test_near_names_are_those_of_the_classes_asked_for(store: Counting) -> None:
    assert Repository(store).suggest("云港", ("Association",)) == ["云港商会"]
    assert "云港市" in Repository(store).suggest("云岗市")


def test_the_kinds_of_a_thing_are_its_most_specific_classes(store: Counting) -> None:
    kg = Repository(store)
    assert kg.kinds("place/1") == ["City"] and kg.kinds("place/2") == ["City", "Province"]
    assert kg.kinds("org/1") == ["Association"] and kg.kinds("place/none") == []
    assert kg.vocabularies.above["City"] == {"Place", "Entity", "Thing"}


def test_a_place_and_all_within_it(store: Counting) -> None:
    kg = Repository(store)
    assert kg.inside("place/0") == {"place/0", "place/1", "place/3"}
    assert kg.inside("place/3") == {"place/3"}


def test_names_the_preferred_first(store: Counting) -> None:
    kg = Repository(store)
    assert kg.names("place/1", "zh") == ["云港市", "云港"] and kg.names("place/1", "en") == ["Yungang"]
    assert kg.names_of("Association") == [(["云港商会", "商会"], []), (["云溪商会", "商会"], [])]


def test_what_a_thing_is_called_and_what_stands_in_for_a_missing_name(store: Counting) -> None:
    kg = Repository(store)
    assert kg.text("place/1") == LangText("云港市", "Yungang") and kg.text("place/3") == LangText("港镇")
    assert kg.text("place/none") == LangText("place/none") and kg.label("place/3", "en") is None
    assert kg.label("place/1") == "云港市" and kg.label("place/1", "en") == "Yungang"


def test_a_vocabulary_of_the_users_own(store: Counting) -> None:
    kg = Repository(store)
    assert kg.concepts("own") == ["a", "b"] and kg.vocabulary("own")["a"] == LangText("", "aa")
    assert kg.concept("cm", "dreams") == LangText("梦") and kg.concepts("none") == []


def test_what_is_known_is_not_asked_for_again(store: Counting) -> None:
    """Many in one call; what the graph does not know is remembered, too."""
    kg = Repository(store)
    kg.entities.load(["place/1", "place/2", "place/none", None])
    assert store.calls == 1
    assert kg.label("place/2") == "直辖市" and kg.label("place/none") is None and store.calls == 1
    kg.entities.look_up(["云港", "商会"])
    assert (kg.find("云港"), kg.find("商会")) == (["place/1"], ["org/1", "org/2"]) and store.calls == 2


def test_a_claim_is_found_by_its_id_and_says_where_it_stands(store: Counting) -> None:
    spans = (Span("subject", "source/text", 3, 5, "0" * 64), Span("value", "source/text", 7, 12, "0" * 64))
    claim = Claim(id="d/t/cities", kind="Relation", dataset="d", key="cities", subject="place/1", predicate="cites",
                  evidence=(Evidence(1, "source/text", spans), Evidence(2, "place/0"), Evidence(3, "policy/x")),
                  )  # fmt: skip
    inner = Store()
    inner.extend([*claim_quads(claim, GRAPH), *store.quads_for_pattern(None, None, None, None)])
    kg = Repository(inner)
    assert kg.claim("claim/d/t/cities") == kg.claim(" d/t/cities") == claim
    assert kg.locator(claim) == "text 7–12; 云山省; policy/x", "the span of the value, the name of an act, else its id"
    with pytest.raises(NameUnknown, match="d/t/cities"):
        kg.claim("d/t/citys")
