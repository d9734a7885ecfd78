"""Edges of what a dataset may say: the longest span, amounts and their currency."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.errors import DataError, DataErrors
from cemai.loaders.collection import collect
from cemai.loaders.dataset import read_dataset

from tests.making import mini


def with_span_to(root: Path, end: int) -> Path:
    """The small dataset with the span that begins at 39 ending at `end`."""
    folder = mini().write(root)
    path = folder / "evidence.csv"
    text = path.read_text(encoding="utf-8")
    assert ",39,42," in text
    path.write_text(text.replace(",39,42,", f",39,{end},"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("length", [1, 300])
def test_a_span_of_one_to_three_hundred_code_points_is_read(tmp_path: Path, length: int) -> None:
    dataset = read_dataset(with_span_to(tmp_path, 39 + length))
    assert any(row.end - row.start == length for _, row in dataset.evidence["adoptions", "ningbo"])


@pytest.mark.parametrize("length", [0, 301, 3000])
def test_a_longer_or_empty_span_is_refused(tmp_path: Path, length: int) -> None:
    """The repository holds no sentence of a source, and a long span would come near one."""
    with pytest.raises(DataError, match=f"evidence.csv, row .*column end, value '{39 + length}'.*1 to 300 "):
        read_dataset(with_span_to(tmp_path, 39 + length))


@pytest.mark.parametrize("column", ["amount", "cap", "floor"])
@pytest.mark.parametrize("currency", ["", "CNY"])
def test_an_amount_a_cap_and_a_floor_need_their_currency(tmp_path: Path, column: str, currency: str) -> None:
    folder = mini()
    folder.meta["tables"].append({"file": "provisions.csv", "kind": "Provision"})
    folder.tables["things"].append({"id": "measure/m", "class": "Measure", "name_zh": "补贴"})
    folder.tables["provisions"] = [
        {"key": "p", "subject": "measure/m", "topic": "logistics", "beneficiary": "enterprise", column: "1000",
         "currency": currency, "evidence_tier": "unverified"}
    ]  # fmt: skip
    data = folder.write(tmp_path)
    if currency:
        (claim,) = collect([data]).claims["mini"][-1:]
        assert getattr(claim, column) == 1000 and claim.currency == "CNY"
        return
    with pytest.raises(DataErrors, match=r"provisions.csv, row 2, column currency.*currency"):
        collect([data])
