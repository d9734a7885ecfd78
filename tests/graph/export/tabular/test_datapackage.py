"""The Frictionless validator accepts the tables, and refuses tables that were spoiled."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import Package

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.export.crate import export_tables
from tests.graph.export.tabular.conftest import written
from tests.graph.export.tabular.making import package, resources
from tests.running import Inside

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
Spoil = Callable[[list[str]], list[str]]


def errors(folder: Path) -> set[tuple[str, str]]:
    """What the validator finds: (table, type of error)."""
    report = Package(str(folder / "datapackage.json")).validate()
    found = {("", e.type) for e in report.errors}
    return found | {(task.name, e.type) for task in report.tasks for e in task.errors}


def test_the_validator_accepts_every_table(folder: Path) -> None:
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid and report.stats["tasks"] == len(resources(folder)) > 30


def test_its_command_accepts_them(few: Path) -> None:
    program = Path(sys.executable).parent / "frictionless"
    done = subprocess.run([program, "validate", few / "datapackage.json", "--json"], capture_output=True,
                          encoding="utf-8", timeout=120, check=False)  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:]
    assert json.loads(done.stdout)["valid"] is True


def test_hostile_labels_are_valid(bad: KnowledgeGraph, tmp_path: Path) -> None:
    export_tables(bad, tmp_path / "t")
    assert errors(tmp_path / "t") == set()
    export_tables(bad, tmp_path / "x", excel=True)
    assert errors(tmp_path / "x") == set()


def _line(table: list[str], number: int, old: str, new: str) -> list[str]:
    assert old in table[number], table[number]
    return [*table[:number], table[number].replace(old, new, 1), *table[number + 1 :]]


@pytest.fixture(scope="module")
def few(made: Inside, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of a small made-up graph, quick to validate."""
    folder = written(made, tmp_path_factory.mktemp("few") / "csv")
    assert errors(folder) == set()
    return folder


@pytest.mark.parametrize(("name", "spoil", "error"), [
    ("pilot_zone", lambda t: [*t, t[1]], "primary-key"),
    ("evidence", lambda t: [t[0], *t[2:]], "foreign-key"),
    ("disagreement_claim", lambda t: [*t, t[1].split(",")[0] + ",no/such/claim"], "foreign-key"),
    ("source", lambda t: _line(t, 1, "source/", "source/no-"), "foreign-key"),
    ("thing", lambda t: [line for line in t if not line.startswith("policy/")], "foreign-key"),
    ("city", lambda t: _line(t, 1, ",prefecture,", ",village,"), "constraint-error"),
    ("span", lambda t: _line(t, 1, ",statement,", ",,"), "constraint-error"),
    ("dataset", lambda t: _line(t, 1, "2026-01-02", "2026-02-30"), "type-error"),
    ("claim", lambda t: [line.replace(",1.5,", ",1.5x,").replace(",2022,", ",2022x,") for line in t], "type-error"),
    ("market", lambda t: [t[0].replace("name_zh", "name"), *t[1:]], "incorrect-label"),
])  # fmt: skip
def test_a_spoiled_table_is_refused(few: Path, tmp_path: Path, name: str, spoil: Spoil, error: str) -> None:
    """Its hash tells already; without the hashes, the rule that is broken tells."""
    copy = Path(shutil.copytree(few, tmp_path / "t"))
    path = copy / f"{name}.csv"
    path.write_text("\n".join([*spoil(path.read_text(encoding="utf-8").splitlines()), ""]), encoding="utf-8")
    assert {(name, "hash-count"), (name, "byte-count")} & errors(copy)
    descriptor = package(copy)
    for resource in descriptor["resources"]:
        del resource["hash"], resource["bytes"]
    (copy / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    assert error in {kind for _, kind in errors(copy)}


def test_every_column_speaks_both_languages(folder: Path, parquet: Path) -> None:
    for field in (f for r in resources(folder).values() for f in r["schema"]["fields"]):
        zh, _, en = field["title"].partition(" · ")
        assert zh and en and any("\u4e00" <= c <= "\u9fff" or c in "SHA" for c in zh), field
    same = [[(f["name"], f["title"]) for f in r["schema"]["fields"]] for r in resources(parquet).values()]
    assert same == [[(f["name"], f["title"]) for f in r["schema"]["fields"]] for r in resources(folder).values()]


def test_parquet_has_a_valid_descriptor(parquet: Path) -> None:
    """The validator has no reader for Parquet here: the descriptor, files, sizes and hashes are checked."""
    from hashlib import sha256

    descriptor = package(parquet)
    assert list(Package.metadata_validate(descriptor)) == []
    for resource in descriptor["resources"]:
        data = (parquet / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{sha256(data).hexdigest()}")
    assert not (parquet / "csv-metadata.json").exists()
