"""`cemai export claims`: exactly the columns of the contract, every span complete, both formats alike."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from cemai.graph.export.base import Options, run_exporters
from cemai.graph.export.columns import NAMES
from cemai.graph.export.statements import StatementsExporter
from cemai.graph.model.locators import LONGEST_SPAN, Document, sha256
from cemai.graph.model.statement import KINDS
from cemai.ontology.schema import load

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.conftest import Small

# Written out here so that a change of the code is seen; the last line holds what an older list did not have.
_CONTRACT = """
id kind dataset key subject subject_name predicate object object_name text measure indicator_name value unit printed
hedge
modality period period_begin period_end base_period share_of rank_scope caliber
date date_begin date_end date_precision date_kind date_kind_basis act act_name batch year tier topic beneficiary
rate_pct
rate_base amount cap floor currency threshold threshold_unit per condition valid_from valid_to
claim_rank rank_reason evidence_tier confidence score recorded_by recorded_at source source_title document_sha256
text_profile spans start end sha256
period_printed central_stage learned_from note
"""
CONTRACT = _CONTRACT.split()
Row = dict[str, Any]


@pytest.fixture(scope="module")
def files(kg: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both tables of the session's graph, ``jsonl`` and ``csv``."""
    folder = tmp_path_factory.mktemp("claims")
    run_exporters(kg.store, *(StatementsExporter(folder / form, Options(format=form)) for form in ("jsonl", "csv")))
    return folder


@pytest.fixture(scope="module")
def rows(files: Path) -> list[Row]:
    """The claims of the JSON Lines export."""
    return [json.loads(line) for line in (files / "jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_columns_are_those_of_the_contract(files: Path, rows: list[Row]) -> None:
    assert list(NAMES) == CONTRACT
    assert {tuple(row) for row in rows} == {tuple(CONTRACT)}
    header = (files / "csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.split(",") == CONTRACT


def test_both_formats_say_the_same(files: Path, rows: list[Row]) -> None:
    text = (files / "csv").read_text(encoding="utf-8")
    table = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert len(table) == len(rows)
    for cells, row in zip(table, rows, strict=True):
        for column in CONTRACT:
            value = row[column]
            if value is None:
                assert cells[column] == ""
            elif isinstance(value, list):
                assert json.loads(cells[column]) == value
            elif isinstance(value, float | int):
                assert float(cells[column]) == value
            else:
                assert cells[column] == value


def test_ids_are_sorted_and_speak_of_dataset_and_key(rows: list[Row]) -> None:
    ids = [row["id"] for row in rows]
    assert ids == sorted(set(ids))
    for row in rows:
        dataset, _, key = row["id"].split("/")
        assert (dataset, key) == (row["dataset"], row["key"])


def test_closed_values(rows: list[Row]) -> None:
    assert {row["kind"] for row in rows} <= set(KINDS)
    assert {row["evidence_tier"] for row in rows} <= set(load().concepts["evidence-tier"])
    assert {row["claim_rank"] for row in rows} <= set(load().concepts["claim-rank"])
    assert all(row["source"] and row["source_title"] and row["subject_name"] for row in rows)
    assert all(row["recorded_by"] and re.fullmatch(r"\d{4}-\d\d-\d\d", row["recorded_at"]) for row in rows)


def test_every_passage_claim_has_its_place(rows: list[Row]) -> None:
    """start, end and sha256 of the main span; the spans of all evidences; the document's hash and profile."""
    passages = [row for row in rows if row["evidence_tier"] == "passage"]
    assert len(passages) > 100
    for row in passages:
        assert 0 <= row["start"] < row["end"] <= row["start"] + LONGEST_SPAN, row["id"]
        assert re.fullmatch(r"[0-9a-f]{64}", row["sha256"]), row["id"]
        assert re.fullmatch(r"[0-9a-f]{64}", row["document_sha256"]), row["id"]
        assert row["text_profile"] == "squeeze-1", row["id"]
        main = {k: row[k] for k in ("source", "start", "end", "sha256")}
        assert any({k: span[k] for k in main} == main for span in row["spans"]), row["id"]
        assert all(set(s) == {"evidence", "source", "role", "start", "end", "sha256"} for s in row["spans"])


def test_dates_and_periods_are_whole(rows: list[Row]) -> None:
    for row in rows:
        for begin, end in (("date_begin", "date_end"), ("period_begin", "period_end")):
            assert (row[begin] is None) == (row[end] is None), row["id"]
            assert row[begin] is None or row[begin] <= row[end], row["id"]
        assert (row["date_begin"] is None) == (row["date_kind"] is None), row["id"]
    observed = [row for row in rows if row["kind"] == "Observation"]
    assert all(row["measure"] and row["unit"] and row["printed"] and row["modality"] for row in observed)
    assert all(isinstance(row["value"], int | float) and row["indicator_name"] for row in observed)


def test_every_span_is_found_again_in_the_corpus(rows: list[Row], corpus: Path) -> None:
    documents: dict[str, Document] = {}
    for path in corpus.glob("*.txt"):
        documents[f"source/{path.stem}"] = Document.read(path.stem, path)
    wrong, seen = [], 0
    for row in rows:
        for span in row["spans"] or []:
            if document := documents.get(span["source"]):
                seen += 1
                if sha256(document.slice(span["start"], span["end"])) != span["sha256"]:
                    wrong.append((row["id"], span))
    assert seen > 500
    assert wrong == []


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_the_command_writes_the_file_and_says_so(small: Small, tmp_path: Path, form: str) -> None:
    out = tmp_path / "new" / f"claims.{form}"
    out.parent.mkdir()
    done = small.cli("export", "claims", "--format", form, "--out", out)
    assert done.status == 0 and done.out == "" and done.err.startswith("2 claims")
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2 + (form == "csv")
    assert [p.name for p in out.parent.iterdir()] == [out.name], "no half-written file is left"
