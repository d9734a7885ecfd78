"""Every command that gives rows saves them: --out as CSV, JSON and XLSX, --excel with a byte order mark."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from cemai.graph.diffusion.codebook import columns

from tests.conftest import Small
from tests.running import Inside

COMMANDS = [
    ("trace", "甲一"), ("trace", "甲一", "--rounds"), ("trace", "甲一", "--tree"),
    ("show", "云港"), ("query", "zones/by-batch"), ("queries",), ("explain", "made/designations/pilot-yungang"),
    ("compare", "云港", "星城"), ("series", "云港", "进出口额"), ("measures",), ("peers", "云溪"),
    ("path", "李某", "星城"), ("audit",), ("diffusion",), ("diffusion", "甲一"), ("diffusion", "甲一", "--curve"),
    ("diffusion", "甲一", "--survival"), ("ontology",), ("validate",),
]  # fmt: skip


def seen(value: object) -> object:
    """A cell as a person sees it, whether it is a number or day, or its text."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, str):
        try:
            return None if value == "" else float(value)
        except ValueError:
            return value
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_same_rows_in_every_file(made: Inside, tmp_path: Path, command: tuple[str, ...]) -> None:
    for name in ("rows.json", "rows.csv", "rows.xlsx"):
        done = made(*command, "--out", tmp_path / name)
        assert done.status == 0, done.err
        assert done.out == "" and f"{tmp_path / name}" in done.err, "nothing but the file"
    rows = json.loads((tmp_path / "rows.json").read_text(encoding="utf-8"))
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        as_csv = list(csv.reader(file))
    sheet = [[seen(cell.value) for cell in row] for row in openpyxl.load_workbook(tmp_path / "rows.xlsx").active]
    assert as_csv[0] == sheet[0] == list(rows[0])
    assert as_csv[1:] == [["" if v is None else str(v) for v in row.values()] for row in rows]
    assert sheet[1:] == [[seen(v) for v in row.values()] for row in rows]


@pytest.mark.parametrize("command", [("audit",), ("diffusion", "甲一"), ("ontology",), ("validate",)], ids=" ".join)
def test_a_mark_for_excel(made: Inside, tmp_path: Path, command: tuple[str, ...]) -> None:
    assert made(*command, "--excel", "--out", tmp_path / "rows.csv").status == 0
    assert (tmp_path / "rows.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert made(*command, "--excel", "--format", "csv").out.startswith("\ufeff")


def test_coverage_saves_what_is_uncovered(small: Small, tmp_path: Path) -> None:
    done = small.inside("coverage", "--corpus", small.corpus, "--data", small.folder, "--out", tmp_path / "rows.xlsx")
    assert done.status == 1 and done.out == "", "a finding, and nothing but the file"
    sheet = openpyxl.load_workbook(tmp_path / "rows.xlsx").active
    assert [row[5].value for row in sheet][1:] == ["39111.70", "2.82"]


def test_a_folder_takes_the_study_and_a_file_its_rows(made: Inside, tmp_path: Path) -> None:
    assert made("diffusion", "甲一", "--out", tmp_path / "study").status == 0
    assert {"adoptions.csv", "codebook.md"} <= {path.name for path in (tmp_path / "study").iterdir()}
    (tmp_path / "study.csv").mkdir()
    assert made("diffusion", "甲一", "--out", tmp_path / "study.csv").status == 0
    assert (tmp_path / "study.csv" / "units.csv").is_file(), "a folder that stands is a folder"
    assert made("diffusion", "甲一", "--out", tmp_path / "order.CSV").status == 0
    with (tmp_path / "order.CSV").open(encoding="utf-8") as file:
        assert next(csv.reader(file)) == columns("adoptions.csv")


def test_the_summary_goes_where_the_rows_do_not(made: Inside) -> None:
    shown, data = made("diffusion", "甲一"), made("diffusion", "甲一", "--format", "csv")
    assert "at risk" in shown.out and "at risk" in data.err and "at risk" not in data.out


BAD: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "a picture of a study": (("diffusion", "甲一", "--out", "x.png"), ("x.png", "cemai plot", ".xlsx")),
    "a document": (("diffusion", "甲一", "--out", "x.docx"), ("x.docx", ".csv")),
    "two views": (("diffusion", "甲一", "--curve", "--survival"), ("--survival",)),
    "a curve of all": (("diffusion", "--curve"), ("one innovation",)),
    "a curve into a folder": (("diffusion", "甲一", "--curve", "--out", "folder"), ("--curve",)),
    "rows as a page": (("audit", "--out", "x.html"), (".html", ".csv")),
    "nothing to trace": (("trace", ""), ("empty", "名称为空")),
    "nothing to show": (("show", " "), ("empty",)),
    "no city": (("measures", "--city", ""), ("empty",)),
    "no topic": (("measures", "--topic", ""), ("no topic",)),
    "a mode as a topic": (("trace", "甲一", "--as", "topic"), ("no topic", "overseas-warehouse")),
    "a place instead of an innovation": (("diffusion", "云港"), ("cemai show place/790100",)),
    "one thing twice": (("path", "云港", "云港市"), ("same thing", "place/790100")),
    "a claim that is none": (("explain", "made/designations/pilot-yungan"), ("made/designations/pilot-yungang",)),
    "an indicator like none": (("series", "云港", "GDP"), ("进出口额 (indicator/trade)",)),
    "province or city": (("audit", "--subject", "云山"), ("place/790000", "place/790300")),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_reported(made: Inside, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    arguments, told = BAD[case]
    complaint = made(*arguments).complaint
    assert [part for part in told if part not in complaint] == [], complaint
    assert list(tmp_path.iterdir()) == [], "nothing was written"


def test_a_caliber_without_figures_names_those_that_have_some(made: Inside) -> None:
    done = made("series", "云港", "进出口额", "--caliber", "survey")
    assert done.status == 0 and "not a no" in done.err
    assert "calibers with figures: customs-platform, customs-statistics, unspecified" in done.err


def test_peers_that_have_no_more(inside: Inside) -> None:
    done = inside("peers", "拉萨")
    assert done.status == 0 and "no peer has a claim that the place lacks; that is not a no" in done.err
