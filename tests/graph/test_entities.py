"""An entity that goes into the store comes back equal; what datasets state and what rules derive stay apart."""

from __future__ import annotations

from cemai.graph.model.entity import Entity, Ref
from cemai.graph.rdf.reader import INFERRED, read_entity
from cemai.graph.rdf.writer import A, entity_quads, graph_node, node, prop
from cemai.graph.store.patterns import objects_of, pairs_of, properties_of, properties_with_graphs, subjects_of
from cemai.ontology.namespaces import CM, ID
from hypothesis import HealthCheck, given, settings
from pyoxigraph import BlankNode, Quad, Store

from tests.graph.strategies import entities

GRAPH, OTHER = graph_node("made-up"), graph_node("another")
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@SLOW
@given(entities())
def test_an_entity_comes_back_equal(entity: Entity) -> None:
    store = Store()
    store.extend(entity_quads(entity, GRAPH))
    assert read_entity(store, entity.id) == entity
    assert not any(isinstance(t, BlankNode) for quad in store for t in (quad.subject, quad.object))


@SLOW
@given(entities())
def test_two_graphs_that_say_the_same_say_it_once(entity: Entity) -> None:
    store = Store()
    for graph in (GRAPH, OTHER):
        store.extend(entity_quads(entity, graph))
    assert read_entity(store, entity.id) == entity


def test_what_rules_derive_stands_apart() -> None:
    store, me = Store(), node("place/1")
    city = Entity(id="place/1", classes=("City",), name_zh="甲市", properties=(("within", Ref("place/2")),))
    store.extend(entity_quads(city, GRAPH))
    for predicate, value in ((A, prop("Place")), (prop("within"), node("place/3")), (prop("runs"), node("mode/1"))):
        store.add(Quad(me, predicate, value, INFERRED))
    found = read_entity(store, "place/1")
    assert found is not None
    assert (found.classes, found.derived_classes) == (("City",), ("Place",))
    assert found.properties == (("within", Ref("place/2")),)
    assert found.derived == (("runs", Ref("mode/1")), ("within", Ref("place/3")))
    assert found.is_a("City") and found.is_a("Place") and not found.is_a("Policy")


def test_nothing_said_is_no_entity() -> None:
    assert read_entity(Store(), "place/1") is None


def test_a_second_name_in_a_language_is_an_alias() -> None:
    store = Store()
    for name in ("乙市", "甲市"):
        store.extend(entity_quads(Entity(id="place/1", classes=("City",), name_zh=name), GRAPH))
    found = read_entity(store, "place/1")
    assert found is not None and (found.name_zh, found.aliases_zh) == ("乙市", ("甲市",))


def test_patterns_of_a_store() -> None:
    """Both graphs are looked into; a statement of two graphs is said twice, its subject found once."""
    store, me = Store(), node("place/1")
    for graph in (GRAPH, OTHER):
        store.extend(entity_quads(Entity(id="place/1", classes=("City",), name_zh="甲市"), graph))
    assert subjects_of(store, A, prop("City")) == {ID + "place/1"}
    assert subjects_of(store, A, prop("Policy")) == set()
    assert [found.value for found in objects_of(store, me, A)] == [CM + "City"] * 2
    assert pairs_of(store, A) == [(ID + "place/1", prop("City"))] * 2
    assert len(properties_of(store, me)) == 2 * len(set(properties_of(store, me)))
    assert {graph for *_, graph in properties_with_graphs(store, me)} == {GRAPH.value, OTHER.value}
