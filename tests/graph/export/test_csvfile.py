"""A cell may hold anything: what any writer of CSV makes is taken back by our own reader as it was."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from cemai.graph.export.csvfile import csv_lines, csv_records, write_csv
from cemai.graph.export.network.rows import Network, NetworkNode
from cemai.graph.export.network.tables import write_nodes
from cemai.graph.export.spreadsheet import guarded
from cemai.graph.export.tables import csv_text, write_table
from cemai.graph.model.file_text import without_hidden_signs
from cemai.loaders.csv_reader import read_cells
from cemai.loaders.evidence import annotate
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.house.rooms import ALLOWED, ROOT, modules

# A lone surrogate is no character of UTF-8; the reader takes a cell of white space for an empty one.
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["x\ry", "x\r\ny", "x\ny", '"', ",", "\r", "\u2028x", "\x85x", "=1+1", "\ufeffx"]
)
TEXTS = ANYTHING.map(without_hidden_signs)
KEYS = st.from_regex(r"[a-z]{1,5}", fullmatch=True).filter(lambda key: guarded(key) == key)
Rows = list[dict[str, str]]
ROWS = st.lists(st.fixed_dictionaries({"key": KEYS, "note": TEXTS}), max_size=5)


def lines(path: Path, rows: Rows) -> None:
    with path.open("wb") as file:
        write_csv(file, [["key", "note"], *([row["key"], row["note"]] for row in rows)])


WRITERS: dict[str, Callable[[Path, Rows], object]] = {
    "stream": lines,
    "records": lambda path, rows: path.write_bytes(csv_records(["key", "note"], rows).encode()),
    "table": lambda path, rows: write_table(path, ["key", "note"], rows),
    "excel": lambda path, rows: write_table(path, ["key", "note"], rows, excel=True),
    "text": lambda path, rows: path.write_bytes(csv_text(["key", "note"], rows).encode()),
    "dataset": lambda path, rows: annotate.write_table(path, rows or [{"key": "k"}], ["key", "note"]),
}


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=30)
@given(rows=ROWS)
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, name: str, rows: Rows) -> None:
    path = tmp_path_factory.mktemp("csv") / "table.csv"
    WRITERS[name](path, rows)
    written = guarded if name == "excel" else str
    expected = [{k: written(v) for k, v in row.items() if written(v).strip()} for row in rows]
    assert [cells for _, cells in read_cells(path)] == (expected or ([{"key": "k"}] if name == "dataset" else []))


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=30)
@given(rows=st.lists(st.fixed_dictionaries({"key": KEYS, "note": ANYTHING}), min_size=1, max_size=5))
def test_any_text_at_all_comes_back_to_a_strict_reader(
    tmp_path_factory: pytest.TempPathFactory, name: str, rows: Rows
) -> None:
    """Also signs that nobody sees, which our own reader refuses."""
    path = tmp_path_factory.mktemp("csv") / "table.csv"
    WRITERS[name](path, rows)
    with path.open(encoding="utf-8-sig" if name == "excel" else "utf-8", newline="") as file:
        found = list(csv.DictReader(file, strict=True))
    expected = guarded if name == "excel" else str
    assert found == [
        {k: expected(v) for k, v in row.items() if k == "key" or name != "dataset" or any(r["note"] for r in rows)}
        for row in rows
    ]


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=4))
def test_lines_end_with_a_line_feed_alone(rows: list[list[str]]) -> None:
    """Outside of quotes no carriage return stands, whatever the cells beside it hold."""
    bare = re.sub(r'"(?:[^"]|"")*"', "", csv_lines(rows))
    assert "\r" not in bare and bare.count("\n") == len(rows)


def test_a_table_of_a_network_keeps_a_return_alone(tmp_path: Path) -> None:
    write_nodes(
        tmp_path / "nodes.csv", Network("t", (), (), [NetworkNode("a", "x\ry"), NetworkNode("b", "x\r\ny")], [])
    )
    assert [cells["Label"] for _, cells in read_cells(tmp_path / "nodes.csv")] == ["x\ry", "x\r\ny"]


def test_more_rows_than_are_written_at_once() -> None:
    file = io.BytesIO()
    assert write_csv(file, ([str(n), "x\ry"] for n in range(2501))) == 2500
    assert file.getvalue().decode() == "".join(f'{n},"x\ry"\n' for n in range(2501))


def test_a_record_with_an_unknown_column_is_refused() -> None:
    with pytest.raises(ValueError, match="extra"):
        csv_records(["key"], [{"key": "a", "extra": "b"}])


def test_nobody_else_writes_csv() -> None:
    """A second writer would leave a lone carriage return bare again."""
    elsewhere = [
        path.relative_to(ROOT).as_posix()
        for room in ALLOWED
        for path in modules(room)
        if path.name != "csvfile.py" and re.search(r"csv\.(writer|DictWriter)\b", path.read_text(encoding="utf-8"))
    ]
    assert elsewhere == []
