"""CSVW metadata (W3C, "CSV on the Web"): datatypes, keys and references of every table, titles in both languages.

Cells that say a property of a thing carry the IRI of the property and of the value, so that a CSVW processor makes
the same statements from the tables as stand in the graph; lists are JSON and make none. Foreign keys are given for
columns that are never empty, because validators differ on empty ones; the Data Package has them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cemai.graph.export.provenance import AUTHOR, KEYWORDS, LICENCE, Provenance
from cemai.ontology.text import Described

from .model import SchemaColumn, TableSchema

FILE = "csv-metadata.json"  # where the standard looks for it


def csvw_metadata(tables: Sequence[TableSchema], provenance: Provenance) -> dict[str, Any]:
    """The metadata of a group of tables; the files stand beside it."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "@type": "TableGroup",
        "dc:title": _both(provenance.zh, provenance.en),
        "dc:creator": AUTHOR,
        "dc:license": {"@id": LICENCE},
        "dc:modified": {"@value": provenance.day.isoformat(), "@type": "xsd:date"},
        "dc:subject": list(KEYWORDS),
        "dc:source": [s.zh for s in provenance.sources],
        "tables": [_table(table) for table in tables],
    }


def _both(zh: str, en: str) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for text, language in ((zh, "zh"), (en, "en")) if text]


def _table(table: TableSchema) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(column, table) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {"columnReference": list(r.columns),
             "reference": {"resource": f"{r.table}.csv", "columnReference": list(r.key)}}
            for r in table.references
            if all(c.required for c in table.columns if c.name in r.columns)
        ],
    }  # fmt: skip
    if table.about:
        schema["aboutUrl"] = table.about
    return {"url": f"{table.name}.csv", "@type": "Table", **_words(table.label), "tableSchema": schema}


def _words(words: Described) -> dict[str, Any]:
    found = {"dc:title": _both(words.zh, words.en)}
    if described := _both(words.definition.zh, words.definition.en):
        found["dc:description"] = described
    return found


def _column(column: SchemaColumn, table: TableSchema) -> dict[str, Any]:
    titles = {"und": column.name, "zh": column.label.zh, "en": column.label.en}
    found: dict[str, Any] = {"@type": "Column", "name": column.name, "titles": titles, "datatype": _datatype(column)}
    if described := _both(column.label.definition.zh, column.label.definition.en):
        found["dc:description"] = described
    if column.required or column.name in table.key:
        found["required"] = True
    if column.property is None or column.kind in ("list", "spans"):
        return found | {"suppressOutput": True}
    found["propertyUrl"] = column.property
    if column.value:
        found["valueUrl"] = column.value
    if column.language:
        found["lang"] = column.language
    return found


def _datatype(column: SchemaColumn) -> str | dict[str, str]:
    if column.choices:
        return {"base": "string", "format": f"^({'|'.join(column.choices)})$"}
    return "json" if column.kind in ("list", "spans") else column.kind
