"""graph/ knows no city and no dataset: no name of a place stands in its code, strings or rules."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from cemai.loaders.collection import SHIPPED

from tests.house.rooms import ROOT, modules

FILES = [*modules("graph"), *sorted((ROOT / "graph").rglob("*.ru"))]
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def place_names() -> set[str]:
    """Chinese and English names of the places table: two characters or more, English ones four letters or more."""
    with (SHIPPED / "reference" / "places" / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    chinese = {n for r in rows for n in (r["name_zh"], *r["aliases_zh"].split("|"))}
    english = {n for r in rows for n in (r["name_en"], *r["aliases_en"].split("|"))}
    return {n for n in chinese if len(n) > 1} | {n for n in english if len(n) > 3}


def datasets() -> set[str]:
    """The ids of the shipped datasets that are no plain English word."""
    texts = (p.read_text(encoding="utf-8") for p in SHIPPED.rglob("dataset.yml"))
    return {m[1] for text in texts for m in re.finditer(r"^id:\s*(\S+-\S+)", text, re.MULTILINE)}


def words(path: Path) -> Iterator[str]:
    """The names and strings of a Python file, docstrings left out; of any other file the whole text."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield text
        return
    tree = ast.parse(text)
    documents = {id(n.body[0].value) for n in ast.walk(tree) if _has_docstring(n)}  # type: ignore[attr-defined]
    for found in ast.walk(tree):
        if isinstance(found, ast.Constant) and isinstance(found.value, str) and id(found) not in documents:
            yield found.value
        elif isinstance(found, ast.Name):
            yield found.id


def _has_docstring(found: ast.AST) -> bool:
    return isinstance(found, DOCUMENTED) and ast.get_docstring(found) is not None


@cache
def forbidden() -> re.Pattern[str]:
    """Any of the names; a name in Latin letters as a whole word."""
    names = place_names() | datasets()
    assert {"杭州", "杭州市", "Hangzhou"} <= names
    whole = (rf"\b{re.escape(n)}\b" if n.isascii() else re.escape(n) for n in sorted(names))
    return re.compile("|".join(whole))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_place_and_no_dataset(path: Path) -> None:
    assert forbidden().findall("\n".join(words(path))) == []
