"""CONTRIBUTING.md and ARCHITECTURE.md name what is there: each path and command exists, each recipe has its steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cemai.cli import app
from tests.house.rooms import ALLOWED, ROOT

PAGES = ("CONTRIBUTING.md", "ARCHITECTURE.md")
RECIPES = ("claim kind", "column", "exporter", "view", "query", "dataset", "audit rule", "concept, a role")
_CODE = re.compile(r"`([^`\n]+)`|\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^## (\d+)\. (.+)$", re.MULTILINE)
_FOLDERS = tuple(f"{folder}/" for folder in (*ALLOWED, "tests", "docs", "benchmarks"))


def named(page: str) -> Iterator[Path]:
    """The paths that a page names in code or links, up to what the reader chooses (``<name>``)."""
    for code, link in _CODE.findall((ROOT / page).read_text(encoding="utf-8")):
        text = code or link
        if (" " not in text and text.startswith(_FOLDERS)) or text.endswith((".md", ".toml")):
            yield ROOT / (text.partition("<")[0].rpartition("/")[0] if "<" in text else text)


@pytest.mark.parametrize("page", PAGES)
def test_every_path_exists(page: str) -> None:
    paths = set(named(page))
    assert len(paths) > 20
    assert [path for path in sorted(paths) if not path.exists()] == []


def test_the_recipes_are_numbered_and_each_has_numbered_steps() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    headings = _HEADING.findall(text)
    assert [int(number) for number, _ in headings] == list(range(1, len(headings) + 1))
    for recipe in RECIPES:
        assert any(recipe in title for _, title in headings), recipe
    parts = [part for part in re.split(r"^## ", text, flags=re.MULTILINE) if part[0].isdigit()]
    assert [part for part in parts if "\n1. " not in part or "\n2. " not in part] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_command_exists(page: str) -> None:
    import typer

    known = set(typer.main.get_group(app).commands)
    asked = set(re.findall(r"`cemai ([a-z]\w+)", (ROOT / page).read_text(encoding="utf-8")))
    assert asked and asked <= known


def test_readme_and_glossary_lead_to_both() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(page in readme for page in PAGES)
