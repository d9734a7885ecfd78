"""Folders of tables read back, and a graph with hostile labels."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from cemai.graph.model.statement import Claim, Evidence, Span, Thing
from cemai.graph.rdf.writer import claim_quads, graph_node, thing_quads
from cemai.graph.store.inference import infer
from cemai.loaders.dataset import DatasetMeta
from cemai.loaders.quads import dataset_quads
from cemai.ontology.schema import ontology_quads
from pyoxigraph import Store

from cemai.api.knowledge_graph import KnowledgeGraph

Row = dict[str, Any]
# Labels that break careless writers; the last is 60 kB of UTF-8.
HOSTILE = (
    'line\nbreak "quoted"; semicolon, comma', "carriage\rreturn alone", "both\r\nat once", "\ttab in front",
    "nul \x00 and control \x01\x08\x1b\x7f\x85 characters", "\u2028 separators \u2029",
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)",
    "'apostrophe", '""', "'; DROP TABLE 城市; --", "<script>alert(1)</script>&amp;", "杭州市𠮷𪚥é", " spaces around ",
    "null", "NULL", "NaN", "true", "[1, 2]", "{}", "长" * 20_000,
)  # fmt: skip
_READ: dict[str, Callable[[str], Any]] = {
    "string": str, "integer": int, "number": Decimal, "date": date.fromisoformat, "array": json.loads,
    "boolean": {"true": True, "false": False}.__getitem__,
}  # fmt: skip


def package(folder: Path) -> Row:
    """datapackage.json of a folder."""
    found: Row = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return found


def resources(folder: Path) -> dict[str, Row]:
    """The resources of a folder by name."""
    return {r["name"]: r for r in package(folder)["resources"]}


def read_csv(folder: Path, name: str) -> list[Row]:
    """A table by the csv module, each cell read as datapackage.json says; an empty cell is None."""
    fields = {f["name"]: _READ[f["type"]] for f in resources(folder)[name]["schema"]["fields"]}
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert all(list(row) == list(fields) for row in rows)
    return [{k: fields[k](v) if v != "" else None for k, v in row.items()} for row in rows]


def tables_in(folder: Path) -> list[str]:
    """The names of the tables of a folder, as datapackage.json lists them."""
    return list(resources(folder))


def hostile() -> KnowledgeGraph:
    """A graph in memory: one firm a hostile label, each with a claim whose text is the label, too."""
    store, graph = Store(), graph_node("hostile")
    store.extend(ontology_quads())
    meta = DatasetMeta.model_validate({
        "id": "hostile", "title": {"zh": "坏\n标签", "en": '=bad "labels"'}, "recorded_by": "<b>tests</b>",
        "recorded_at": "2026-01-02", "licence": "none; \n none", "sources": [], "tables": [],
    })  # fmt: skip
    store.extend(dataset_quads(meta, graph))
    source = Thing(id="source/bad", classes=("Source",), name_zh=HOSTILE[0], name_en=HOSTILE[-10],
                   properties=(("publisherName", HOSTILE[13]), ("interest", HOSTILE[0])))  # fmt: skip
    store.extend(thing_quads(source, graph))
    for number, label in enumerate(HOSTILE):
        firm = Thing(id=f"org/firm-{number}", classes=("Enterprise",), name_zh=label, name_en=label,
                     aliases_zh=(label + "a", label + "b"), note=label)  # fmt: skip
        claim = Claim(
            id=f"hostile/relations/c{number}", kind="Relation", dataset="hostile", key=f"c{number}",
            subject=firm.id, predicate="recognisedAs", text=label, printed=label, value=Decimal("-1.10"),
            recorded_by="tests", recorded_at=date(2026, 1, 2),
            evidence=(Evidence(1, "source/bad", (Span("value", "source/bad", number, number + 1, "0" * 64),)),),
        )  # fmt: skip
        store.extend([*thing_quads(firm, graph), *claim_quads(claim, graph)])
    infer(store)
    return KnowledgeGraph(store)
