"""What becomes a node and an edge, and when: known answers of the made-up dataset; the shipped one against SPARQL."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from cemai.graph.export.gephi import write_gephi
from cemai.graph.export.network.rows import Network, NetworkEdge, NetworkNode
from cemai.graph.export.network.survey import SpooledEdges
from cemai.graph.export.spool import Spool
from cemai.graph.model.statement import Claim, Evidence
from cemai.graph.rdf.reader import read_claims
from cemai.graph.rdf.writer import claim_quads, graph_node
from pyoxigraph import QuerySolutions, Store

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.export.registry import export_graph
from tests.graph.export.exporting import network_of

from . import expected


@pytest.fixture(scope="module")
def shipped(kg: KnowledgeGraph) -> Network:
    return network_of(kg.store)


@pytest.fixture(scope="module")
def made_network(small_kg: KnowledgeGraph) -> Network:
    return network_of(small_kg.store)


def edge(net: Network, id_: str) -> tuple[NetworkEdge, dict[str, Any]]:
    (found,) = (e for e in net.edges if e.id.endswith(id_))
    return found, expected.values(net.edge_columns, found.values)


def node(net: Network, id_: str) -> tuple[NetworkNode, dict[str, Any]]:
    (found,) = (n for n in net.nodes if n.id == id_)
    return found, expected.values(net.node_columns, found.values)


def plain_edges(kg: KnowledgeGraph) -> set[tuple[str, str, str]]:
    """Plain edges in the graph of what rules derived, for the ends and properties that claims name."""
    query = """PREFIX cm: <https://w3id.org/cemai/ontology#> PREFIX g: <https://w3id.org/cemai/graph/>
        SELECT DISTINCT ?s ?p ?o { ?claim a cm:Claim ; cm:subject ?s ; cm:object ?o ; cm:predicate ?said .
          GRAPH g:inferred { ?s ?p ?o } FILTER (?p = ?said || ?said = cm:designated && ?p = cm:formerlyDesignated) }"""
    found = kg.store.query(query, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    rows: list[Any] = list(found)
    return {tuple(term.value.partition("/id/")[2] or term.value.partition("#")[2] for term in row) for row in rows}


@pytest.mark.parametrize("which", ["kg", "small_kg"])
def test_edges_are_the_plain_edges_of_the_graph(which: str, request: pytest.FixtureRequest) -> None:
    kg: KnowledgeGraph = request.getfixturevalue(which)
    net = network_of(kg.store)
    stated = {(e.source, e.kind, e.target) for e in net.edges}
    # What an inverse or symmetric property says the other way round is derived, not stated.
    assert stated <= plain_edges(kg)
    ties = [c for c in read_claims(kg.store) if c.object and c.predicate not in ("observed", "provides")
            and c.claim_rank != "deprecated"]  # fmt: skip
    shown = [c for c in ties if c.evidence_tier != "unverified"]
    assert [e.id for e in net.edges] == [c.id for c in shown]
    assert {e.source for e in net.edges} | {e.target for e in net.edges} == {n.id for n in net.nodes}
    assert [e.id for e in network_of(kg.store, unverified=True).edges] == [c.id for c in ties]
    assert len(ties) > len(shown) == len(net.edges) > 30


def test_unverified_only_when_asked_for_and_marked(small_kg: KnowledgeGraph, made_network: Network) -> None:
    shown, everything = (
        {e.id: e for e in net.edges} for net in (made_network, network_of(small_kg.store, unverified=True))
    )
    more = everything.keys() - shown.keys()
    assert {id_.partition("/")[2] for id_ in more} == {"adoptions/yunxi-c2", "relations/covers"}
    assert {everything[id_].colour for id_ in more} == {"#C8C8C8"}
    assert {e.colour for e in shown.values()} == {None}


def test_a_date_of_a_year_is_a_span(made_network: Network) -> None:
    found, told = edge(made_network, "adoptions/yunxi-c1")
    assert (found.begin, found.end, found.kind, found.label) == (
        "2017-01-01",
        None,
        "adopted",
        told["relation"] and "采用",
    )
    assert (told["dateBegin"], told["dateEnd"], told["datePrecision"]) == ("2017-01-01", "2017-12-31", "year")
    assert (told["datePrinted"], told["dateKind"], told["year"]) == ("2017年", "started", 2017)
    assert (told["learnedFrom"], told["validFrom"], "validTo" in told) == ("place/780100", "2017-01-01", False)


def test_ties_stay_ties(made_network: Network) -> None:
    """Two places piloted on one day by one act."""
    days = {edge(made_network, f"adoptions/{name}")[0].begin for name in ("xingcheng-c1", "yunshan-c1")}
    assert days == {"2015-09-01"}


def test_what_ended_is_former_and_has_an_end(made_network: Network) -> None:
    begun, told = edge(made_network, "designations/zone-yunxi")
    ended, _ = edge(made_network, "designations/zone-yunxi-ended")
    assert (begun.kind, begun.begin, begun.end) == ("formerlyDesignated", "2016-01-12", "2020-06-01")
    assert (ended.kind, ended.begin, ended.end) == ("formerlyDesignated", None, "2020-06-01")
    assert (told["validTo"], told["batch"], told["act"]) == ("2020-06-01", 2, "policy/batch-2")
    standing, _ = edge(made_network, "designations/zone-xingcheng")
    assert (standing.kind, standing.begin, standing.end) == ("designated", "2016-01-12", None)


def test_an_evaluation_stands_in_its_year(made_network: Network) -> None:
    found, told = edge(made_network, "evaluations/yungang-2021")
    assert (found.begin, found.end, told["evaluationTier"]) == ("2021-01-01", "2021-12-31", "tier-1")


def test_things_stand_from_their_stated_begin(made_network: Network) -> None:
    zone, told = node(made_network, "zone/790200")
    assert (zone.begin, zone.end, told["year"]) == ("2016-01-12", "2020-06-01", 2016)
    act, _ = node(made_network, "policy/act-1")
    assert (act.begin, act.end) == ("2015-08-20", None)
    city, told = node(made_network, "place/790100")
    assert (city.begin, city.end, told["firstDate"]) == (None, None, "2012-01-01")
    assert (city.label, told["labelEn"], told["class"], told["province"]) == ("云港市", "Yungang", "City", "云山省")
    assert told["classes"] == "Actor|Area|City|Entity|Place"
    assert made_network.interval == ("2012-01-01", "2022-12-31")


def test_figures_and_terms_are_no_edges(made_network: Network) -> None:
    assert not {e.kind for e in made_network.edges} & {"observed", "provides", "dated", "documentNumber"}


def test_the_weight_is_the_number_of_sources(kg: KnowledgeGraph, shipped: Network) -> None:
    weights = {e.id: e.weight for e in shipped.edges}
    for claim in read_claims(kg.store):
        if claim.id in weights:
            assert weights[claim.id] == len({e.source for e in claim.evidence})


def test_claims_of_our_own_making() -> None:
    """Two sources; one source twice; a deprecated claim; an unverified end, which ends nothing."""
    two, twice = ((Evidence(1, "source/a"), Evidence(2, name)) for name in ("source/b", "source/a"))
    store = Store()
    day = date(2016, 1, 12)
    for name, more in {
        "two": {"evidence": two},
        "twice": {"evidence": twice, "date_begin": day, "date_end": day, "date_kind": "signed"},
        "deprecated": {"evidence": two, "claim_rank": "deprecated"},
        "ended": {"evidence": two, "date_begin": day, "date_end": day, "date_kind": "ended",
                  "evidence_tier": "unverified"},
    }.items():  # fmt: skip
        claim = Claim(id=f"own/zones/{name}", kind="Designation", dataset="own", key=name, subject="place/1",
                      predicate="designated", object="zone/1", **more)  # type: ignore[arg-type]  # fmt: skip
        store.extend(claim_quads(claim, graph_node("own")))
    told = [(e.id[10:], e.weight, e.kind, e.begin, e.end) for e in network_of(store).edges]
    assert told == [("twice", 1, "designated", "2016-01-12", None), ("two", 2, "designated", None, None)]
    everything = {e.id[10:]: (e.kind, e.end) for e in network_of(store, unverified=True).edges}
    assert everything.keys() == {"ended", "twice", "two"} and everything["two"] == ("designated", None)
    net = network_of(store)
    assert [(n.id, n.label, n.colour) for n in net.nodes] == [
        ("place/1", "place/1", "#7F7F7F"),
        ("zone/1", "zone/1", "#7F7F7F"),
    ]
    assert (net.modified, len(net.edges)) == ("", 2)


def test_edges_put_aside_come_back_as_often_as_asked_for() -> None:
    """Beyond the memory given, so that they go to a file; two readers at once."""
    made = [
        NetworkEdge(f"e/{i}", "a\ud800", "b\n", "k", "l", i, (None, i, 0.5, "x"), None, "2020-01-01")
        for i in range(2500)
    ]
    edges = SpooledEdges(Spool(batch=1000, memory=100))
    for edge in made:
        edges.append(edge)
    assert len(edges) == 2500
    assert list(zip(edges, edges, strict=True)) == list(zip(made, made, strict=True))


def test_a_graph_without_ties(tmp_path: Path) -> None:
    empty = network_of(Store())
    assert (list(empty.nodes), list(empty.edges), empty.interval) == ([], [], None)
    write_gephi(tmp_path / "out", empty)
    assert len(nx.read_gexf(tmp_path / "out" / "gephi.gexf")) == 0


def test_places_lie_as_on_a_map_and_nothing_on_one_spot(shipped: Network) -> None:
    nodes = {n.id: n for n in shipped.nodes}
    harbin, shenzhen, urumqi = (nodes[f"place/{code}"] for code in ("230100", "440300", "650100"))
    assert harbin.y > urumqi.y > shenzhen.y and urumqi.x < shenzhen.x < harbin.x
    assert len({(n.x, n.y) for n in nodes.values()}) == len(nodes)


def test_a_multidigraph_from_the_door(kg: KnowledgeGraph, shipped: Network) -> None:
    graph = export_graph(kg.store, "networkx").result
    both = [key for *_, key in graph.edges("place/330100", keys=True)]
    assert both and all(kg.claim(key).subject == "place/330100" for key in both)
    assert graph.number_of_edges() == len(shipped.edges)
