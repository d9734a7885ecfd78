"""Spans of a table that a script reads from a document's text."""

from __future__ import annotations

from bisect import bisect_left

from cemai.graph.model.locators import Document, sha256

Row = dict[str, str]


class Spans:
    """Collects spans of one table by raw positions of the document."""

    def __init__(self, document: Document, table: str) -> None:
        self.document, self.table, self.rows = document, table, list[Row]()

    def add(self, key: str, evidence: int, role: str, raw_start: int, raw_end: int) -> None:
        positions = self.document.raw_positions
        start, end = bisect_left(positions, raw_start), bisect_left(positions, raw_end)
        self.rows.append({
            "table": self.table, "key": key, "evidence": str(evidence), "role": role, "source": self.document.id,
            "start": str(start), "end": str(end), "sha256": sha256(self.document.slice(start, end)),
        })  # fmt: skip
