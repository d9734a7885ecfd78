"""The files of `cemai diffusion --out`: columns as the codebook says, each row with its claims."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cemai.graph.diffusion.codebook import columns, files, kinds

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.house.rooms import ROOT
from tests.running import Inside

NAMED = ("adoptions.csv", "adoptions_spid.csv", "policies.csv", "units.csv", "event_history.csv", "dyads.csv",
         "citations.csv")  # fmt: skip
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def folder(graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("diffusion") / "made"
    done = Inside(graph)("diffusion", "--out", str(out))
    assert done.status == 0 and done.out == "", done.err
    return out


def read(folder: Path, file: str) -> Rows:
    with (folder / file).open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text, strict=True))


@pytest.mark.parametrize("file", sorted(files()))
def test_columns_and_claims(folder: Path, kg: KnowledgeGraph, file: str) -> None:
    rows = read(folder, file)
    assert rows and list(rows[0]) == columns(file)
    if "claims" not in rows[0]:
        assert file == "adoptions_spid.csv"
        return
    carried = {c for r in rows for name in ("claims", "risk_claims") for c in r.get(name, "").split("|") if c}
    assert all(kg.claim(c) for c in sorted(carried)[:200])
    if file == "event_history.csv":
        assert all(r["claims"] for r in rows if r["event"] == "1" or r["event_possible"] == "1")
        assert all(r["risk_claims"] for r in rows if r["risk"] == "zones")
    elif file == "units.csv":
        assert all(r["claims"] for r in rows if r["batch"] or r["adopted"] != "0")
    else:
        assert all(r["claims"] for r in rows)


def test_the_files_that_were_asked_for(folder: Path) -> None:
    assert {*NAMED, "designations.csv", "codebook.md"} == {p.name for p in folder.iterdir()}


def test_what_spid_and_network_inference_take(folder: Path) -> None:
    """Exactly three columns; one row a unit and policy, years as integers, the same unit under one name."""
    text = (folder / "adoptions_spid.csv").read_text(encoding="utf-8")
    assert text.splitlines()[0] == "statenam,policy,adopt_year"
    rows = read(folder, "adoptions_spid.csv")
    assert len({(r["statenam"], r["policy"]) for r in rows}) == len(rows)
    assert all(re.fullmatch(r"20[0-9]{2}", r["adopt_year"]) for r in rows)
    of_1210 = [r["adopt_year"] for r in rows if r["policy"] == "1210"]
    assert {y: of_1210.count(y) for y in of_1210} == {"2016": 10, "2019": 27, "2021": 7}


def test_adoptions_stand_by_role(folder: Path) -> None:
    rows = [r for r in read(folder, "adoptions.csv") if r["policy"] == "9710" and r["unit_kind"] == "district"]
    assert {r["role"] for r in rows} == {"any", "piloted"}
    assert len({(r["unit"], r["role"]) for r in rows}) == len(rows) == 44


def test_event_history_adds_up(folder: Path) -> None:
    """42 districts: ten and twelve adopt in 2020, twenty are censored in 2021, when it opened nationwide."""
    rows = [r for r in read(folder, "event_history.csv") if r["policy"] == "9710"]
    assert sum(int(r["event"]) for r in rows) == 22
    assert [sum(r["year"] == y for r in rows) for y in ("2020", "2021")] == [42, 20]
    keys = [(r["policy"], r["unit"], r["year"]) for r in read(folder, "event_history.csv")]
    assert len(set(keys)) == len(keys)


def test_dyads_by_hand(folder: Path) -> None:
    """22 districts make 231 pairs: 10 x 12 in order, 45 + 66 ties."""
    rows = [r for r in read(folder, "dyads.csv") if r["policy"] == "9710"]
    assert [sum(r["order"] == o for r in rows) for o in ("after", "undecided")] == [120, 111]
    assert {(r["days_min"], r["days_max"]) for r in rows if r["order"] == "after"} == {("62", "62")}


def test_the_codebook_names_every_column_in_both_languages(folder: Path) -> None:
    book, docs = ((p).read_text(encoding="utf-8") for p in (folder / "codebook.md", ROOT / "docs" / "diffusion.md"))
    for file, what in files().items():
        assert f"## {file}" in book and f"`{file}`" in docs
        for name, column in what["columns"].items():
            assert f"| `{name}` |" in book
            assert re.search(r"[\u4e00-\u9fff]", column["zh"]) and re.search(r"[a-z]", column["en"])
    assert "no network is inferred" in book and "Data end on" in book


READ_AS: dict[str, Callable[[str], object]] = {
    "date": date.fromisoformat, "integer": int, "number": float, "text": str,
}  # fmt: skip


def test_every_cell_is_of_the_kind_that_the_codebook_states(folder: Path) -> None:
    for file in files():
        kept = kinds(file)
        for row in read(folder, file) if (folder / file).exists() else ():
            assert all(READ_AS[kept[name]](cell) is not None for name, cell in row.items() if cell)


def test_the_same_data_gives_the_same_bytes(folder: Path, graph: Path, tmp_path: Path) -> None:
    assert Inside(graph)("diffusion", "--out", str(tmp_path)).status == 0
    assert all((tmp_path / p.name).read_bytes() == p.read_bytes() for p in folder.iterdir())
