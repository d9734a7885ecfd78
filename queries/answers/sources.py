"""A source in one line: title, publisher, when it was written, and what its publisher gains."""

from __future__ import annotations

from cemai.queries.session import Session


def source_line(kg: Session, source: str) -> str:
    """The line for a source or for an act that is cited as one (an act has its name only)."""
    found = {str(r["property"]): str(r["value"]) for r in kg.query("show/thing", {"thing": source}).dicts()}
    begin, end = found.get("cm:writtenBegin", ""), found.get("cm:writtenEnd", "")
    written = begin[:4] if begin[:7] != end[:7] else begin[:7] if begin != end else begin
    parts = [kg.label(source) or source, found.get("cm:publisherName"), written, found.get("cm:interest")]
    return " · ".join(part for part in parts if part)
