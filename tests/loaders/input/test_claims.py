"""Rows to claims and things: what a cell becomes, what stands for an empty one, and which evidence a claim gets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from cemai.graph.errors import DataErrors
from cemai.graph.model.entity import Entity, Ref
from cemai.graph.model.statement import Claim
from cemai.loaders.collection import Collection, collect

from tests.making import Cells, Folder, mini, place

DESIGNATION = {"key": "k", "subject": "杭州", "object": "zone/330100", "evidence_tier": "unverified"}
ADOPTION = {"key": "k", "subject": "杭州", "predicate": "adopted", "object": "1210", "evidence_tier": "unverified"}
RELATION = {"key": "k", "subject": "杭州", "predicate": "locatedIn", "object": "浙江", "evidence_tier": "unverified"}


def with_rows(kind: str, *rows: Cells, **meta: object) -> Folder:
    """The small dataset with a table of some kind more; 公告 is an act in it, 措施 a measure, 出口额 an indicator."""
    folder = mini()
    folder.meta |= meta
    folder.meta["tables"].append({"file": "more.csv", "kind": kind})
    for id_, class_, name in (
        ("policy/act", "Policy", "公告"),
        ("measure/m", "Measure", "措施"),
        ("indicator/x", "Indicator", "出口额"),
        ("round/r", "EvaluationRound", "试评"),
    ):
        folder.tables["things"].append({"id": id_, "class": class_, "name_zh": name})
    folder.tables["more"] = list(rows)
    return folder


def collected(root: Path, folder: Folder) -> Collection:
    return collect([folder.write(root)])


def one(root: Path, kind: str, **cells: str) -> Claim:
    base = {"Designation": DESIGNATION, "Adoption": ADOPTION, "Relation": RELATION}.get(kind, {})
    claims = collected(root, with_rows(kind, base | cells)).claims["mini"]
    return next(claim for claim in claims if claim.id.startswith("mini/more/"))


def test_a_claim_says_where_it_comes_from(tmp_path: Path) -> None:
    found = collected(tmp_path, with_rows("Adoption", ADOPTION))
    claim = found.claims["mini"][-1]
    assert (claim.id, claim.kind, claim.dataset, claim.key) == ("mini/more/k", "Adoption", "mini", "k")
    assert (claim.recorded_by, claim.recorded_at, claim.confidence) == ("tests", date(2026, 1, 2), "single-source")
    assert (claim.subject, claim.predicate, claim.object) == ("place/330100", "adopted", "innovation/1210")
    where = found.origin["mini/more/k"]
    assert where.file is not None and (Path(where.file).name, where.row) == ("more.csv", 2)


@pytest.mark.parametrize(
    ("stated", "begin", "end", "precision"),
    [
        ("2016-02-29", date(2016, 2, 29), date(2016, 2, 29), "day"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month"),
        ("2016-Q4", date(2016, 10, 1), date(2016, 12, 31), "quarter"),
        ("2016-H1", date(2016, 1, 1), date(2016, 6, 30), "half"),
        ("2016", date(2016, 1, 1), date(2016, 12, 31), "year"),
    ],
)
def test_a_date_becomes_the_days_that_it_leaves_open(
    tmp_path: Path, stated: str, begin: date, end: date, precision: str
) -> None:
    claim = one(tmp_path, "Adoption", date=stated, date_kind="started")
    assert (claim.date_begin, claim.date_end, claim.date_precision) == (begin, end, precision)
    assert claim.date == stated, "without a printed form the normal one stands in"
    assert one(tmp_path / "printed", "Adoption", date=stated, date_printed="某日", date_kind="started").date == "某日"


def test_a_figure_keeps_its_period_its_base_and_what_was_not_said(tmp_path: Path) -> None:
    row = {"key": "k", "subject": "杭州", "object": "出口额", "measure": "growth", "value": "-5.20", "unit": "percent",
           "printed": "下降5.2%", "period": "2021-H1", "base_period": "2020-H1", "share_of": "出口额",
           "evidence_tier": "unverified"}  # fmt: skip
    claim = one(tmp_path, "Observation", **row)
    assert (claim.value, claim.period, claim.base_period) == (Decimal("-5.20"), "2021-H1", "2020-H1")
    assert (claim.period_begin, claim.period_end) == (date(2021, 1, 1), date(2021, 6, 30))
    assert (claim.modality, claim.caliber, claim.share_of) == ("actual", "unspecified", "indicator/x")
    assert claim.date_begin is None


def test_validity_is_days(tmp_path: Path) -> None:
    row = {"key": "k", "subject": "措施", "topic": "logistics", "beneficiary": "enterprise", "valid_from": "2021-01-01",
           "evidence_tier": "unverified"}  # fmt: skip
    claim = one(tmp_path, "Provision", **row)
    assert (claim.valid_from, claim.valid_to, claim.subject) == (date(2021, 1, 1), None, "measure/m")


def test_a_row_overrules_its_dataset(tmp_path: Path) -> None:
    folder = with_rows("Adoption", ADOPTION | {"confidence": "corroborated"}, confidence="unverified")
    assert collected(tmp_path, folder).claims["mini"][-1].confidence == "corroborated"
    plain = with_rows(
        "Adoption", {k: v for k, v in ADOPTION.items() if k != "evidence_tier"}, evidence_tier="unverified"
    )
    assert collected(tmp_path / "plain", plain).claims["mini"][-1].evidence_tier == "unverified"


@pytest.mark.parametrize(
    ("cells", "source", "page"),
    [
        ({}, "source/mini-text", None), ({"page": "12"}, "source/mini-text", "12"),
        ({"source": "公告"}, "policy/act", None), ({"act": "公告"}, "source/mini-text", None),
        ({"act": "公告", "evidence_tier": "act"}, "policy/act", None),
        ({"act": "公告", "source": "source/mini-text", "evidence_tier": "act"}, "source/mini-text", None),
    ],
)  # fmt: skip
def test_without_a_span_a_claim_rests_on_its_source_or_its_act(
    tmp_path: Path, cells: Cells, source: str, page: str | None
) -> None:
    (evidence,) = one(tmp_path, "Adoption", **cells).evidence
    assert (evidence.source, evidence.page, evidence.spans, evidence.number) == (source, page, (), 1)


def test_spans_make_evidences_by_their_number_and_stand_in_order(tmp_path: Path) -> None:
    folder = mini().write(tmp_path)
    path = folder / "evidence.csv"
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    mine = [line for line in lines if line.startswith("adoptions,ningbo,1,")]
    second = mine[0].replace(",ningbo,1,", ",ningbo,2,")
    path.write_text("\n".join([header, second, *reversed(lines)]) + "\n", encoding="utf-8")
    claim = next(c for c in collect([folder]).claims["mini"] if c.id == "mini/adoptions/ningbo")
    assert [(e.number, [s.role for s in e.spans]) for e in claim.evidence] == [
        (1, ["statement", "subject", "value"]), (2, [mine[0].split(",")[3]]),
    ]  # fmt: skip
    assert {s.source for e in claim.evidence for s in e.spans} == {"source/mini-text"}


@pytest.mark.parametrize(
    ("kind", "cells", "message"),
    [
        ("Relation", {"object": ""}, "column object: a relation needs an object, a text or a date"),
        ("Adoption", {"date": "2016"}, "column date_kind: a date needs its kind"),
        ("Adoption", {"claim_rank": "deprecated"}, "column rank_reason: a rank needs its reason"),
        ("Adoption", {"claim_rank": "preferred"}, "column rank_reason: a rank needs its reason"),
        ("Adoption", {"evidence_tier": "act"}, "column act: the tier act needs an act"),
        ("Adoption", {"evidence_tier": "passage"}, "column key, value 'k': no span in evidence.csv"),
        ("Adoption", {"object": "杭州"}, "column object, value '杭州': nothing of class Innovation is called so"),
        ("Adoption", {"act": "杭州"}, "column act, value '杭州': nothing of class Policy is called so"),
        ("Adoption", {"subject": "杭洲"}, "column subject, value '杭洲': nothing is called so .*or use: 杭州"),
        ("Adoption", {"source": "杭州"}, "column source, value '杭州': nothing of class Policy or Source"),
        (
            "Designation",
            {"object": "1210"},
            "column object, value '1210': nothing of class PilotZone or Programme or SpecialZone is called so",
        ),
        ("Relation", {"predicate": "loves"}, "column predicate, value 'loves': not a property of the ontology"),
        ("Adoption", {"stage": "soon"}, "column stage, value 'soon': not a key of the scheme stage .*known: "),
    ],
)
def test_what_a_row_lacks_is_told_with_its_column(tmp_path: Path, kind: str, cells: Cells, message: str) -> None:
    with pytest.raises(DataErrors, match=rf"more.csv, row 2, {message}"):
        one(tmp_path, kind, **cells)


@pytest.mark.parametrize(
    "cells",
    [{"object": "", "text": "甲"}, {"object": "", "date": "2016", "date_kind": "started"},
     {"claim_rank": "deprecated", "rank_reason": "moved"}],
)  # fmt: skip
def test_what_is_enough(tmp_path: Path, cells: Cells) -> None:
    assert one(tmp_path, "Relation", **cells).key == "k"


def test_a_name_of_several_things_is_taken_by_the_class_that_the_column_wants(tmp_path: Path) -> None:
    """云: a place where a subject stands anywhere; two bearers of the class are told with their ids."""
    folder = with_rows("Relation", RELATION | {"subject": "共名"})
    for id_, class_ in (("org/a", "Agency"), ("policy/a", "Policy")):
        folder.tables["things"].append({"id": id_, "class": class_, "name_zh": f"{id_}甲", "aliases_zh": "共名"})
    with pytest.raises(DataErrors, match=r"several things are called so.*use an id: org/a \(org/a甲\), policy/a"):
        collected(tmp_path, folder)
    folder.tables["more"] = [RELATION | {"act": "共名"}]
    assert collected(tmp_path, folder).claims["mini"][-1].act == "policy/a"


def test_places_towns_and_former_divisions_become_things(tmp_path: Path) -> None:
    folder = with_rows(
        "Area",
        {"key": "new-area", "name_zh": "新区", "name_en": "Xinqu", "parent": "330100", "lon": "120.5", "lat": "30.25"},
    )
    folder.meta["tables"] += [{"file": "towns.csv", "kind": "Town"}, {"file": "former.csv", "kind": "FormerDivision"}]
    folder.tables["towns"] = [{"key": "town", "name_zh": "某镇", "lat": "30"}]
    folder.tables["former"] = [
        {"key": "339900", "name_zh": "旧市", "province": "330000", "valid_to": "2019-01", "successor": "330100"}
    ]
    folder.tables["places"] += [
        place("310000", "municipality", "上海市", "Shanghai", lon="121.5", lat="31.2"),
        place("330106", "county", "西湖区", "Xihu", province="330000", lon="120.1"),
    ]
    things = {thing.id: thing for thing in collected(tmp_path, folder).things["mini"]}
    properties = {id_: dict(thing.properties) for id_, thing in things.items()}
    assert things["place/310000"].classes == ("City", "Province") and things["place/330106"].classes == ("County",)
    assert things["place/330000"].classes == ("Province",) and things["place/330100"].classes == ("City",)
    assert properties["place/310000"] == {"code": "310000", "codeVersion": "2025-12", "lon": Decimal("121.5"),
                                          "lat": Decimal("31.2"), "level": Ref("place-level/municipality")}  # fmt: skip
    assert "lon" not in properties["place/330106"], "a longitude alone is no position"
    assert properties["place/330106"]["inProvince"] == Ref("place/330000")
    area = Entity(
        id="place/new-area",
        classes=("FunctionalArea",),
        name_zh="新区",
        name_en="Xinqu",
        name_en_basis="pinyin",
        properties=(("within", Ref("place/330100")), ("lon", Decimal("120.5")), ("lat", Decimal("30.25"))),
    )
    assert things["place/new-area"] == area
    assert things["place/town"] == Entity(id="place/town", classes=("Town",), name_zh="某镇")
    assert properties["place/339900"] == {
        "inProvince": Ref("place/330000"),
        "validTo": date(2019, 1, 31),
        "successor": Ref("place/330100"),
    }
    source = properties["source/mini-text"]
    assert (source["writtenBegin"], source["writtenEnd"]) == (date(2024, 1, 1), date(2024, 12, 31))
    assert source["publisherName"] == "测试" and source["interest"] == "无" and source["textProfile"] == "squeeze-1"
    assert source["sha256"] == folder.meta["sources"][0]["document_sha256"]
