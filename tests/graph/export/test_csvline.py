"""A cell may hold anything: what is written as CSV is read back as it was."""

from __future__ import annotations

import csv
import io

from cemai.graph.export.tables import csv_text
from hypothesis import given
from hypothesis import strategies as st

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_cells_come_back_with_line_breaks_and_quotes(rows: list[tuple[str, str]]) -> None:
    text = csv_text(["a", "b"], [{"a": a, "b": b} for a, b in rows])
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read == [["a", "b"], *([a, b] for a, b in rows)]


def test_a_claim_with_a_line_break_stays_one_row() -> None:
    from cemai.graph.export.csvline import csv_line
    from cemai.graph.export.statements import COLUMNS

    line = csv_line(["one\r\ntwo\rthree\nfour", *[""] * (len(COLUMNS) - 1)])
    assert next(csv.reader(io.StringIO(line, newline="")))[0] == "one\r\ntwo\rthree\nfour"
