"""A Data Package descriptor (Frictionless): schema, keys, references, size and hash of every file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cemai.graph.export.provenance import AUTHOR, KEYWORDS, LICENCE, Provenance
from cemai.ontology.text import Described

from .model import SchemaColumn, TableSchema

FILE = "datapackage.json"
_TYPES = {"string": "string", "integer": "integer", "decimal": "number", "date": "date", "boolean": "boolean",
          "list": "array", "spans": "array"}  # fmt: skip
_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def package_descriptor(
    folder: Path, tables: Sequence[TableSchema], provenance: Provenance, form: str
) -> dict[str, Any]:
    """The descriptor of the files ``<table>.<form>`` that stand in `folder`."""
    return {
        "name": "cemai",
        "title": f"{provenance.zh} · {provenance.en}",
        "version": provenance.version,
        "created": f"{provenance.day.isoformat()}T00:00:00Z",
        "licenses": [{"name": "Apache-2.0", "path": LICENCE, "title": "Apache License 2.0"}],
        "contributors": [{"title": AUTHOR, "role": "author"}],
        "keywords": list(KEYWORDS),
        "sources": [{"title": s.zh if s.en is None else f"{s.zh} · {s.en}"} for s in provenance.sources],
        "resources": [_resource(folder, table, form) for table in tables],
    }


def _resource(folder: Path, table: TableSchema, form: str) -> dict[str, Any]:
    path = folder / f"{table.name}.{form}"
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    found = {"name": table.name, "type": "table", **_words(table.label), "path": path.name, "scheme": "file",
             "format": form, "mediatype": _MEDIA[form]}  # fmt: skip
    if form == "csv":
        found["encoding"] = "utf-8"
    return {**found, "hash": f"sha256:{digest}", "bytes": path.stat().st_size, "schema": _schema(table)}


def _words(words: Described) -> dict[str, str]:
    described = " ".join(text for text in (words.definition.zh, words.definition.en) if text)
    return {"title": f"{words.zh} · {words.en}"} | ({"description": described} if described else {})


def _schema(table: TableSchema) -> dict[str, Any]:
    return {
        "fields": [_field(column, table) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {"fields": list(r.columns), "reference": {"resource": r.table, "fields": list(r.key)}}
            for r in table.references
        ],
    }


def _field(column: SchemaColumn, table: TableSchema) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required or column.name in table.key:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    found: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind], **_words(column.label)}
    if column.property:
        found["rdfType"] = column.property
    return found | ({"constraints": constraints} if constraints else {})
