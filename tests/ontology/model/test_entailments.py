"""What the rules derive is what an OWL reasoner derives; plain edges never follow from what is unverified."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from cemai.graph.store.inference import infer, rule_files
from cemai.ontology.namespaces import CM, GRAPH, ID
from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.components import need
from tests.ontology.model.reasoner import INFERRED, TYPE, Triple, by_hermit, by_rules, premises, statements
from tests.running import embedded

SHANGHAI, ZHEJIANG, DISTRICT = (ID + name for name in ("place/310000", "place/330000", "customs/hangzhou"))
TIER = "https://w3id.org/cemai/id/evidence-tier/"
PREFIX = f"PREFIX cm: <{CM}> PREFIX tier: <{TIER}> "
# What the rules are there for; the sample must show each of them.
SHOWN = ("hasPart", "partOf", "partnerOf", "runs", "hasRoleIn", "within", "locatedIn", "regionRuns", "districtRuns")
MADE = tuple(GRAPH + name for name in ("inferred", "ontology", "description", "audit"))


@cache
def facts(store: Store) -> tuple[Quad, ...]:
    """What the datasets say: the graph without what a build adds."""
    return tuple(q for q in store if isinstance(q.graph_name, NamedNode) and q.graph_name.value not in MADE)


def column(store: Store, query: str) -> list[str]:
    found = store.query(PREFIX + query, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    return [row[0].value for row in found]


def verified_coverage(quads: tuple[Quad, ...]) -> Iterator[Quad]:
    """The facts, were the coverage of customs districts cited from an act: as shipped it is unverified."""
    coverage = {q.subject for q in quads if q.object == NamedNode(CM + "covers")}
    for q in quads:
        tier = q.subject in coverage and q.predicate == NamedNode(CM + "evidenceTier")
        yield Quad(q.subject, q.predicate, NamedNode(TIER + "act"), q.graph_name) if tier else q


def sample(start: Store) -> frozenset[str]:
    """Shanghai, Zhejiang and its cities, a customs district, what they are tied to, and every part and partner."""
    seeds = {SHANGHAI, ZHEJIANG, DISTRICT, *column(start, f"SELECT ?x {{ ?x cm:inProvince <{ZHEJIANG}> }}")}
    tied: set[str] = set(seeds)
    for quad in start:
        s, o = getattr(quad.subject, "value", ""), getattr(quad.object, "value", "")
        edge = quad.predicate.value.startswith(CM) and o.startswith(ID) and not s.startswith(ID + "claim/")
        always = quad.predicate.value.removeprefix(CM) in ("partOf", "hasPart", "partnerOf", "operatedBy")
        if edge and (always or s in seeds or o in seeds):
            tied |= {s, o}
    typed = {q.subject.value for q in start.quads_for_pattern(None, NamedNode(TYPE), None, None)
             if isinstance(q.subject, NamedNode)}  # fmt: skip
    clusters = sorted(t for t in tied if t.startswith(ID + "cluster/"))
    return frozenset((tied & typed) - {t for t in tied if "/evidence-tier/" in t} - set(clusters[40:]))


@pytest.fixture(scope="module")
def both(kg: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> tuple[frozenset[Triple], ...]:
    """What the sample states, what the rules make of it, what HermiT makes of it."""
    need("java")
    start = premises(verified_coverage(facts(embedded(kg))))
    things = sample(start)
    stated = statements(start, things)
    here = NamedNode(GRAPH + "sample")
    quads = [Quad(NamedNode(s), NamedNode(p), NamedNode(o), here) for s, p, o in sorted(stated)]
    return stated, statements(by_rules(quads), things), by_hermit(stated, things, tmp_path_factory.mktemp("hermit"))


def test_the_rules_derive_what_hermit_derives(both: tuple[frozenset[Triple], ...]) -> None:
    _, ruled, reasoned = both
    assert (sorted(ruled - reasoned), sorted(reasoned - ruled)) == ([], [])


def test_the_sample_is_large_and_shows_every_rule(both: tuple[frozenset[Triple], ...]) -> None:
    stated, ruled, _ = both
    assert len({s for s, _, _ in stated}) > 200
    assert {SHANGHAI, ZHEJIANG, DISTRICT} <= {s for s, _, _ in stated}
    derived = {p.removeprefix(CM) for _, p, _ in ruled - stated}
    assert {*SHOWN, TYPE} <= derived


def test_no_plain_edge_rests_on_what_is_unverified(kg: KnowledgeGraph) -> None:
    """Without the unverified claims the same edges follow: none of them bears on an edge."""
    shipped = facts(embedded(kg))
    unverified = {q.subject for q in shipped if q.object == NamedNode(TIER + "unverified")}
    assert unverified
    kept = [q for q in shipped if q.subject not in unverified]
    assert edges(by_rules(kept)) == edges(by_rules(shipped))


def edges(store: Store) -> set[Triple]:
    """The inferred statements that are no part of a derivation."""
    quads = store.quads_for_pattern(None, None, None, INFERRED)
    triples = {(str(q.subject), q.predicate.value, str(q.object)) for q in quads}
    return {t for t in triples if "/id/derivation/" not in t[0]}


def test_derivations_carry_the_weakest_tier(kg: KnowledgeGraph) -> None:
    """Coverage is unverified as shipped, so are all derivations; each names two premises that exist."""
    tiers = column(embedded(kg), "SELECT DISTINCT ?t { ?d a cm:Derivation ; cm:derivedTier ?t }")
    assert tiers == [TIER + "unverified"]
    broken = "SELECT ?d { ?d a cm:Derivation } GROUP BY ?d HAVING (COUNT(*) != 1)"
    assert column(embedded(kg), broken) == []
    counted = "SELECT ?n { SELECT ?d (COUNT(?c) AS ?n) { ?d cm:derivedFrom ?c . ?c a cm:Claim } GROUP BY ?d }"
    assert set(column(embedded(kg), counted)) == {"2"}
    assert column(embedded(kg), "SELECT ?x { ?x cm:districtRuns ?y }") == []


MADE_UP = """
@prefix cm: <https://w3id.org/cemai/ontology#> . @prefix id: <https://w3id.org/cemai/id/> .
@prefix tier: <https://w3id.org/cemai/id/evidence-tier/> . @prefix rank: <https://w3id.org/cemai/id/claim-rank/> .
<https://w3id.org/cemai/graph/d> {
  id:claim\\/c a cm:Claim , cm:Relation ; cm:subject id:d ; cm:predicate cm:covers ; cm:object id:p ;
    cm:claimRank rank:normal ; cm:evidenceTier tier:COVERAGE .
  id:claim\\/a a cm:Claim , cm:Adoption ; cm:subject id:d ; cm:predicate cm:piloted ; cm:object id:i ;
    cm:claimRank rank:RANK ; cm:evidenceTier tier:ADOPTION .
}"""


@pytest.mark.parametrize(
    ("coverage", "adoption", "weakest"),
    [
        ("passage", "passage", "passage"),
        ("passage", "act", "act"),
        ("act", "passage", "act"),
        ("act", "unverified", "unverified"),
        ("unverified", "passage", "unverified"),
    ],
)
def test_tiers_of_a_made_up_district(coverage: str, adoption: str, weakest: str) -> None:
    store = made_up(coverage, adoption, "normal")
    assert column(store, "SELECT ?t { ?d cm:derivedTier ?t }") == [TIER + weakest]
    plain = column(store, "SELECT ?p { ?p cm:districtRuns ?i }")
    assert plain == ([] if weakest == "unverified" else [ID + "p"])


def test_a_deprecated_claim_is_no_premise() -> None:
    assert column(made_up("act", "act", "deprecated"), "SELECT ?d { ?d a cm:Derivation }") == []


def made_up(coverage: str, adoption: str, rank: str) -> Store:
    text = MADE_UP.replace("COVERAGE", coverage).replace("ADOPTION", adoption).replace("RANK", rank)
    return by_rules(parse(text, format=RdfFormat.TRIG))


def test_the_rules_leave_nothing_to_derive(kg: KnowledgeGraph) -> None:
    store = Store()
    store.extend(q for q in embedded(kg) if q.graph_name != INFERRED)
    assert infer(store) > 5000
    assert infer(store) == 0, "nothing is left to derive"


@pytest.mark.parametrize("path", rule_files(), ids=lambda p: p.stem)
def test_a_rule_says_what_it_does_and_writes_only_what_is_inferred(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# 规则：") and "\n# Rule: " in text
    assert text.count("INSERT") == text.count("INSERT { GRAPH g:inferred {") > 0
    assert "DELETE" not in text
