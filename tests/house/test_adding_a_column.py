"""The recipe of a column in CONTRIBUTING.md, walked on a copy of the tree: ontology, row, field, and nothing else.

Four columns are made, one for each form that a cell can have: a number, a day, a name of an entity, a concept.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.making import write_csv
from tests.ontology.copied import Copy

MADE = Path(__file__).parents[1] / "queries" / "fixture" / "made"
CELLS = {"budget": "1250000.50", "approved_on": "2015-08-20", "host": "李某", "trial_stage": "pilot"}
ONTOLOGY = """
cm:budget a owl:DatatypeProperty ; rdfs:domain cm:Adoption ; rdfs:range xsd:decimal ;
    rdfs:label "试点经费"@zh , "budget"@en ;
    skos:definition "试点所用经费，元。"@zh , "What the trial cost, in yuan."@en ; cm:servesQuestion "CQ1" .
cm:approvedOn a owl:DatatypeProperty ; rdfs:domain cm:Adoption ; rdfs:label "批准日"@zh , "approved on"@en ;
    cm:noRangeReason "xsd:date is no datatype of OWL 2"@en ;
    skos:definition "批准试点之日。"@zh , "The day of approval."@en ; cm:servesQuestion "CQ1" .
cm:trialHost a owl:ObjectProperty ; rdfs:domain cm:Adoption ; rdfs:range cm:Person ;
    rdfs:label "主持人"@zh , "host"@en ; skos:definition "主持试点的人。"@zh , "Who ran the trial."@en ;
    cm:servesQuestion "CQ1" .
cm:trialStage a owl:ObjectProperty ; rdfs:domain cm:Adoption ; rdfs:range cm:Stage ;
    rdfs:label "所处阶段"@zh , "stage of the trial"@en ; skos:definition "试点所处阶段。"@zh , "Its stage."@en ;
    cm:servesQuestion "CQ1" .
"""
ROW = """
    budget: Positive | None = None
    approved_on: WholeDay | None = None
    host: Name | None = None
    trial_stage: str | None = None
"""
FIELD = """
    budget: Annotated[Decimal | None, Field("budget")] = None
    approved_on: Annotated[Day | None, Field("approvedOn")] = None
    host: Annotated[str | None, Field("trialHost", form="thing")] = None
    trial_stage: Annotated[str | None, Field("trialStage", scheme="stage")] = None
"""
NOTE = '    note: Annotated[str | None, Field("note")] = None\n'  # the last field
CLAIM = "made/adoptions/xingcheng-c1"


@dataclass(frozen=True)
class Taken:
    """What commands wrote to stdout, by name, and where they wrote files."""

    said: Mapping[str, str]
    folder: Path


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    root = tmp_path_factory.mktemp("column")
    copy, out = Copy.of(root), root / "out"
    out.mkdir()
    _append(copy.ontology("claim.ttl"), "", ONTOLOGY)
    _append(copy.own("loaders") / "schema.py", "    stage: str | None = None\n", ROW)
    _append(
        copy.own("graph") / "model" / "statement.py", '    note: Annotated[str | None, Field("note")] = None\n', FIELD
    )
    exports = ("claims", "tables", "neo4j", "rdf")
    names = {"claims": "claims.csv", "rdf": "graph.trig"}
    commands: dict[str, tuple[str | Path, ...]] = {
        "build": ("build", "--data", _dataset(root / "made")),
        **{name: ("export", name, "--out", out / names.get(name, name)) for name in exports if name != "claims"},
        "claims": ("export", "claims", "--format", "csv", "--out", out / "claims.csv"),
        "show": ("show", f"claim/{CLAIM}"),
        "explain": ("explain", CLAIM),
        "again": ("build", "--from", out / "graph.trig"),
        "explain again": ("explain", CLAIM),
    }
    return Taken(dict(zip(commands, copy.run(commands.values()), strict=True)), out)


def _append(path: Path, after: str, lines: str) -> None:
    """Write lines at the end of a file, or behind a line that stands there once."""
    text = path.read_text(encoding="utf-8")
    assert not after or text.count(after) == 1, (path, after)
    path.write_text(text.replace(after, after + lines.lstrip("\n")) if after else text + lines, encoding="utf-8")


def _dataset(folder: Path) -> Path:
    """The small dataset with the new columns, filled in one row."""
    shutil.copytree(MADE, folder)
    table = folder / "adoptions.csv"
    rows = _rows(table)
    next(row for row in rows if row["key"] == "xingcheng-c1").update(CELLS)
    write_csv(table, [dict.fromkeys(CELLS, "") | row for row in rows])
    return folder


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_claims_have_the_columns_behind_all_that_were_there(taken: Taken) -> None:
    rows = _rows(taken.folder / "claims.csv")
    filled = next(row for row in rows if row["id"] == CLAIM)
    assert list(filled)[-len(CELLS) :] == list(CELLS)
    host = filled["host"]
    assert host.startswith("person/")
    assert {**filled, **CELLS, "host": host, "budget": "1250000.5"} == filled
    assert not any(row[name] for row in rows if row["id"] != CLAIM for name in CELLS)


def test_tables_describe_them_by_the_ontology(taken: Taken) -> None:
    package = json.loads((taken.folder / "tables" / "datapackage.json").read_text(encoding="utf-8"))
    (schema,) = (table["schema"] for table in package["resources"] if table["name"] == "claim")
    fields = {field["name"]: field for field in schema["fields"]}
    assert fields["budget"]["type"] == "number" and fields["approved_on"]["type"] == "date"
    assert "pilot" in fields["trial_stage"]["constraints"]["enum"]
    assert "试点经费" in json.dumps(fields["budget"], ensure_ascii=False)
    assert "host" in json.dumps(schema["foreignKeys"])


def test_neo4j_has_them_with_their_types_and_the_name_as_a_relationship(taken: Taken) -> None:
    heads, ties = (
        "\n".join(path.read_text(encoding="utf-8") for path in (taken.folder / "neo4j").rglob(f"*{name}*.csv"))
        for name in ("claims", "claim-things")
    )
    assert {"budget:double", "approved_on:date", "trial_stage"} <= set(re.split(r"[,\n]", heads))
    assert "TRIAL_HOST" in ties


def test_commands_show_them(taken: Taken) -> None:
    show, explain = taken.said["show"], taken.said["explain"]
    assert all(word in show for word in ("budget: 1250000.5", "approvedOn: 2015-08-20", "李某", "trialStage: "))
    assert all(re.search(rf"{name} +\S", explain) for name in CELLS)


def test_a_graph_made_again_from_its_export_has_them(taken: Taken) -> None:
    assert taken.said["explain again"] == taken.said["explain"]
