"""A claim that goes into the store comes back equal, in memory, from disk and from an export."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from cemai.graph.export.rdf import export_rdf
from cemai.graph.model.fields import FIELDS
from cemai.graph.model.statement import KINDS, Claim
from cemai.graph.rdf.reader import claim_ids, read_claim, read_claims
from cemai.graph.rdf.writer import claim_quads, graph_node
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, RdfFormat, Store

from tests.graph.strategies import OWN, claims

GRAPH = graph_node("made-up")


def test_every_field_has_a_property_of_its_own() -> None:
    described = {f.name for f in FIELDS}
    assert described == {f.name for f in fields(Claim)} - set(OWN)
    assert len({f.property for f in FIELDS}) == len(FIELDS)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(claims())
def test_a_claim_comes_back_equal(claim: Claim) -> None:
    store = Store()
    store.extend(claim_quads(claim, GRAPH))
    assert read_claim(store, claim.id) == claim
    assert not any(isinstance(t, BlankNode) for quad in store for t in (quad.subject, quad.object))


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(st.lists(claims(), min_size=1, max_size=4, unique_by=lambda c: c.id))
def test_claims_survive_an_export(tmp_path_factory: pytest.TempPathFactory, several: list[Claim]) -> None:
    """Written as TriG and read by a fresh store: the same claims, whatever stands in their texts."""
    path = tmp_path_factory.mktemp("trig") / "claims.trig"
    store, again = Store(), Store()
    for claim in several:
        store.extend(claim_quads(claim, GRAPH))
    written = export_rdf(store, "trig", path)
    again.bulk_load(path=path, format=RdfFormat.TRIG)
    assert len(again) == written == len(store)
    expected = sorted(several, key=lambda c: c.id)
    assert [read_claim(again, c.id) for c in expected] == expected
    assert claim_ids(again) == [c.id for c in expected]


def test_the_session_graph_reads_whole(graph: Path) -> None:
    """Every claim node of a built graph reads as a claim of a known kind."""
    store = Store.read_only(str((graph / "current").resolve()))
    found = list(read_claims(store))
    assert [c.id for c in found] == claim_ids(store)
    assert {c.kind for c in found} <= set(KINDS)
