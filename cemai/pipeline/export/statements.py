"""What exports need of an open graph."""

from __future__ import annotations

from functools import cache
from typing import Any

from cemai.graph.export.statements import rows
from cemai.graph.rdf.reader import read_claims
from cemai.queries.session import Session


def claim_rows(kg: Session) -> list[dict[str, Any]]:
    """Every claim as a row of the contract, in the order of identifiers."""

    @cache
    def label(thing: str) -> str | None:
        return kg.label(thing)

    @cache
    def document(source: str) -> tuple[str | None, str | None]:
        found = {r["property"]: r["value"] for r in kg.query("show/thing", {"thing": source}).dicts()}
        digest, profile = found.get("cm:sha256"), found.get("cm:textProfile")
        return (str(digest) if digest else None), (str(profile) if profile else None)

    return list(rows(read_claims(kg.store), label, document))
