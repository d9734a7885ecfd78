"""Claims as rows, one file: JSON Lines or CSV with the columns of the contract, null where not applicable."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar

from cemai.graph.model.statement import Claim

from .base import Exporter
from .columns import COLUMNS, NAMES
from .csvfile import cell, csv_lines
from .files import whole_file
from .snapshot import Snapshot

_OF_FIELDS = tuple((column.name, column.field.name) for column in COLUMNS if column.field)
_EMPTY = dict.fromkeys(NAMES)


class StatementRows:
    """Claims as rows by the names of `columns`; values are those of the model."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.label = snapshot.label
        self._document = cache(lambda source: _document(snapshot, source))

    def row(self, claim: Claim) -> dict[str, Any]:
        """One claim."""
        row: dict[str, Any] = _EMPTY | {name: getattr(claim, field) for name, field in _OF_FIELDS}
        row |= {"id": claim.id, "kind": claim.kind, "subject_name": self.label(claim.subject)}
        row["object_name"] = self.label(claim.object) if claim.object else None
        row["indicator_name"] = row["object_name"] if claim.kind == "Observation" else None
        row["act_name"] = self.label(claim.act) if claim.act else None
        return row | self._evidence(claim)

    def _evidence(self, claim: Claim) -> dict[str, Any]:
        main = claim.main_span
        source = main.source if main else claim.evidence[0].source
        digest, profile = self._document(source)
        spans = [
            {"evidence": e.number, "source": s.source, "role": s.role, "start": s.start, "end": s.end,
             "sha256": s.sha256}
            for e in claim.evidence
            for s in e.spans
        ]  # fmt: skip
        return {
            "source": source, "source_title": self.label(source), "document_sha256": digest, "text_profile": profile,
            "spans": spans or None, "start": main.start if main else None, "end": main.end if main else None,
            "sha256": main.sha256 if main else None,
        }  # fmt: skip


class StatementsExporter(Exporter):
    """One line a claim: JSON with numbers as numbers and dates as ISO text, or CSV with spans as JSON in one cell."""

    summary: ClassVar[str] = "导出全部陈述，一行一条 · Export every claim, one per line (columns: docs/codebook.md)."
    formats: ClassVar[tuple[str, ...]] = ("jsonl", "csv")
    suffixes: ClassVar[Mapping[str, tuple[str, ...]]] = {"jsonl": (".jsonl", ".ndjson"), "csv": (".csv",)}

    def setup(self, snapshot: Snapshot) -> None:
        self.rows, self.count = StatementRows(snapshot), 0
        self.file = self.opened.enter_context(whole_file(self.out))
        if self.format == "csv":
            self.file.write(csv_lines([NAMES]).encode())

    def statement(self, claim: Claim) -> None:
        row = self.rows.row(claim)
        self.count += 1
        if self.format == "csv":
            line = csv_lines([[cell(value) for value in row.values()]])
        else:
            line = json.dumps(row, ensure_ascii=False, default=_json) + "\n"
        self.file.write(line.encode())

    def finish(self) -> None:
        self.report.append(f"{self.count} claims 条陈述 → {self.out}")


def _document(snapshot: Snapshot, source: str) -> tuple[str | None, str | None]:
    """SHA-256 and text profile of a source's file."""
    entity = snapshot.entity(source)
    return entity.text("sha256"), entity.text("textProfile")


def _json(value: object) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {value!r}")
