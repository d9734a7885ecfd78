"""A source in one line: title, publisher, when it was written, and what its publisher gains."""

from __future__ import annotations

from cemai.graph.repository import Repository


def source_line(kg: Repository, source: str) -> str:
    """The line for a source or for an act that is cited as one (an act has its name only)."""
    found = kg.entities.get(source)
    begin, end = found.first("writtenBegin") or "", found.first("writtenEnd") or ""
    written = begin[:4] if begin[:7] != end[:7] else begin[:7] if begin != end else begin
    parts = [kg.label(source) or source, found.first("publisherName"), written, found.first("interest")]
    return " · ".join(part for part in parts if part)
