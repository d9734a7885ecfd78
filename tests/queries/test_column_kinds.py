"""The header of a query says which kind of name stands in a column, and the rows of those who compute bear keys."""

from __future__ import annotations

import pytest
from cemai.graph.errors import QueryError
from cemai.ontology.namespaces import SKOS, identifier
from cemai.queries.catalogue import KINDS, Query, all_queries, read_query
from cemai.queries.runner import Cell
from pyoxigraph import NamedNode

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
        stated = query.columns[name].kind if name in query.columns else ""
        found = {kind(row[at], concepts) for row in rows.rows if row[at] is not None}
        if stated:
            assert found <= {stated}, name
        else:
            assert found != {"claim"} and found != {"term"} and not (found == {"concept"} and len(rows.rows) > 3), name


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
