"""CSVW metadata: the rules of the standard that can be read off, and the statements that a processor makes of them.

No CSVW processor is among the dependencies; rules of "Metadata Vocabulary for Tabular Data" are checked here one by
one, and the tables are turned into triples by their URI templates, which must all stand in the graph.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cemai.ontology.namespaces import XSD
from pyoxigraph import Literal, NamedNode

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.export.tabular.making import read_csv

Metadata = dict[str, Any]
# Keys that the standard knows, by the kind of object.
KEYS = {
    "TableGroup": {"@context", "@type", "tables"},
    "Table": {"@type", "url", "tableSchema"},
    "Schema": {"columns", "primaryKey", "foreignKeys", "aboutUrl"},
    "Column": {"@type", "name", "titles", "datatype", "required", "suppressOutput", "propertyUrl", "valueUrl", "lang"},
}
DATATYPES = {"string", "integer", "decimal", "date", "boolean", "json"}


@pytest.fixture(scope="module")
def metadata(folder: Path) -> Metadata:
    found: Metadata = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    return found


def columns(table: Metadata) -> list[Metadata]:
    found: list[Metadata] = table["tableSchema"]["columns"]
    return found


def test_only_keys_that_the_standard_knows(metadata: Metadata) -> None:
    """Beside them only common properties, which have a prefix."""
    objects = [("TableGroup", metadata)]
    for table in metadata["tables"]:
        objects += [("Table", table), ("Schema", table["tableSchema"]), *(("Column", c) for c in columns(table))]
    for kind, found in objects:
        assert {k for k in found if not k.startswith("dc:")} <= KEYS[kind], kind
        assert found.get("@type", kind) == kind


def test_columns_are_those_of_the_file(metadata: Metadata, folder: Path) -> None:
    """Same order; a title is the cell of the header, so that the metadata is compatible with the file."""
    for table in metadata["tables"]:
        with (folder / table["url"]).open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        assert [c["name"] for c in columns(table)] == header
        assert [c["titles"]["und"] for c in columns(table)] == header
        assert all(c["titles"]["zh"] and c["titles"]["en"] for c in columns(table))
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in header), "names that URI templates can hold"


def test_keys_and_references_name_columns(metadata: Metadata) -> None:
    tables = {t["url"]: t for t in metadata["tables"]}
    for table in tables.values():
        names = {c["name"]: c for c in columns(table)}
        schema = table["tableSchema"]
        assert all(names[c].get("required") for c in schema["primaryKey"])
        for key in schema["foreignKeys"]:
            target = tables[key["reference"]["resource"]]
            assert key["columnReference"] and all(names[c].get("required") for c in key["columnReference"])
            assert key["reference"]["columnReference"] == target["tableSchema"]["primaryKey"]


def test_cells_are_of_their_datatype(metadata: Metadata, folder: Path) -> None:
    """Lexical forms of XSD, read off the text of the cells."""
    forms = {"integer": r"-?\d+", "decimal": r"-?\d+(\.\d+)?", "date": r"\d{4}-\d\d-\d\d", "boolean": "true|false"}
    for table in metadata["tables"]:
        with (folder / table["url"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        for column in columns(table):
            kind = column["datatype"]
            cells = {row[column["name"]] for row in rows} - {""}
            if isinstance(kind, dict):
                assert all(re.search(kind["format"], cell) for cell in cells), (table["url"], column["name"])
            elif kind == "json":
                assert all(isinstance(json.loads(cell), list) for cell in cells)
            else:
                assert kind in DATATYPES
                assert all(re.fullmatch(forms.get(kind, "(?s).*"), cell) for cell in cells), (table["url"], column)


def _expand(template: str, row: dict[str, Any]) -> str:
    return re.sub(r"\{\+?(\w+)\}", lambda m: str(row[m[1]]), template)


def _triples(folder: Path, table: Metadata) -> Iterator[tuple[str, str, NamedNode | Literal]]:
    """What a processor says of the cells (CSV2RDF, minimal mode)."""
    for row in read_csv(folder, table["url"].removesuffix(".csv")):
        for column in columns(table):
            value = row[column["name"]]
            if value is not None and not column.get("suppressOutput"):
                about = _expand(table["tableSchema"]["aboutUrl"], row)
                yield about, column["propertyUrl"], _object(column, row, value)


def _object(column: Metadata, row: dict[str, Any], value: object) -> NamedNode | Literal:
    if "valueUrl" in column:
        return NamedNode(_expand(column["valueUrl"], row))
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if "lang" in column:
        return Literal(text, language=column["lang"])
    kind = column["datatype"]
    return Literal(text) if kind == "string" else Literal(text, datatype=NamedNode(XSD + kind))


def test_the_tables_say_what_the_graph_says(metadata: Metadata, folder: Path, kg: KnowledgeGraph) -> None:
    """Every statement that the templates make stands in the graph; there are many, of every table but the spans."""
    said = {}
    any_uri = NamedNode(XSD + "anyURI")
    for table in metadata["tables"]:
        for number, (subject, property_, o) in enumerate(_triples(folder, table), 1):
            said[table["url"]] = number
            forms = [o, Literal(o.value, datatype=any_uri)] if isinstance(o, Literal) else [o]
            found = (kg.store.quads_for_pattern(NamedNode(subject), NamedNode(property_), f, None) for f in forms)
            assert any(next(iter(f), None) for f in found), (subject, property_, o)
    assert {t["url"] for t in metadata["tables"]} - said.keys() == {"span.csv"}
    assert sum(said.values()) > 60_000
