"""Claims and entities read in batches are what they are one by one, whatever stands in them."""

from __future__ import annotations

import pytest
from cemai.graph.errors import NameUnknown
from cemai.graph.model.statement import Claim, Evidence
from cemai.graph.rdf.reader import read_claims
from cemai.graph.rdf.writer import claim_quads, graph_node, node
from cemai.graph.repository import Repository
from cemai.graph.repository.descriptions import SHOWN
from cemai.ontology.namespaces import CM, RDF, SKOS
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.counting import Counting
from tests.graph.strategies import claims, texts

GRAPH = graph_node("made-up")
LABEL, TYPE = NamedNode(SKOS + "prefLabel"), NamedNode(RDF + "type")


def claim(note: str) -> Claim:
    """A claim with a note of any signs."""
    return Claim(id="d/t/k", kind="Relation", dataset="d", key="k", subject="place/1", predicate="cites", note=note,
                 evidence=(Evidence(1, "source/s"),))  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(claims(), min_size=1, max_size=3, unique_by=lambda c: c.id))
@example([claim("two\nlines, 100 %, %0A, %250A, a\ttab, a\rreturn, \u2028 and an end \n")])
@example([claim("evidence : evidence/x")])
def test_claims_come_back_equal_in_one_call(several: list[Claim]) -> None:
    store = Store()
    for one in several:
        store.extend(claim_quads(one, GRAPH))
    counting = Counting(store)
    assert Repository(counting).claims(c.id for c in several) == several
    assert counting.calls == 1


def test_the_claims_of_the_shipped_graph(kg: KnowledgeGraph) -> None:
    """All at once, of one kind, and each of a few: the same; two rows a claim and one a source are enough."""
    expected = {c.id: c for c in read_claims(kg.store)}
    counting = Counting(kg.store)
    found = Repository(counting).claims(expected)
    assert found == list(expected.values()) and counting.calls == 1
    assert counting.rows <= len(expected) + sum(len(c.evidence) for c in found) + 1000
    provisions = Repository(kg.store).claims_of("Provision")
    assert provisions == sorted((c for c in found if c.kind == "Provision"), key=lambda c: c.id)


def test_what_was_read_is_not_asked_for_again(kg: KnowledgeGraph) -> None:
    counting = Counting(kg.store)
    repository = Repository(counting)
    first, second = "casebook-2024/adoptions/hangzhou-liu-tixi", "public-acts/designations/zone-370200"
    repository.claims([first])
    assert [c.id for c in repository.claims([f"claim/{second}", first])] == [second, first] and counting.calls == 2
    for claim_id in (first, second):
        repository.locator(repository.claim(claim_id))
    repository.entities.load(["place/330100", "place/370200"])
    assert repository.label("place/330100") == "杭州市" and repository.kinds("place/370200")
    assert repository.names("place/370200", "zh")[0] == "青岛市" and counting.calls == 4, "entities and classes"
    repository.entities.look_up(["杭州", "1210", "没有此物"])
    assert repository.find("杭州", ("City",)) and repository.find("1210", ("Innovation",))
    assert not repository.find("没有此物") and counting.calls == 5


def test_a_claim_that_is_none_is_named_with_its_like(kg: KnowledgeGraph) -> None:
    with pytest.raises(NameUnknown) as unknown:
        kg.claims(["casebook-2024/adoptions/hangzhou-liu-tixi", "casebook-2024/adoptions/hangzhou-liu-tix"])
    assert "casebook-2024/adoptions/hangzhou-liu-tixi" in unknown.value.suggestions


@given(st.lists(texts, min_size=1, max_size=4, unique=True))
def test_labels_of_any_signs(labels: list[str]) -> None:
    store = Store()
    for number, text in enumerate(labels):
        store.add(Quad(node(f"place/{number}"), LABEL, Literal(text, language="zh"), GRAPH))
        store.add(Quad(node(f"place/{number}"), TYPE, NamedNode(CM + "City"), GRAPH))
    repository = Repository(store)
    repository.entities.load(f"place/{number}" for number in range(len(labels)))
    assert [repository.label(f"place/{number}") for number in range(len(labels))] == labels


@pytest.mark.parametrize("name", ["place/无此", 'x> } } ; DROP "', "a b/c", "", "place/", "<place/1>"])
def test_what_is_no_identifier_is_not_known(kg: KnowledgeGraph, name: str) -> None:
    assert kg.label(name) is None and not kg.classes(name) and not kg.kinds(name) and not kg.find(name)


def test_of_an_entity_is_read_what_it_is_shown_by_and_no_more(kg: KnowledgeGraph) -> None:
    """A province has hundreds of statements; its description has its names, classes and place."""
    found = Repository(kg.store).entities.get("place/440000")
    assert found.label("zh") == "广东省" and {"Province", "Place"} <= found.classes
    assert {name if ":" in name else CM + name for name in found.values} <= set(SHOWN)
