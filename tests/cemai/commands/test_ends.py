"""Values at the ends of their ranges: every command, page, plot and export takes a dataset that holds them all.

The dataset is the made-up one of `tests/queries/fixture` with days of the years 1 and 9999, the largest and smallest
numbers, texts of 60 kB, and hundreds of names. What lies beyond the ends is refused in one line.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from cemai.queries.catalogue import all_queries

from cemai.presenters.plots import PLOTS
from tests.making import Cells, write_csv
from tests.running import Inside
from tests.viz.pages import data

MADE = Path(__file__).parents[2] / "queries" / "fixture" / "made"
LARGEST, SMALLEST = "9" * 16, "0.0000000001"
LONG = "长" * 20_000  # 60 kB of UTF-8
Rows = list[Cells]


def edit(folder: Path, table: str, change: Callable[[Rows], object]) -> None:
    """Change the rows of a table."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    write_csv(path, rows)


def adoptions(rows: Rows) -> None:
    spans = ["2016-01-01/9999-12-31", "0001-01-01", "9999-12-31", "0001", "9999", "0001/9999"]
    for row, date in zip(rows, spans, strict=False):
        row |= {"date": date, "date_printed": "", "date_kind": "started", "date_kind_basis": "stated"}
    more = {"learned_from": "", "evidence_tier": "act", "act": "policy/act-1", "predicate": "piloted"}
    places = ("云溪", "云港", "place/790300", "星城", "云溪")
    dates = ("9999-12-31", "2016-02-29", "0001-01-01", "2020", "9999-Q4")
    rows += [rows[1] | more | {"key": f"end-{n}", "subject": places[n], "date": dates[n]} for n in range(5)]


def observations(rows: Rows) -> None:
    figures = (
        (LARGEST, "9999"), ("0", "0001"), (f"-{LARGEST}", "0001-01"), (LARGEST, "2021/9999"), ("-0", "0001-01-01"),
        (SMALLEST, "9999-12-31"), ("1", "0001-H1"),
    )  # fmt: skip
    for row, (value, period) in zip(rows, figures, strict=False):
        row |= {"value": value, "printed": value, "period": period, "hedge": "", "base_period": ""}


def provisions(rows: Rows) -> None:
    rows[0] |= {"rate_pct": "0", "cap": SMALLEST, "floor": LARGEST, "threshold": f"-{LARGEST}", "printed": "",
                "valid_from": "0001-01-01", "valid_to": "9999-12-31", "condition": LONG}  # fmt: skip
    rows[1] |= {"amount": LARGEST, "printed": "", "valid_from": "9999-12-31", "valid_to": "9999-12-31"}
    rows[2] |= {"rate_pct": "100", "printed": ""}


def things(rows: Rows) -> None:
    for number, row in enumerate(rows[:3]):
        row["note"] = LONG
        row["aliases_zh"] = "|".join([*filter(None, [row["aliases_zh"]]), *(f"别{number}名{n}" for n in range(400))])
    rows[-1] |= {"name_en": "N" * 20_000, "name_en_basis": "usage"}


CHANGES: dict[str, Callable[[Rows], object]] = {
    "adoptions": adoptions,
    "observations": observations,
    "provisions": provisions,
    "things": things,
    "designations": lambda rows: (
        rows[0].update(date="0001-01-01", date_printed="", batch="9999"),
        rows[1].update(date="9999-12-31", date_printed=""),
    ),
    "relations": lambda rows: [row.update(text=LONG) for row in rows if row["text"]][:1],
    "reports": lambda rows: rows[0].update(text=LONG),
    "places": lambda rows: (rows[1].update(lon="73", lat="3", note=LONG), rows[2].update(lon="136", lat="54")),
    "former": lambda rows: rows[0].update(valid_to="0001-01-01"),
    "evaluations": lambda rows: (rows[0].update(year="2000"), rows[1].update(year="2100")),
}


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> Inside:
    """The command on a graph that holds all the ends."""
    root = tmp_path_factory.mktemp("ends")
    folder = Path(shutil.copytree(MADE, root / "data"))
    for table, change in CHANGES.items():
        edit(folder, table, change)
    described = (folder / "dataset.yml").read_text("utf-8")
    described = described.replace('written: "2024"', "written: 9999").replace("2026-01-02", "9999-12-31")
    (folder / "dataset.yml").write_text(described.replace("en: tests}", f"en: {'t' * 20_000}}}"), "utf-8")
    inside = Inside(root / "store")
    done = inside("build", "--data", folder)
    assert done.status == 0, done.err
    return inside


ANSWERS: tuple[tuple[str, ...], ...] = (
    ("show", "云港"), ("show", "甲一"), ("show", "星城"), ("trace", "甲一"), ("trace", "甲一", "--rounds"),
    ("trace", "甲一", "--tree"), ("trace", "甲一", "--until", "9999-12-31"), ("trace", "甲一", "--until", "0001-01-01"),
    ("compare", "云港", "星城"), ("series", "云港", "进出口额"), ("measures", "--with-unquantified"),
    ("measures", "--on", "9999-12-31"), ("measures", "--on", "0001-01-01"), ("peers", "云溪"), ("path", "李某", "星城"),
    ("audit",), ("diffusion",), ("diffusion", "甲一"), ("diffusion", "甲一", "--curve"), ("validate",),
    ("diffusion", "甲一", "--survival"), ("explain", "made/designations/zone-yungang"),
    ("explain", "made/provisions/yungang-site"), ("ask", "甲一推广到了哪些城市？"), ("ask", "云港的进出口额"),
)  # fmt: skip


@pytest.mark.parametrize("command", ANSWERS, ids=" ".join)
def test_an_answer(ends: Inside, tmp_path: Path, command: tuple[str, ...]) -> None:
    for form in ("table", "json"):
        assert survived(ends, *command, "--format", form)
    for name in ("x.csv", "x.xlsx"):
        assert survived(ends, *command, "--excel", "--out", tmp_path / name)
        assert (tmp_path / name).stat().st_size > 0


FREE = [query.name for query in all_queries().values() if not any(p.required for p in query.parameters)]


def test_every_query_of_the_catalogue_that_needs_no_parameter(ends: Inside) -> None:
    assert len(FREE) > 20
    assert [name for name in FREE if not survived(ends, "query", name, "--format", "csv")] == []


VIEWS = (("trace", "甲一"), ("map", "甲一"), ("zones",), ("matrix",), ("timeline",), ("timeline", "云港"),
         ("compare", "云港", "星城"), ("neighbourhood", "甲一"))  # fmt: skip


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_a_page(ends: Inside, tmp_path: Path, view: tuple[str, ...]) -> None:
    assert survived(ends, "view", *view, "--out", tmp_path / "page.html")
    assert json.dumps(data(tmp_path / "page.html"), allow_nan=False)


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("plot", PLOTS)
def test_a_plot(ends: Inside, tmp_path: Path, plot: str) -> None:
    words = ("甲一",) if plot == "curve" else ()
    for name in ("plot.svg", "plot.png"):
        assert survived(ends, "plot", plot, *words, "--out", tmp_path / name)
        assert (tmp_path / name).stat().st_size < 5_000_000
    assert "nan" not in (tmp_path / "plot.svg").read_text("utf-8").lower().replace("finance", "")


EXPORTS = (
    *(("rdf", "--format", form) for form in ("trig", "turtle", "nquads", "ntriples", "jsonld", "rdfxml")),
    ("claims", "--format", "csv"), ("claims", "--format", "jsonl"), ("tables",), ("tables", "--excel"),
    ("tables", "--format", "parquet"), ("gephi",), ("graphml",), ("cytoscape",), ("neo4j",), ("rocrate",),
)  # fmt: skip


@pytest.mark.parametrize("export", EXPORTS, ids=" ".join)
def test_an_export(ends: Inside, tmp_path: Path, export: tuple[str, ...]) -> None:
    assert survived(ends, "export", *export, "--out", tmp_path / "out")
    assert (tmp_path / "out").exists()


def test_the_site_and_the_files_of_diffusion(ends: Inside, tmp_path: Path) -> None:
    assert survived(ends, "site", "--out", tmp_path / "site")
    assert survived(ends, "diffusion", "--out", tmp_path / "study")


def test_the_graph_comes_back_from_its_own_export(ends: Inside, tmp_path: Path) -> None:
    assert survived(ends, "export", "rdf", "--format", "nquads", "--out", tmp_path / "g.nq")
    other = Inside(tmp_path / "store")
    done = other("build", "--from", tmp_path / "g.nq")
    assert done.status == 0, done.err
    assert other("trace", "甲一").out == ends("trace", "甲一").out


def survived(inside: Inside, *command: str | Path) -> bool:
    """Whether a command came to its end, or refused in one line."""
    done = inside(*command)
    assert "Traceback" not in done.err, done.err[-1500:]
    refused = done.status == 2 and done.err.startswith("cemai: ") and done.err.count("\n") == 1
    assert done.status in (0, 1) or refused, done.err
    return True


BEYOND: dict[str, tuple[str, str, str]] = {
    "the year 0": ("adoptions", "date", "0000"),
    "the year 10000": ("adoptions", "date", "10000-01-01"),
    "a period of the year 0": ("observations", "period", "0000-12-31"),
    "a power of ten": ("observations", "value", "1E+30"),
    "a huge power of ten": ("observations", "value", "1E+20000000"),
    "a tiny power of ten": ("observations", "value", "1E-20000000"),
    "no number": ("observations", "value", "NaN"),
    "infinity": ("observations", "value", "Infinity"),
    "minus infinity": ("observations", "value", "-inf"),
    "a long text": ("reports", "text", LONG + "长"),
    "a long key": ("adoptions", "key", "k" * 121),
    "a long identifier": ("things", "id", "org/" + "k" * 121),
    "a batch of ten thousand": ("designations", "batch", "10000"),
    "a batch of none": ("designations", "batch", "0"),
    "a batch of a thousand digits": ("designations", "batch", "9" * 5000),
    "a rate above all": ("provisions", "rate_pct", "100.1"),
    "a negative amount": ("provisions", "amount", "-1"),
    "an amount of nothing": ("provisions", "cap", "0"),
    "a year of evaluation": ("evaluations", "year", "9999"),
    "a point outside": ("places", "lon", "181"),
    "a valid day of no year": ("provisions", "valid_to", "9999-13-31"),
}


@pytest.mark.parametrize("case", BEYOND)
def test_what_lies_beyond_is_refused_in_one_line(tmp_path: Path, case: str) -> None:
    table, column, value = BEYOND[case]
    folder = Path(shutil.copytree(MADE, tmp_path / "data"))
    edit(folder, table, lambda rows: rows[0].update({column: value, "evidence_tier": "act", "act": "policy/act-1"}
                                                  if column == "key" else {column: value}))  # fmt: skip
    message = Inside(tmp_path / "store")("build", "--data", folder).complaint.splitlines()[-1]
    assert f"{table}.csv, row 2, column {column}, value '{value[:60]}" in message and "→" in message, message
