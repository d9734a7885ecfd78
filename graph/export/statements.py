"""Claims as rows: the closed list of columns of the contract, null where not applicable."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from cemai.graph.model.statement import Claim
from cemai.graph.rdf.writer import plain

from .csvline import csv_line
from .files import write_lines

COLUMNS = [
    "id",
    "kind",
    "dataset",
    "key",
    "subject",
    "subject_name",
    "predicate",
    "object",
    "object_name",
    "text",
    "measure",
    "indicator_name",
    "value",
    "unit",
    "printed",
    "hedge",
    "modality",
    "period",
    "period_begin",
    "period_end",
    "base_period",
    "share_of",
    "rank_scope",
    "caliber",
    "date",
    "date_begin",
    "date_end",
    "date_precision",
    "date_kind",
    "date_kind_basis",
    "act",
    "act_name",
    "batch",
    "year",
    "tier",
    "topic",
    "beneficiary",
    "rate_pct",
    "rate_base",
    "amount",
    "cap",
    "floor",
    "currency",
    "threshold",
    "threshold_unit",
    "per",
    "condition",
    "valid_from",
    "valid_to",
    "claim_rank",
    "rank_reason",
    "evidence_tier",
    "confidence",
    "score",
    "recorded_by",
    "recorded_at",
    "source",
    "source_title",
    "document_sha256",
    "text_profile",
    "spans",
    "start",
    "end",
    "sha256",
]

Label = Callable[[str], str | None]
Document = Callable[[str], tuple[str | None, str | None]]


def rows(claims: Iterable[Claim], label: Label, document: Document) -> Iterator[dict[str, Any]]:
    """One row a claim. `label` names a thing; `document` gives a source's SHA-256 and text profile."""
    for claim in claims:
        row: dict[str, Any] = {column: getattr(claim, column, None) for column in COLUMNS}
        row["subject_name"] = label(claim.subject)
        row["object_name"] = label(claim.object) if claim.object else None
        row["indicator_name"] = row["object_name"] if claim.kind == "Observation" else None
        row["act_name"] = label(claim.act) if claim.act else None
        yield row | _evidence(claim, label, document)


def _evidence(claim: Claim, label: Label, document: Document) -> dict[str, Any]:
    main = claim.main_span
    source = main.source if main else claim.evidence[0].source
    digest, profile = document(source)
    spans = [
        {
            "evidence": e.number,
            "source": s.source,
            "role": s.role,
            "start": s.start,
            "end": s.end,
            "sha256": s.sha256,
        }
        for e in claim.evidence
        for s in e.spans
    ]
    return {
        "source": source, "source_title": label(source), "document_sha256": digest, "text_profile": profile,
        "spans": spans or None, "start": main.start if main else None, "end": main.end if main else None,
        "sha256": main.sha256 if main else None,
    }  # fmt: skip


def write_jsonl(path: Path, table: Iterable[dict[str, Any]]) -> None:
    """One JSON object a line; numbers as numbers, dates as ISO text."""
    write_lines(path, (json.dumps(row, ensure_ascii=False, default=_json) for row in table))


def write_csv(path: Path, table: Iterable[dict[str, Any]]) -> None:
    """A header and one line a claim; spans as a JSON list in one cell."""
    write_lines(path, _csv_lines(table))


def _csv_lines(table: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield csv_line(COLUMNS)
    for row in table:
        yield csv_line([_cell(row[column]) for column in COLUMNS])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return plain(value) if isinstance(value, Decimal) else str(value)


def _json(value: object) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {value!r}")
