"""A query with its terms written in gives what the embedded store gives for the same terms bound."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from cemai.graph.errors import QueryError
from cemai.graph.store.parameters import bound, form
from cemai.queries.catalogue import catalogue
from cemai.queries.runner import bind
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store, Variable

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.house.rooms import ROOT

KNOWN: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "queries" / "known.yml").read_text(encoding="utf-8"))
X = {"x": NamedNode("a:term")}


def rows(found: object) -> list[tuple[str, ...]]:
    """The rows as text, in order."""
    assert isinstance(found, QuerySolutions)
    return [tuple(map(str, solution)) for solution in found]


@pytest.mark.parametrize("name", sorted(n for n, q in catalogue().items() if q.parameters))
def test_the_same_as_substitution(kg: KnowledgeGraph, name: str) -> None:
    """Every query that takes parameters, with those of its known answer."""
    query = catalogue()[name]
    terms = bind(query, KNOWN.get(name, {}).get("given", {}), kg.one, kg.concepts)
    variables = {Variable(n): term for n, term in terms.items()}
    assert isinstance(kg.store, Store)
    mine = kg.store.query(query.text, use_default_graph_as_union=True, substitutions=variables)  # type: ignore[arg-type]
    written = kg.store.query(bound(query.text, terms), use_default_graph_as_union=True)
    assert rows(written) == rows(mine)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_one_literal(text: str) -> None:
    """Quotes, braces, comments and escapes in a parameter are no part of the query."""
    query = bound("SELECT ?x WHERE { FILTER (?x = ?x) }", {"x": Literal(text)})
    assert rows(Store().query(query)) == [(str(Literal(text)),)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?x { ?x ?y $x }", "SELECT ?x { <a:term> ?y <a:term>  BIND (<a:term> AS ?x) }"),
        ("ASK { ?x ?xy 1 }", "ASK { <a:term> ?xy 1 }"),
        ("DESCRIBE ?x", "DESCRIBE <a:term>"),
        ("CONSTRUCT { ?x a ?y } { ?y a ?x }", "CONSTRUCT { <a:term> a ?y } { ?y a <a:term> }"),
        ("SELECT ?x { # ?x {\n ?x a '?x {', \"\"\"?x\"\"\", <a:?x>, ex:select }",
         "SELECT ?x { # ?x {\n <a:term> a '?x {', \"\"\"?x\"\"\", <a:?x>, ex:select  BIND (<a:term> AS ?x) }"),
        ("SELECT ?x (COUNT(?y) AS ?n) { { ?x a ?y } UNION { ?y a ?x } } GROUP BY ?x ORDER BY ?x",
         "SELECT ?x (COUNT(?y) AS ?n) { { <a:term> a ?y } UNION { ?y a <a:term> }  BIND (<a:term> AS ?x) }"
         " GROUP BY ?x ORDER BY ?x"),
        ("SELECT ?x { { SELECT ?y { ?x a ?y } } }",
         "SELECT ?x { { SELECT ?y { <a:term> a ?y } }  BIND (<a:term> AS ?x) }"),
        ("SELECT ?x { ?x a ?y . FILTER (BOUND(?y) && ?x != ?y) }",
         "SELECT ?x { <a:term> a ?y . FILTER (BOUND(?y) && <a:term> != ?y)  BIND (<a:term> AS ?x) }"),
    ],
)  # fmt: skip
def test_where_terms_go(text: str, expected: str) -> None:
    assert bound(text, X) == expected


@pytest.mark.parametrize(
    "text",
    ["SELECT ?x { BIND (1 AS ?x) }", "SELECT ?x { FILTER BOUND(?x) }", "SELECT ?x { VALUES ?x { 1 } }",
     "SELECT ?y { ?x a ?y }", "SELECT * { ?x a ?y }"],
)  # fmt: skip
def test_where_no_term_can_go(text: str) -> None:
    with pytest.raises(QueryError):
        bound(text, X)


def test_the_form_of_a_query() -> None:
    assert form("# SELECT\nPREFIX select: <a:ASK> PREFIX : <a:ask#> ask { :select select:ask 'SELECT' }") == "ASK"
    assert form("BASE <a:> SELECT (1 AS ?ask) {}") == "SELECT"
    with pytest.raises(QueryError):
        form("PREFIX select: <a:ASK>")
