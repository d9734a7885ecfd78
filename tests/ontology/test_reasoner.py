"""The ontology is OWL 2 DL, consistent, without an empty class; and HermiT finds what must not mix."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from cemai.graph.model.statement import Claim, Evidence, Ref, Span, Thing
from cemai.graph.rdf.writer import claim_quads, graph_node, thing_quads
from cemai.ontology.schema import files, load
from pyoxigraph import RdfFormat, serialize
from rdflib import RDF, Graph, Namespace, URIRef

from tests.ontology.judge import Verdict, judge

CM = Namespace("https://w3id.org/cemai/ontology#")
ID = Namespace("https://w3id.org/cemai/id/")
SHANGHAI, HANGZHOU = ID["place/310000"], ID["place/330100"]


# Pairs of classes that must not share a thing.
NEVER_BOTH = [
    ("City", "Policy"), ("City", "County"), ("PilotZone", "Place"), ("Measure", "Topic"),
    ("Designation", "Adoption"), ("Claim", "Innovation"), ("SupervisionMode", "PilotProgramme"),
]  # fmt: skip
Verdicts = dict[str, Verdict]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    samples = {f"{one}-{other}": typed(HANGZHOU, one, other) for one, other in NEVER_BOTH}
    samples |= {
        "shanghai": typed(SHANGHAI, "City", "Province"),
        "measure-adopts": measure_that_adopts(),
        "counted-parts": counted_parts(),
        "written": written(),
    }
    return judge(tmp_path_factory.mktemp("judge"), samples)


def typed(thing: URIRef, *classes: str) -> Graph:
    graph = Graph()
    for name in classes:
        graph.add((thing, RDF.type, CM[name]))
    return graph


def measure_that_adopts() -> Graph:
    graph = typed(ID["measure/m"], "Measure")
    graph.add((ID["measure/m"], CM["adopted"], ID["innovation/1210"]))
    return graph


def counted_parts() -> Graph:
    """A count on a transitive property, which OWL 2 DL forbids."""
    return Graph().parse(
        data="""
        @prefix cm: <https://w3id.org/cemai/ontology#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        cm:FrameworkPart rdfs:subClassOf [ a owl:Restriction ;
            owl:onProperty cm:partOf ; owl:cardinality "1"^^xsd:nonNegativeInteger ] .
    """
    )


def test_every_file_and_class_reaches_the_reasoner(verdicts: Verdicts) -> None:
    shipped = verdicts["shipped"]
    assert shipped.ontologies == len(files())
    assert shipped.classes >= len(load().classes) > 70
    assert shipped.individuals >= sum(len(keys) for keys in load().concepts.values()) > 150


def test_it_is_owl_2_dl(verdicts: Verdicts) -> None:
    assert verdicts["shipped"].violations == ()


def test_the_profile_check_finds_what_is_not_dl(verdicts: Verdicts) -> None:
    assert any("non-simple" in v.casefold() for v in verdicts["counted-parts"].violations)


def test_it_is_consistent_and_no_class_is_empty(verdicts: Verdicts) -> None:
    assert verdicts["shipped"].consistent
    assert verdicts["shipped"].unsatisfiable == ()


def test_shanghai_is_city_and_province(verdicts: Verdicts) -> None:
    assert verdicts["shanghai"].consistent


@pytest.mark.parametrize(("one", "other"), NEVER_BOTH)
def test_hermit_finds_a_thing_that_is_both(verdicts: Verdicts, one: str, other: str) -> None:
    assert verdicts[f"{one}-{other}"].consistent is False


def test_hermit_finds_a_measure_that_adopts(verdicts: Verdicts) -> None:
    assert verdicts["measure-adopts"].consistent is False


def test_what_the_writer_writes_is_owl_2_dl_and_consistent(verdicts: Verdicts) -> None:
    assert verdicts["written"].violations == ()
    assert verdicts["written"].consistent


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
    rest: dict[str, Any] = {"dataset": "d", "recorded_by": "r", "recorded_at": day, "evidence": (evidence,)}
    dated = {"date": "2015年3月7日", "date_begin": day, "date_end": day, "date_precision": "day",
             "date_kind": "signed", "date_kind_basis": "stated", "act": "policy/p"}  # fmt: skip
    city = {"subject": "place/330100"}
    fields: list[dict[str, Any]] = [
        {"kind": "Designation", "predicate": "designated", "object": "zone/hangzhou", "batch": 1,
         **city, **dated},
        {"kind": "Adoption", "predicate": "adopted", "object": "innovation/1210", "stage": "pilot",
         "learned_from": "place/310000", **city, **dated},
        {"kind": "Observation", "predicate": "observed", "object": "indicator/trade", "measure": "level",
         "value": Decimal("1.5"), "unit": "CNY", "hedge": "over", "modality": "actual", "printed": "1.5",
         "caliber": "unspecified", "period": "2023", "share_of": "indicator/trade", **city},
        {"kind": "Provision", "subject": "measure/m", "predicate": "provides", "topic": "brand",
         "beneficiary": "enterprise", "rate_pct": Decimal(30), "currency": "CNY", "per": "project",
         "cap": Decimal(500000), "valid_from": day},
        {"kind": "Relation", "subject": "policy/p", "predicate": "documentNumber", "text": "某号"},
    ]  # fmt: skip
    return [Claim(id=f"d/t/{n}", key=str(n), **(rest | one)) for n, one in enumerate(fields)]
