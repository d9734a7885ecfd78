"""Where in the tables a finding of the gate stands: file, row, column, value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cemai.graph.errors import Where
from cemai.graph.model.fields import FIELDS
from cemai.shapes.gate import GateFinding

_COLUMNS = {f"cm:{field.property}": field.name for field in FIELDS} | {
    "cm:page": "page",
    "cm:source": "source",
    "skos:prefLabel": "name_zh",
    "rdf:type": "class",
}


def said_by(focus: str) -> str:
    """The key of `Collection.origin`: a claim's id without its kind, an evidence's claim, a thing's identifier."""
    kind, _, key = focus.partition("/")
    return key if kind == "claim" else key.rpartition("/")[0] if kind == "evidence" else focus


def place_of(finding: GateFinding, origin: Mapping[str, Where]) -> Where | None:
    """The cell, or the row where no column is known, that a finding is about; None for what no table says."""
    where = origin.get(said_by(finding.focus))
    if where is None:
        return None
    return replace(where, column=_COLUMNS.get(finding.path), value=finding.value or None)
