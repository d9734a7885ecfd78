"""`cemai annotate`: a reading sheet becomes rows and spans, by the same reader of texts as every other command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Small
from tests.making import mini, write_csv

ROW = {"key": "hangzhou", "subject": "杭州", "predicate": "adopted", "object": "1210", "date": "2015-03-07",
       "date_printed": "2015年3月7日", "date_kind": "started", "date_kind_basis": "stated"}  # fmt: skip


def sheet(root: Path, **anchors: str) -> tuple[Path, Path]:
    """The small dataset with a sheet of one row, and its corpus."""
    folder = mini().write(root)
    write_csv(folder / "adoptions.sheet.csv", [ROW | {f"@{role}": anchor for role, anchor in anchors.items()}])
    return folder, root / "corpus"


@pytest.mark.parametrize("change", ["as it was", "byte order mark", "ends of lines"])
def test_rows_and_spans_are_those_of_the_text(small: Small, tmp_path: Path, change: str) -> None:
    folder, corpus = sheet(tmp_path, value="2015年3月7日", subject="杭州市")
    text = corpus / "mini-text.txt"
    data = text.read_bytes()
    text.write_bytes({"byte order mark": b"\xef\xbb\xbf" + data, "ends of lines": data.replace(b"\n", b"\r\n")}
                     .get(change, data))  # fmt: skip
    assert small.inside("annotate", folder, "--corpus", corpus).out == "adoptions: 1\n"
    evidence = (folder / "evidence.csv").read_text("utf-8")
    assert "adoptions,hangzhou,1,subject,mini-text,3,6," in evidence
    assert "adoptions,hangzhou,1,value,mini-text,7,16," in evidence
    done = small.inside("verify", "--data", folder, "--corpus", corpus)
    assert "object" in done.out and "value" not in done.out, "the row names no 1210; its value stands where it says"


def test_words_that_stand_nowhere_are_reported_with_row_and_source(small: Small, tmp_path: Path) -> None:
    folder, corpus = sheet(tmp_path, value="2018年", subject="市")
    message = small.inside("annotate", folder, "--corpus", corpus).complaint
    assert "adoptions.sheet.csv, row 2, column @value" in message and " mini-text: not in the text" in message
    assert "column @subject" in message and "occurs 2 times" in message


def test_a_text_that_is_not_there(small: Small, tmp_path: Path) -> None:
    folder, corpus = sheet(tmp_path, value="2015年3月7日")
    (corpus / "mini-text.txt").unlink()
    assert "no such document" in small.inside("annotate", folder, "--corpus", corpus).complaint
    assert "原文目录不存在" in small.inside("annotate", folder, "--corpus", tmp_path / "nowhere").complaint
