"""A name stands for one thing: no module defines its own name, and no two modules a class of one name."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.rooms import ALLOWED, ROOT, modules

DEFINED = ast.FunctionDef | ast.ClassDef


def _own_name(path: Path) -> str:
    return path.parent.name if path.name == "__init__.py" else path.stem


def _defined(path: Path) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Every function, method and class of a file."""
    yield from (part for part in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(part, DEFINED))


@pytest.mark.parametrize("room", ALLOWED)
def test_no_module_defines_its_own_name(room: str) -> None:
    """Who imports the one would hide the other."""
    files = modules(room)
    assert files
    same = [str(path.relative_to(ROOT)) for path in files for part in _defined(path) if part.name == _own_name(path)]
    assert same == []


def test_no_class_has_the_name_of_another() -> None:
    places = defaultdict[str, set[str]](set)
    for path in (path for room in ALLOWED for path in modules(room)):
        for part in _defined(path):
            if isinstance(part, ast.ClassDef):
                places[part.name].add(str(path.relative_to(ROOT)))
    assert {name: sorted(files) for name, files in places.items() if len(files) > 1} == {}
