"""The version stands in one place; what repeats it says the same, and the changelog begins with it."""

from __future__ import annotations

import tomllib

import yaml

import cemai
from tests.house.rooms import ROOT


def test_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" in project["project"]["dynamic"]
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["version"] == cemai.__version__


def test_the_changelog_begins_with_it() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    [newest, *_] = [line for line in text.splitlines() if line.startswith("## ")]
    assert newest.startswith(f"## {cemai.__version__}")
