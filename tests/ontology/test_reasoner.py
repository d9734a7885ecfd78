"""The ontology is OWL 2 DL, consistent, without an empty class; and HermiT finds what must not mix."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from cemai.graph.claims import Claim, Evidence, Ref, Span, Thing
from cemai.graph.rdf import claim_quads, graph_node, thing_quads
from cemai.ontology.terms import files, load
from pyoxigraph import RdfFormat, serialize
from rdflib import RDF, Graph, Namespace, URIRef

from tests.ontology.judge import Verdict, judge

CM = Namespace("https://w3id.org/cemai/ontology#")
ID = Namespace("https://w3id.org/cemai/id/")
SHANGHAI, HANGZHOU = ID["place/310000"], ID["place/330100"]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Verdict:
    return judge(tmp_path_factory.mktemp("shipped"))


def typed(thing: URIRef, *classes: str) -> Graph:
    graph = Graph()
    for name in classes:
        graph.add((thing, RDF.type, CM[name]))
    return graph


def test_every_file_and_class_reaches_the_reasoner(shipped: Verdict) -> None:
    assert shipped.ontologies == len(files())
    assert shipped.classes >= len(load().classes) > 70
    assert shipped.individuals >= sum(len(keys) for keys in load().concepts.values()) > 150


def test_it_is_owl_2_dl(shipped: Verdict) -> None:
    assert shipped.violations == ()


def test_it_is_consistent_and_no_class_is_empty(shipped: Verdict) -> None:
    assert shipped.consistent
    assert shipped.unsatisfiable == ()


def test_shanghai_is_city_and_province(tmp_path: Path) -> None:
    assert judge(tmp_path, typed(SHANGHAI, "City", "Province")).consistent


@pytest.mark.parametrize(
    ("one", "other"),
    [("City", "Policy"), ("City", "County"), ("PilotZone", "Place"), ("Measure", "Topic"),
     ("Designation", "Adoption"), ("Claim", "Innovation"), ("SupervisionMode", "PilotProgramme")],
)  # fmt: skip
def test_hermit_finds_a_thing_that_is_both(tmp_path: Path, one: str, other: str) -> None:
    assert not judge(tmp_path, typed(HANGZHOU, one, other)).consistent


def test_hermit_finds_a_measure_that_adopts(tmp_path: Path) -> None:
    sample = typed(ID["measure/m"], "Measure")
    sample.add((ID["measure/m"], CM["adopted"], ID["innovation/1210"]))
    assert not judge(tmp_path, sample).consistent


def test_what_the_writer_writes_is_owl_2_dl_and_consistent(tmp_path: Path) -> None:
    verdict = judge(tmp_path, written())
    assert verdict.violations == ()
    assert verdict.consistent


def written() -> Graph:
    """Things and claims as `graph.rdf` writes them, as an rdflib graph."""
    graph = graph_node("sample")
    quads = [q for thing in things() for q in thing_quads(thing, graph)]
    quads += [q for claim in claims() for q in claim_quads(claim, graph)]
    data = serialize((q.triple for q in quads), format=RdfFormat.N_TRIPLES)
    assert data is not None
    return Graph().parse(data=data, format="nt")


def things() -> list[Thing]:
    source = (("publisherName", "某社"), ("interest", "无"), ("writtenBegin", date(2024, 12, 1)))
    return [
        Thing(id="place/310000", classes=("City", "Province"), name_zh="上海市", name_en="Shanghai",
              name_en_basis="usage", properties=(("code", "310000"), ("lon", Decimal("121.47")),
              ("lat", Decimal("31.23")), ("level", Ref("place-level/municipality")))),
        Thing(id="place/330000", classes=("Province",), name_zh="浙江省"),
        Thing(id="place/330100", classes=("City",), name_zh="杭州市",
              properties=(("inProvince", Ref("place/330000")),)),
        Thing(id="zone/hangzhou", classes=("PilotZone",), name_zh="杭州综试区"),
        Thing(id="innovation/1210", classes=("SupervisionMode",), name_zh="1210"),
        Thing(id="policy/p", classes=("Policy",), name_zh="某公告"),
        Thing(id="source/s", classes=("Source",), name_zh="某书", properties=source),
        Thing(id="indicator/trade", classes=("Indicator",), name_zh="进出口额"),
        Thing(id="measure/m", classes=("Measure",), name_zh="某措施"),
    ]  # fmt: skip


def claims() -> list[Claim]:
    evidence = Evidence(1, "source/s", (Span("value", "source/s", 1, 4, "0" * 64),), "https://example.org/p")
    day = date(2015, 3, 7)
    rest = {"dataset": "d", "recorded_by": "r", "recorded_at": day, "evidence": (evidence,)}
    dated = {"date": "2015年3月7日", "date_begin": day, "date_end": day, "date_precision": "day",
             "date_kind": "signed", "date_kind_basis": "stated", "act": "policy/p"}  # fmt: skip
    fields: list[dict[str, object]] = [
        {"kind": "Designation", "subject": "place/330100", "predicate": "designated", "object": "zone/hangzhou",
         "batch": 1, **dated},
        {"kind": "Adoption", "subject": "place/330100", "predicate": "adopted", "object": "innovation/1210",
         "stage": "pilot", "learned_from": "place/310000", **dated},
        {"kind": "Observation", "subject": "place/330100", "predicate": "observed", "object": "indicator/trade",
         "measure": "level", "value": Decimal("1.5"), "unit": "CNY", "hedge": "over", "modality": "actual",
         "caliber": "unspecified", "period": "2023", "printed": "1.5", "share_of": "indicator/trade"},
        {"kind": "Provision", "subject": "measure/m", "predicate": "provides", "topic": "brand",
         "beneficiary": "enterprise", "rate_pct": Decimal(30), "currency": "CNY", "per": "project",
         "cap": Decimal(500000), "valid_from": day},
        {"kind": "Relation", "subject": "policy/p", "predicate": "documentNumber", "text": "某号"},
    ]  # fmt: skip
    return [Claim(id=f"d/t/{n}", key=str(n), **(rest | one)) for n, one in enumerate(fields)]  # type: ignore[arg-type]
