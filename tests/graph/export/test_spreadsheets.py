"""What a spreadsheet opens: numbers, days, texts that stay texts, nothing that runs, the same bytes, its limits."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from cemai.graph.errors import OutputError
from cemai.graph.export import spreadsheet
from cemai.graph.export.spreadsheet import LONGEST, SHEET, guarded, workbook
from cemai.graph.export.tables import csv_text, write_table

from tests.running import Inside

KINDS = {"number": "number", "day": "date"}
Rows = Sequence[Mapping[str, Any]]


def sheet(rows: Rows, columns: Sequence[str] = ("text", "number", "day")) -> list[list[Any]]:
    """The cells of the workbook below its header, as openpyxl reads them."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(columns, rows, KINDS)))
    return [list(row) for row in book.active.iter_rows(min_row=2)]


def marked(text: str, kind: str = "text") -> str:
    """The cell in CSV for spreadsheets."""
    written = csv_text([kind], [{kind: text}], kinds=KINDS, excel=True)
    return list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline="")))[1][0]


@pytest.mark.parametrize(
    ("written", "held"),
    [("23.8", 23.8), ("56930000000", 56930000000), ("-18", -18), ("0", 0), ("1E+3", 1000), ("0.0000001", 1e-7),
     (7, 7), (2.5, 2.5), ("999999999999999", 999999999999999)],
)  # fmt: skip
def test_a_number_is_a_number(written: Any, held: float) -> None:
    ((cell,),) = sheet([{"number": written}], ["number"])
    assert (cell.value, cell.data_type) == (held, "n")
    assert marked(str(written), "number") == str(written)


@pytest.mark.parametrize("written", ["1234567890.123456789", "1E+30000", "NaN", "-Infinity", "1234567890123456", "no"])
def test_a_number_that_a_sheet_would_change_stays_as_it_is_written(written: str) -> None:
    ((cell,),) = sheet([{"number": written}], ["number"])
    assert (cell.value, cell.data_type) == (written, "s")


@pytest.mark.parametrize("day", ["1900-03-01", "2015-03-07", "9999-12-31"])
def test_a_day_is_a_day(day: str) -> None:
    ((cell,),) = sheet([{"day": day}], ["day"])
    assert cell.is_date and cell.value == datetime.fromisoformat(day)
    assert marked(day, "day") == day
    assert sheet([{"day": date.fromisoformat(day)}], ["day"])[0][0].is_date


@pytest.mark.parametrize("day", ["0001-01-01", "1900-02-28", "2015", "2015-13-01", "10000-01-01"])
def test_a_day_that_a_sheet_does_not_know_is_text(day: str) -> None:
    ((cell,),) = sheet([{"day": day}], ["day"])
    assert (cell.value, cell.data_type) == (day, "s")


TURNED = ["2024-03", "0571", "330100199001011234", "1E5", "3/7", "1-2", "MAR1", "sept-2", "2024年3月", "10:30", "true",
          "(5)", "12-2024", "２０２４－０３", "1 1/2", "#N/A", "00"]  # fmt: skip
RUN = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "＝1+1", "＠SUM(A1)", "--1",
       '=HYPERLINK("http://example.org")', "=DDE()", "+a"]  # fmt: skip
PLAIN = ["杭州", "1210", "330100", "2024", "2024-Q1", "2024-H1", "2024-01/2024-09", "2015-03-07", "13%", "-5.2%",
         "39,378.97", "a=b", "null", "第3位", "国函〔2022〕8号", "2016-2020", "'quoted"]  # fmt: skip


@pytest.mark.parametrize("text", [*TURNED, *RUN])
def test_a_text_that_a_spreadsheet_would_turn_or_run_is_kept(text: str) -> None:
    ((cell,),) = sheet([{"text": text}], ["text"])
    assert cell.value == text.replace("\r", "\n") and cell.data_type == "s" and cell.number_format == "@"
    assert marked(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_any_other_text_is_left_alone(text: str) -> None:
    ((cell,),) = sheet([{"text": text}], ["text"])
    assert (cell.value, cell.data_type) == (text, "s")
    assert marked(text) == text == guarded(text)


def test_a_head_is_guarded_like_a_cell() -> None:
    assert csv_text(["=1+1"], [], excel=True) == "\ufeff'=1+1\n"
    book = openpyxl.load_workbook(io.BytesIO(workbook(["=1+1"], [], {})))
    assert book.active["A1"].data_type == "s"


@pytest.mark.parametrize("sign", ["\x00", "\x01", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_replaced(sign: str) -> None:
    assert sheet([{"text": f"a{sign}b"}], ["text"])[0][0].value == "a\ufffdb"
    assert marked(f"a{sign}b") == "a\ufffdb"


@pytest.mark.parametrize("text", ["line\nbreak", " space ", "𠮷", "<b>&amp;</b>", '"'])
def test_a_text_means_itself(text: str) -> None:
    assert sheet([{"text": text}], ["text"])[0][0].value == text


@pytest.mark.parametrize("text", ["_x0041_", "a_x000D_b"])
def test_a_text_that_excel_would_read_as_a_character_is_escaped(text: str) -> None:
    """ECMA-376 22.9.2.19; openpyxl gives the escape back as it stands in the file."""
    assert sheet([{"text": text}], ["text"])[0][0].value == text.replace("_x", "_x005F_x")


def test_the_same_rows_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"text": "杭州", "number": "1.5", "day": "2015-03-07"}]
    for name, hour in (("a.xlsx", 1_000_000_000), ("b.xlsx", 2_000_000_000)):
        monkeypatch.setattr("time.time", lambda hour=hour: hour)
        monkeypatch.setattr("time.localtime", lambda *_, hour=hour: __import__("time").gmtime(hour))
        write_table(tmp_path / name, ["text", "number", "day"], rows, kinds=KINDS)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_name_of_the_sheet_is_legal() -> None:
    assert 0 < len(SHEET) <= 31 and not set(SHEET) & set("[]:*?/\\'") and SHEET.lower() != "history"


def test_a_cell_of_the_largest_size_fits_and_a_larger_one_is_refused(tmp_path: Path) -> None:
    write_table(tmp_path / "x.xlsx", ["text"], [{"text": "长" * LONGEST}])
    with pytest.raises(OutputError, match=r"row 3, column text: 32768 characters.*\.csv.*单元格过长"):
        write_table(tmp_path / "y.xlsx", ["text"], [{}, {"text": "长" * (LONGEST + 1)}])
    assert not (tmp_path / "y.xlsx").exists()
    (note,) = write_table(tmp_path / "y.csv", ["text"], [{"text": "长" * (LONGEST + 1)}], excel=True)
    assert "1 cells are longer" in note
    assert write_table(tmp_path / "y.csv", ["text"], [{"text": "长" * (LONGEST + 1)}]) == []


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 3)
    rows = [{"text": "a"}] * 3
    with pytest.raises(OutputError, match="3 rows"):
        write_table(tmp_path / "x.xlsx", ["text"], rows)
    write_table(tmp_path / "x.xlsx", ["text"], rows[:2])
    assert "4 rows" in write_table(tmp_path / "x.csv", ["text"], rows, excel=True)[0]


QUERY = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?code ?value ?day ?month ?formula ?sign {
  VALUES (?code ?value ?day ?month ?formula) {
    ("0571" 12.50 "2015-03-07"^^xsd:date "2024-03" "=1+1")
    ("1210" 3 "2016-01-01"^^xsd:date "2024-04" "@a") }
  BIND("\\u0001" AS ?sign) }"""


def test_a_query_of_the_users_own_behaves_alike(made: Inside, tmp_path: Path) -> None:
    """The types of its literals say which column holds numbers and which days."""
    (tmp_path / "q.rq").write_text(QUERY, encoding="utf-8")
    for name in ("q.xlsx", "q.csv"):
        assert made("query", tmp_path / "q.rq", "--excel", "--out", tmp_path / name).status == 0
    (row, _) = openpyxl.load_workbook(tmp_path / "q.xlsx").active.iter_rows(min_row=2)
    assert [c.data_type for c in row] == ["s", "n", "d", "s", "s", "s"] and row[5].value == "\ufffd"
    with (tmp_path / "q.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == ["'0571", "12.5", "2015-03-07", "'2024-03", "'=1+1", "\ufffd"]
