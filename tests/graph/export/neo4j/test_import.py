"""The folder in a real Neo4j, loaded by its own script: everything arrives, typed and in Chinese."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from cemai.graph.export.neo4j.described import things
from cemai.graph.export.neo4j.folder import ASSETS
from cemai.graph.export.neo4j.terms import relationship
from cemai.ontology.namespaces import CM, SKOS
from pyoxigraph import NamedNode

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.export.statements import claim_rows
from tests.graph.export.neo4j.reading import contract, plain
from tests.graph.export.neo4j.server import Neo4j

README = (ASSETS / "README.md").read_text(encoding="utf-8")


def test_claims_come_back_as_they_are(kg: KnowledgeGraph, imported: Neo4j) -> None:
    mine = {row["id"]: {name: plain(value) for name, value in row.items()} for row in claim_rows(kg)}
    assert contract(imported) == mine
    assert any(row["evidence_tier"] == "unverified" for row in mine.values())


def test_short_relationships_are_the_plain_edges(kg: KnowledgeGraph, imported: Neo4j) -> None:
    """One for each link between things that the graph states or derives, and none beside."""
    named = {q.subject for q in kg.store.quads_for_pattern(None, NamedNode(SKOS + "prefLabel"), None, None)}
    concepts = {q.subject for q in kg.store.quads_for_pattern(None, NamedNode(SKOS + "inScheme"), None, None)}
    everything = {quad.triple for quad in kg.store.quads_for_pattern(None, None, None, None)}
    triples = [t for t in everything if t.subject in named and t.object in named and t.object not in concepts]
    links = Counter(
        relationship(t.predicate.value.removeprefix(CM)) for t in triples if t.predicate.value.startswith(CM)
    )
    found = imported.ask(
        "MATCH (:Thing)-[r]->(b:Thing) WHERE NOT b:ConceptScheme RETURN type(r) AS type, count(*) AS n"
    )
    assert {row["type"]: row["n"] for row in found} == links
    assert sum(links.values()) > 3000


def test_an_edge_carries_its_best_claim_and_none_is_unverified(imported: Neo4j) -> None:
    query = "MATCH ({id: $a})-[r:ORIGINATED]->({id: $b}) RETURN properties(r) AS r"
    [row] = imported.ask(query, a="place/330100", b="innovation/liu-tixi-liang-pingtai")
    assert row["r"]["claims"] == 2 and row["r"]["evidence_tier"] == "passage" and row["r"]["role"] == "originated"
    [worst] = imported.ask("MATCH ()-[r]->() RETURN count(CASE WHEN r.evidence_tier = 'unverified' THEN 1 END) AS n")
    assert worst["n"] == 0
    orphan = imported.ask(
        "MATCH (a:Thing)-[r {derived: false}]->(b:Thing) WHERE r.claim IS NOT NULL AND NOT EXISTS "
        "{ (a)<-[:SUBJECT]-(:Claim {id: r.claim})-[:OBJECT]->(b) } RETURN r LIMIT 3"
    )
    assert orphan == [], "the claim of an edge is about both its ends"


def test_chinese_days_and_lists_are_typed(imported: Neo4j) -> None:
    [row] = imported.ask("MATCH (n:City {id: 'place/330100'}) RETURN n, labels(n) AS labels")
    assert row["n"]["name_zh"] == "杭州市" and row["n"]["names"] == ["杭州市", "杭州", "Hangzhou"]
    assert row["n"]["lat"] == 30.2469 and row["n"]["code"] == "330100"
    assert {"Cemai", "Thing", "City", "Place"} <= set(row["labels"])
    [row] = imported.ask("MATCH (c:Claim) WHERE c.date_begin < date('2015-01-01') RETURN count(c) AS n")
    assert row["n"] > 0
    assert all(label.isascii() for row in imported.ask("CALL db.labels()") for label in row.values())
    assert all(name.isascii() for row in imported.ask("CALL db.relationshipTypes()") for name in row.values())


def test_indexes_are_online_and_find_chinese(imported: Neo4j) -> None:
    states = {r["name"]: r["state"] for r in imported.ask("SHOW INDEXES") if r["name"].startswith("cemai_")}
    assert set(states.values()) == {"ONLINE"} and {"cemai_id", "cemai_names", "cemai_texts"} <= set(states)
    query = "CALL db.index.fulltext.queryNodes('cemai_names', $words) YIELD node RETURN node.id AS id"
    assert "place/330100" in {row["id"] for row in imported.ask(query, words="杭州")}
    assert "place/330100" in {row["id"] for row in imported.ask(query, words="Hangzhou")}


@pytest.mark.parametrize("query", re.findall(r"```cypher\n(.+?)```", README, re.DOTALL))
def test_the_examples_of_the_readme_answer(imported: Neo4j, query: str) -> None:
    for statement in filter(str.strip, query.split(";")):
        assert imported.ask(statement)


def test_every_node_is_ours(kg: KnowledgeGraph, imported: Neo4j) -> None:
    [row] = imported.ask(
        "MATCH (n) RETURN count(n) AS all, count(DISTINCT n.id) AS ids, sum(toInteger(n:Cemai)) AS ours"
    )
    assert row["all"] == row["ids"] == row["ours"]
    [row] = imported.ask("MATCH (n:Thing) RETURN count(n) AS n")
    assert row["n"] == len(things(kg.store)) > 2000
