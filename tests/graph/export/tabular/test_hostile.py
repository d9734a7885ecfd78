"""Labels with line breaks, quotes, formulas, control characters or 60 kB come back as they were."""

from __future__ import annotations

import csv
from pathlib import Path

import polars
import pytest
from cemai.graph.export.csvfile import BOM
from cemai.graph.export.spreadsheet import guarded

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.export.registry import export_graph
from tests.graph.export.exporting import rows_of
from tests.graph.export.tabular.making import HOSTILE, read_csv, tables_in

FORMULAS = [t for t in HOSTILE if t[0] in "=+-@\t\r"]


@pytest.fixture(scope="module")
def plain(bad: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("bad") / "csv"
    export_graph(bad.store, "tables", out)
    return out


def test_csv_gives_them_back(plain: Path, bad: KnowledgeGraph) -> None:
    rows = {r["id"]: r for r in read_csv(plain, "enterprise")}
    for number, label in enumerate(HOSTILE):
        row = rows[f"org/firm-{number}"]
        assert (row["name_zh"], row["name_en"], row["note"]) == (label, label, label)
        assert row["other_names_zh"] == sorted([label + "a", label + "b"])
    assert read_csv(plain, "claim") == rows_of(bad.store)
    assert len(HOSTILE[-1].encode()) == 60_000


def test_parquet_gives_them_back(bad: KnowledgeGraph, tmp_path: Path) -> None:
    export_graph(bad.store, "tables", tmp_path / "p", format="parquet")
    held = polars.read_parquet(tmp_path / "p" / "enterprise.parquet").sort("id")
    expected = sorted((f"org/firm-{number}", label) for number, label in enumerate(HOSTILE))
    assert list(zip(held["id"], held["name_zh"], strict=True)) == expected
    assert held["other_names_en"].to_list() == [None] * len(HOSTILE)


def test_polars_reads_the_csv(plain: Path) -> None:
    held = polars.read_csv(plain / "enterprise.csv", infer_schema=False)
    assert sorted(held["name_zh"]) == sorted(HOSTILE)


def test_no_byte_order_mark_and_line_feeds_only(plain: Path) -> None:
    for name in tables_in(plain):
        data = (plain / f"{name}.csv").read_bytes()
        assert not data.startswith(BOM.encode())
        assert data.splitlines(keepends=True)[0].endswith(b"\n") and not data.split(b"\n")[0].endswith(b"\r")


def test_excel_gets_a_mark_and_no_formula(bad: KnowledgeGraph, plain: Path, tmp_path: Path) -> None:
    export_graph(bad.store, "tables", tmp_path / "x", excel=True)
    assert FORMULAS
    for name in tables_in(plain):
        assert (tmp_path / "x" / f"{name}.csv").read_bytes().startswith(BOM.encode())
        with (tmp_path / "x" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [c for c in cells if c[:1] in tuple("=+-@\t\r") and not c.lstrip("-").replace(".", "").isdigit()]
    names = {r["name_zh"] for r in read_csv(tmp_path / "x", "enterprise")}
    assert names == set(map(guarded, HOSTILE)) and {f"'{t}" for t in FORMULAS} <= names
    values = {r["value"] for r in read_csv(tmp_path / "x", "claim")}
    assert {str(v) for v in values} == {"-1.1"}, "a figure with its sign is no formula"


def test_the_readme_holds_them_in_one_line(plain: Path) -> None:
    """A source's name cannot make headings or tables of its own."""
    lines = (plain / "README.md").read_text(encoding="utf-8").splitlines()
    source = [line for line in lines if line.startswith('- line break "quoted"')]
    assert len(source) == 1
