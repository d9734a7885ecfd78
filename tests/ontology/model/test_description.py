"""The description of the graph: right counts, no clock, the same for the same data."""

from __future__ import annotations

from pathlib import Path

from cemai.graph.store.embedded import open_read_only
from cemai.graph.store.self_description import DCAT, DESCRIPTION, VOID, WHOLE, describe_graph
from cemai.loaders.collection import SHIPPED, collect
from cemai.ontology.namespaces import CM, DCT, GRAPH, RDF
from pyoxigraph import BlankNode, NamedNode, Quad, Store

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.conftest import Small
from tests.running import Cli, embedded


def described(store: Store) -> set[Quad]:
    return set(store.quads_for_pattern(None, None, None, DESCRIPTION))


def value(store: Store, subject: NamedNode, term: str) -> str:
    (quad,) = store.quads_for_pattern(subject, NamedNode(term), None, DESCRIPTION)
    return str(getattr(quad.object, "value", ""))


def test_two_builds_give_the_same_description(small: Small, tmp_path: Path) -> None:
    one = described(open_read_only(small.store))
    other = Cli(tmp_path / "store")
    assert other("build", "--data", small.folder).status == 0
    assert one == described(open_read_only(other.store))
    assert len(one) > 100


def test_days_are_those_of_the_datasets(small: Small) -> None:
    store = open_read_only(small.store)
    assert value(store, WHOLE, DCT + "modified") == "2026-01-02"
    assert value(store, NamedNode(GRAPH + "mini"), DCT + "modified") == "2026-01-02"


def test_the_day_of_the_whole_is_that_of_the_newest_dataset() -> None:
    """Each graph keeps its own day."""
    store, days = Store(), {"old": "2019-03-01", "newest": "2026-01-02", "last": "2024-05-06"}
    for name, day in days.items():
        dataset = f"<https://w3id.org/cemai/id/dataset/{name}>"
        store.update(
            f"INSERT DATA {{ GRAPH <{GRAPH}{name}> {{ {dataset} a <{CM}Dataset> ; <{DCT}title> 'x' ; "
            f"<{CM}recordedAt> '{day}'^^<http://www.w3.org/2001/XMLSchema#date> }} }}"
        )
    store.extend(describe_graph(store))
    assert value(store, WHOLE, DCT + "modified") == "2026-01-02"
    assert {name: value(store, NamedNode(GRAPH + name), DCT + "modified") for name in days} == days


def test_the_vocabularies_in_use_are_named() -> None:
    """The name space of every property and class, up to its last sharp or slash, once."""
    store = Store()
    store.update(
        f"INSERT DATA {{ GRAPH <{GRAPH}x> {{ <a:1> a <{CM}City> ; <{DCT}title> '甲'@zh , 'A'@en ; <{DCT}creator> <a:2> "
        "; <http://xmlns.com/foaf/0.1/knows> <a:2> } }"
    )
    quads = [q for q in describe_graph(store) if q.subject == WHOLE]
    spaces = [q.object for q in quads if q.predicate.value == VOID + "vocabulary"]
    assert spaces == [NamedNode(iri) for iri in sorted({CM, DCT, RDF, "http://xmlns.com/foaf/0.1/"})]
    languages = {q.object for q in quads if q.predicate.value == DCT + "language"}
    assert languages == {NamedNode(f"http://id.loc.gov/vocabulary/iso639-1/{code}") for code in ("zh", "en")}
    counts = {q.predicate.value: str(getattr(q.object, "value", "")) for q in quads}
    assert [counts[VOID + name] for name in ("triples", "distinctSubjects", "properties")] == ["5", "1", "4"]


def test_triples_are_counted_graph_by_graph(kg: KnowledgeGraph) -> None:
    graphs = {q.object for q in embedded(kg).quads_for_pattern(WHOLE, NamedNode(VOID + "subset"), None, DESCRIPTION)}
    present = {g for g in embedded(kg).named_graphs() if g != DESCRIPTION}
    assert graphs == present
    total = 0
    for graph in present:
        assert isinstance(graph, NamedNode)
        count = sum(1 for _ in embedded(kg).quads_for_pattern(None, None, None, graph))
        assert int(value(embedded(kg), graph, VOID + "triples")) == count
        total += count
    assert int(value(embedded(kg), WHOLE, VOID + "triples")) == total


def test_members_and_claims_are_those_of_the_datasets(kg: KnowledgeGraph) -> None:
    shipped = collect([SHIPPED])
    rows = list(kg.query("about/graph").dicts())
    members = {r["what"]: r["count"] for r in rows if r["part"] == "class"}
    assert members["cm:City"] == sum("City" in t.classes for ts in shipped.things.values() for t in ts)
    claims = {(r["what"], r["tier"]): r["count"] for r in rows if r["part"] == "claims"}
    wanted: dict[tuple[str, str], int] = {}
    for claim in shipped.all_claims():
        key = f"cm:{claim.kind}", f"evidence-tier/{claim.evidence_tier}"
        wanted[key] = wanted.get(key, 0) + 1
    assert claims == wanted


def test_the_query_shows_every_part(kg: KnowledgeGraph) -> None:
    rows = list(kg.query("about/graph").dicts())
    assert {r["part"] for r in rows} == {"whole", "graph", "class", "claims", "language", "vocabulary"}
    assert len({tuple(r.items()) for r in rows}) == len(rows)
    languages = {str(r["what"]).rpartition("/")[2] for r in rows if r["part"] == "language"}
    assert languages == {"zh", "en"}
    assert all(r["title_zh"] and r["title_en"] for r in rows if r["part"] in ("graph", "class", "claims"))


def test_it_is_dcat_and_void_without_blank_nodes(kg: KnowledgeGraph) -> None:
    quads = described(embedded(kg))
    assert not any(isinstance(node, BlankNode) for q in quads for node in (q.subject, q.object))
    spaces = (RDF, CM, DCT, DCAT, VOID)
    assert {q.predicate.value for q in quads if not q.predicate.value.startswith(spaces)} == set()
    types = {q.object for q in quads if q.subject == WHOLE and q.predicate.value == RDF + "type"}
    assert types == {NamedNode(DCAT + "Dataset"), NamedNode(VOID + "Dataset")}
