"""The header of a query says which kind of name stands in a column, and the rows of those who compute bear keys."""

from __future__ import annotations

from typing import Any

import pytest
from cemai.graph.errors import QueryError
from cemai.ontology.namespaces import SKOS, XSD, identifier
from cemai.queries.catalogue import KINDS, Query, all_queries, read_query
from cemai.queries.runner import Cell, bind
from pyoxigraph import Literal, NamedNode, QuerySolutions, Variable

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.store.cases import KNOWN
from tests.running import embedded


@pytest.fixture(scope="module")
def concepts(kg: KnowledgeGraph) -> set[str]:
    quads = embedded(kg).quads_for_pattern(None, NamedNode(SKOS + "inScheme"), None, None)
    return {identifier(str(quad.subject.value)) for quad in quads}  # type: ignore[union-attr]


def kind(cell: Cell, concepts: set[str]) -> str:
    """Which kind of name an identifier is; empty for things and for what is no name."""
    text = cell if isinstance(cell, str) else ""
    if text.startswith("cm:"):
        return "term"
    return "concept" if text in concepts else text.partition("/")[0] if text.startswith(("claim/", "dataset/")) else ""


@pytest.mark.parametrize("query", all_queries().values(), ids=lambda query: query.name)
def test_the_kind_is_that_of_every_cell(kg: KnowledgeGraph, concepts: set[str], query: Query) -> None:
    if not query.columns:
        return
    rows = kg.query(query, KNOWN.get(query.name, {}).get("given", {}))
    for at, name in enumerate(rows.columns):
        column = query.columns.get(name)
        stated = column.kind if column and column.is_name else ""
        found = {kind(row[at], concepts) for row in rows.rows if row[at] is not None}
        if stated:
            assert found <= {stated}, name
        else:
            assert found != {"claim"} and found != {"term"} and not (found == {"concept"} and len(rows.rows) > 3), name


@pytest.mark.parametrize("query", all_queries().values(), ids=lambda query: query.name)
def test_a_day_or_a_decimal_is_stated_where_every_cell_is_one(kg: KnowledgeGraph, query: Query) -> None:
    """By their datatypes in the store; a printed form that looks like a day is a text."""
    if not query.columns:
        return
    bound = bind(query, KNOWN.get(query.name, {}).get("given", {}), kg.one, kg.concepts)
    asked: dict[Variable, Any] = {Variable(name): term for name, term in bound.items()}
    found = kg.store.query(query.text, use_default_graph_as_union=True, substitutions=asked)
    assert isinstance(found, QuerySolutions)
    types: dict[str, set[str]] = {variable.value: set() for variable in found.variables}
    for row in found:
        for held, term in zip(types.values(), row, strict=True):
            if term is not None:
                held.add(term.datatype.value.removeprefix(XSD) if isinstance(term, Literal) else "")
    for name, column in query.columns.items():
        wanted = {"date": {"date"}, "number": {"decimal"}}.get(column.kind, set())
        assert types[name] <= wanted if wanted else types[name] not in ({"date"}, {"decimal"}), name


def test_keys_in_the_place_of_identifiers(kg: KnowledgeGraph) -> None:
    given = {"innovation": "innovation/1210"}
    whole, keyed = list(kg.query("trace/adoptions", given).dicts()), kg.rows("trace/adoptions", given)
    assert len(whole) == len(keyed) > 0
    for row, mine in zip(whole, keyed, strict=True):
        assert f"claim/{mine['claim']}" == row["claim"] and f"cm:{mine['role']}" == row["role"]
        assert f"evidence-tier/{mine['tier']}" == row["tier"] and mine["subject"] == row["subject"]


def test_a_kind_that_is_none_is_refused() -> None:
    with pytest.raises(QueryError, match="none of " + ", ".join(KINDS)):
        read_query("x", "#+ columns:\n#+   a: {zh: 甲, en: a, kind: thing}\nSELECT ?a { ?a ?p ?o }")
