"""A list of values asks for all of them at once: the rows of each together, for every parameter of the catalogue."""

from __future__ import annotations

from collections import Counter

import pytest
from cemai.graph.store.parameters import among
from cemai.queries.catalogue import Query, all_queries
from pyoxigraph import Literal

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.counting import Counting
from tests.graph.store.cases import KNOWN, _choices

ONE, TWO = Literal("a"), Literal("b")


@pytest.mark.parametrize("query", all_queries().values(), ids=lambda query: query.name)
def test_the_rows_of_several_are_those_of_each(kg: KnowledgeGraph, query: Query) -> None:
    given = KNOWN.get(query.name, {}).get("given", {})
    for parameter in query.parameters:
        if parameter.type != "thing":
            continue
        things = list(dict.fromkeys(_choices(kg, parameter)))[:3]
        if parameter.name in given:
            things = list(dict.fromkeys([*things, kg.one(given[parameter.name], parameter.classes)]))
        counting = Counting(kg.store)
        rows = KnowledgeGraph(counting).query(query, {**given, parameter.name: things})
        assert parameter.name in rows.columns
        apart = Counter(row for thing in things for row in kg.query(query, {**given, parameter.name: [thing]}).rows)
        assert Counter(rows.rows) == apart, (query.name, parameter.name, things)


def test_a_list_of_one_is_bound_in_its_place(kg: KnowledgeGraph) -> None:
    """It keeps its column all the same, which a single value does not."""
    one, alone = (kg.query("zones/dates-of", {"place": given}) for given in (["place/370200"], "place/370200"))
    assert one.columns == ("place", *alone.columns)
    assert [row[1:] for row in one.rows] == list(alone.rows) and {row[0] for row in one.rows} == {"place/370200"}


def test_a_value_twice_gives_its_rows_once(kg: KnowledgeGraph) -> None:
    given = ["place/370200", "place/330200", "place/370200"]
    assert kg.query("zones/dates-of", {"place": given}) == kg.query("zones/dates-of", {"place": given[:2]})
    assert not kg.query("zones/dates-of", {"place": []}).rows


def test_where_the_values_stand() -> None:
    """At the head of the pattern; in each branch where the pattern is a union that names the variable throughout."""
    words = ' VALUES ?x { "a" "b" } '
    plain = "SELECT ?x { ?x ?p ?o OPTIONAL { ?x ?q ?r } }"
    assert among(plain, {"x": (ONE, TWO)}) == plain.replace("{ ?x ?p", f"{{{words} ?x ?p")
    union = "SELECT ?x { { ?x ?p 1 } UNION { ?x ?p 2 } UNION { ?x ?p 3 } OPTIONAL { ?x ?q ?r } }"
    assert among(union, {"x": (ONE, TWO)}).count(words) == 3
    partly = "SELECT ?x { { ?x ?p 1 } UNION { ?y ?p 2 } ?x ?q ?r }"
    assert among(partly, {"x": (ONE, TWO)}).startswith(f"SELECT ?x {{{words}")
    hidden = 'SELECT ?x { # { UNION\n ?x ?p "{ ?x } UNION {" }'
    assert among(hidden, {"x": (ONE, TWO)}).count(words) == 1
