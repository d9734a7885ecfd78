"""What the smallest and the largest value of a cell are, and that one beyond is refused with its column."""

from __future__ import annotations

from typing import Any

import pytest
from cemai.loaders.schema import (
    CLAIM_ROWS,
    OTHER_ROWS,
    THING_ROWS,
    DesignationRow,
    EvaluationRow,
    EvidenceRow,
    ObservationRow,
    PlaceRow,
    ProvisionRow,
    TableRow,
    ThingRow,
)
from pydantic import ValidationError

ROWS: dict[type[TableRow], dict[str, str]] = {
    PlaceRow: {
        "key": "330100",
        "level": "prefecture",
        "name_zh": "甲市",
        "name_en": "A",
        "name_en_basis": "usage",
        "code_version": "2025-12",
    },
    ProvisionRow: {"key": "k", "subject": "措施", "topic": "logistics", "beneficiary": "enterprise"},
    EvaluationRow: {"key": "k", "subject": "甲市", "object": "试评", "year": "2021", "tier": "tier-1"},
    DesignationRow: {"key": "k", "subject": "甲市", "object": "综试区"},
    ObservationRow: {
        "key": "k",
        "subject": "甲市",
        "object": "进出口额",
        "measure": "level",
        "value": "1",
        "unit": "CNY",
        "printed": "1",
    },
    EvidenceRow: {
        "table": "t",
        "key": "k",
        "evidence": "1",
        "role": "value",
        "source": "s",
        "start": "0",
        "end": "1",
        "sha256": "0" * 64,
    },
    ThingRow: {"id": "org/x", "class": "Agency", "name_zh": "甲局"},
}
# Model, column, values that are read, values that are not.
LIMITS: list[tuple[type[TableRow], str, str, str]] = [
    (PlaceRow, "lon", "73 136 120.5", "72.99 136.01 x"),
    (PlaceRow, "lat", "3 54", "2.99 54.01 -30"),
    (PlaceRow, "key", "330100", "33010 3301000 33010a"),
    (PlaceRow, "code_version", "2025-12 2025", "2025-13 x"),
    (ProvisionRow, "rate_pct", "0 100 0.5", "-0.01 100.01"),
    (ProvisionRow, "amount", "0.01 1000000", "0 -1"),
    (ProvisionRow, "cap", "1", "0 -1"),
    (ProvisionRow, "floor", "1", "0 -1"),
    (ProvisionRow, "valid_from", "2021-01-01", "2021-01 2021 2021-02-29"),
    (ProvisionRow, "valid_to", "2020-02-29", "2021-12 2021-13-01"),
    (ProvisionRow, "threshold", "0 -1 5", "NaN inf"),
    (EvaluationRow, "year", "2000 2100", "1999 2101 2021.5 x"),
    (DesignationRow, "batch", "1 12", "0 -1 1.5"),
    (ObservationRow, "value", "-5.2 0 1e3", "NaN Infinity -inf 1,5"),
    (ObservationRow, "period", "2021 2021-Q1", "2021-Q5"),
    (EvidenceRow, "evidence", "1 2", "0"),
    (EvidenceRow, "start", "0 7", "-1"),
    (EvidenceRow, "end", "1", "0"),
    (EvidenceRow, "sha256", "a" * 64, f"{'a' * 63} {'a' * 65} {'g' * 64} {'A' * 64}"),
    (EvidenceRow, "role", "value subject", "values"),
    (ThingRow, "id", "org/x org/a-1", "org x/ /x Org/x org/a_b"),
    (DesignationRow, "key", "a a-1 1", "A a_b a--b -a"),
    (DesignationRow, "predicate", "designated", "adopted"),
    (DesignationRow, "claim_rank", "preferred normal deprecated", "best"),
    (DesignationRow, "evidence_tier", "passage act unverified", "none"),
    (PlaceRow, "level", "county", "village"),
]


def read(model: type[TableRow], **cells: str) -> TableRow:
    return model.model_validate(ROWS[model] | cells)


@pytest.mark.parametrize(
    ("model", "column", "good", "bad"), LIMITS, ids=lambda v: v.__name__ if isinstance(v, type) else None
)
def test_the_limits_of_a_column(model: type[TableRow], column: str, good: str, bad: str) -> None:
    for value in good.split():
        assert str(getattr(read(model, **{column: value}), column, value))
    for value in bad.split():
        with pytest.raises(ValidationError) as told:
            read(model, **{column: value})
        assert [error["loc"] for error in told.value.errors()] == [(column,)], value


@pytest.mark.parametrize("sign", ["\n", "\r", "\t"])
def test_a_name_stands_in_one_line(sign: str) -> None:
    for column in ("name_zh", "name_en", "aliases_zh", "aliases_en"):
        with pytest.raises(ValidationError, match="line break"):
            read(ThingRow, **{column: f"甲{sign}局"})


def test_several_names_stand_in_one_cell() -> None:
    """Parted by bars, blanks around them aside, empty ones left out."""
    row: Any = read(ThingRow, aliases_zh=" 甲 | 乙||丙 |", aliases_en="")
    assert (row.aliases_zh, row.aliases_en) == (("甲", "乙", "丙"), ())


def test_cells_are_stripped_and_what_is_not_given_is_told_apart_from_nothing() -> None:
    row: Any = read(ObservationRow, printed=" 1亿元 ")
    assert (row.printed, row.modality, row.caliber, row.claim_rank) == ("1亿元", "actual", "unspecified", "normal")
    assert (row.period, row.hedge, row.source, row.evidence_tier) == (None,) * 4


@pytest.mark.parametrize("kind", [*CLAIM_ROWS, *OTHER_ROWS, *THING_ROWS])
def test_no_kind_of_row_takes_a_column_that_it_does_not_know(kind: str) -> None:
    model = (CLAIM_ROWS | OTHER_ROWS | THING_ROWS)[kind]
    with pytest.raises(ValidationError) as told:
        model.model_validate({"colour": "red"})
    assert ("colour",) in [error["loc"] for error in told.value.errors() if error["type"] == "extra_forbidden"]
