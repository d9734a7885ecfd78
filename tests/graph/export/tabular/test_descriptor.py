"""What the descriptor says of each file is so: hash, size, kind of file, cells that are never empty."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.graph.export.tabular.conftest import written
from tests.running import Inside


@pytest.fixture(scope="module")
def folders(made: Inside, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The tables of a small made-up graph in both forms."""
    root = tmp_path_factory.mktemp("both")
    return {form: written(made, root / form, "--format", form) for form in ("csv", "parquet")}


def described(folder: Path) -> list[dict[str, Any]]:
    package: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return list(package["resources"])


@pytest.mark.parametrize(("form", "kind", "encoding"), [("csv", "text/csv", "utf-8"), ("parquet", None, None)])
def test_hash_size_and_kind_are_those_of_the_file(
    folders: dict[str, Path], form: str, kind: str | None, encoding: str | None
) -> None:
    for resource in described(folders[form]):
        data = (folders[form] / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}" and resource["bytes"] == len(data)
        assert resource["format"] == form and resource.get("encoding") == encoding
        assert resource["mediatype"] == kind or (kind is None and "parquet" in resource["mediatype"])


def test_what_must_be_there_is_there_and_says_so(folders: dict[str, Path]) -> None:
    """A dataset without licence, recorder or day is none; every key is required, and no such cell is empty."""
    required = {}
    for resource in described(folders["csv"]):
        schema = resource["schema"]
        names = {f["name"] for f in schema["fields"] if f.get("constraints", {}).get("required")}
        required[resource["name"]] = names
        assert set(schema["primaryKey"]) <= names
        with (folders["csv"] / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert all(row[name] for row in csv.DictReader(file) for name in names), resource["name"]
    assert {"id", "licence", "recorded_by", "recorded_at"} <= required["dataset"]
    assert {"id", "scheme", "key"} <= required["concept"] and "note" not in required["claim"]
