"""Tables read back, by the csv module and by polars, say what the graph says."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import polars
import pytest
from cemai.graph.rdf.reader import read_claims
from cemai.ontology.describe import describe_ontology
from cemai.ontology.namespaces import RDF, term
from pyoxigraph import NamedNode

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.export.exporting import rows_of
from tests.graph.export.tabular.conftest import written
from tests.graph.export.tabular.making import read_csv, resources, tables_in
from tests.running import Inside

Row = dict[str, Any]


def test_claims_come_back_as_they_are(folder: Path, kg: KnowledgeGraph) -> None:
    """Every cell of every claim: decimals digit by digit, dates as dates, all spans."""
    assert read_csv(folder, "claim") == rows_of(kg.store)


def test_claims_come_back_from_parquet(parquet: Path, kg: KnowledgeGraph) -> None:
    """Real dates, floats that give the decimals back, lists of spans."""
    held = polars.read_parquet(parquet / "claim.parquet")
    assert held.schema["date_begin"] == polars.Date and held.schema["value"] == polars.Float64
    found = held.to_dicts()
    expected = [{k: _floated(v) for k, v in row.items()} for row in rows_of(kg.store)]
    assert found == expected
    exact = [(row["value"], value["value"]) for row, value in zip(rows_of(kg.store), found, strict=True)]
    assert all(a is None or Decimal(repr(b)) == a for a, b in exact), "a float that does not give the decimal back"


def _floated(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value


def test_polars_reads_the_csv_alike(folder: Path, parquet: Path) -> None:
    """Texts cell by cell, for every table."""
    for name in tables_in(folder):
        texts = polars.read_csv(folder / f"{name}.csv", infer_schema=False)
        typed = polars.read_parquet(parquet / f"{name}.parquet")
        assert texts.columns == typed.columns and texts.height == typed.height, name
        for column, kind in typed.schema.items():
            if kind == polars.String:
                assert texts[column].to_list() == typed[column].to_list(), (name, column)


def test_unverified_claims_only_when_asked_for(inside: Inside, folder: Path, tmp_path: Path) -> None:
    shown = written(inside, tmp_path / "t")
    everything = {row["id"]: row["evidence_tier"] for row in read_csv(folder, "claim")}
    kept = {row["id"] for row in read_csv(shown, "claim")}
    hidden = {claim for claim, tier in everything.items() if tier == "unverified"}
    assert hidden and kept == everything.keys() - hidden
    for name in ("evidence", "span", "disagreement_claim"):
        assert {row["claim"] for row in read_csv(shown, name)} <= kept
    assert f"{len(hidden)} 条未核实" in (shown / "README.md").read_text(encoding="utf-8")
    assert "未核实的陈述未收入" not in (folder / "README.md").read_text(encoding="utf-8")


def test_evidence_and_spans_are_whole(folder: Path, kg: KnowledgeGraph) -> None:
    claims = list(read_claims(kg.store))
    evidence = [(r["claim"], r["evidence"], r["source"], r["page"]) for r in read_csv(folder, "evidence")]
    assert evidence == [(c.id, e.number, e.source, e.page) for c in claims for e in c.evidence]
    spans = [(r["claim"], r["evidence"], r["role"], r["source"], r["start"], r["end"], r["sha256"])
             for r in read_csv(folder, "span")]  # fmt: skip
    assert spans == [(c.id, e.number, s.role, s.source, s.start, s.end, s.sha256)
                     for c in claims for e in c.evidence for s in e.spans]  # fmt: skip


def test_every_finding_of_the_audit_with_its_claims(folder: Path, kg: KnowledgeGraph) -> None:
    asked = kg.query("disagreements/claims").dicts()
    rows = {r["id"]: r for r in read_csv(folder, "disagreement")}
    pairs = {(r["disagreement"], r["claim"]) for r in read_csv(folder, "disagreement_claim")}
    assert pairs == {(str(r["finding"]), str(r["claim"]).removeprefix("claim/")) for r in asked}
    for finding in asked:
        row = rows[str(finding["finding"])]
        assert (row["severity_rank"], row["is_disagreement"], row["description_zh"], row["description_en"]) == (
            finding["rank"], finding["disagreement"], finding["zh"], finding["en"])  # fmt: skip
    assert len(rows) > 20


def test_a_class_has_all_its_members_and_those_below(folder: Path, kg: KnowledgeGraph) -> None:
    """Members by the reasoner's classes: ``programme`` holds parks and events, too; no thing is without a table."""
    names = {r["name"]: r for r in resources(folder).values()}
    seen = set[str]()
    for words in describe_ontology().classes:
        name = "".join(f"_{c.lower()}" if c.isupper() else c for c in words.name).lstrip("_")
        if name in names and name not in ("claim", "evidence", "disagreement", "dataset", "concept"):
            typed = kg.store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(term(words.name)), None)
            members = {q.subject.value.partition("/id/")[2] for q in typed}  # type: ignore[union-attr]
            rows = [r["id"] for r in read_csv(folder, name)]
            assert rows == sorted(members), name
            seen |= members
    assert {r["id"] for r in read_csv(folder, "thing")} == seen
    wanted = {"city", "pilot_zone", "policy", "measure", "association", "enterprise", "programme", "innovation",
              "agency", "person", "challenge", "recommendation", "indicator", "source"}  # fmt: skip
    assert wanted <= names.keys()


def test_known_cells(folder: Path) -> None:
    cities = {r["id"]: r for r in read_csv(folder, "city")}
    hangzhou, beijing = cities["place/330100"], cities["place/110000"]
    assert (hangzhou["name_zh"], hangzhou["name_en"], hangzhou["code"]) == ("杭州市", "Hangzhou", "330100")
    assert (hangzhou["level"], hangzhou["in_province"]) == ("prefecture", "place/330000")
    assert "zone/330100" in hangzhou["designated"] and "innovation/1210" not in (hangzhou["designated"] or ())
    assert beijing["classes"] == ["City", "Province"]
    assert beijing["id"] in {r["id"] for r in read_csv(folder, "province")}
    programmes = {r["id"]: r["classes"] for r in read_csv(folder, "programme")}
    assert {"Park", "Event", "TransportLine"} <= {c for classes in programmes.values() for c in classes}


@pytest.mark.parametrize("name", ["city", "province", "enterprise", "innovation", "policy", "programme"])
def test_lists_of_things_name_things(folder: Path, name: str) -> None:
    """Lists cannot be foreign keys in either standard: what they name stands in `thing` nevertheless."""
    known = {r["id"] for r in read_csv(folder, "thing")}
    fields = resources(folder)[name]["schema"]["fields"]
    lists = [f["name"] for f in fields if f["type"] == "array" and f["name"].split("_")[0] not in ("classes", "other")]
    named = {value for row in read_csv(folder, name) for column in lists for value in row[column] or ()}
    assert lists and named and named <= known
