"""Inside a room no import runs in a circle, and an import inside a function has a reason that is on the list."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.circles import circles, dependencies
from tests.house.rooms import ALLOWED, ROOT, modules

# Heavy or optional packages: a command that does not need them must not wait for them, or runs without them.
HEAVY = {
    "httpx", "jinja2", "matplotlib", "neo4j", "networkx", "numpy", "opencc", "openpyxl", "owlready2", "pandas",
    "polars", "pydantic", "pypinyin", "pyshacl", "pyvis", "rapidfuzz", "rdflib", "rich", "scipy", "yaml",
}  # fmt: skip
# Rooms whose modules import their own late, so that `cemai --help` and `import cemai` stay quick.
DOORS = ("cemai/cli", "cemai/api", "cemai/__init__.py")


def test_no_circle() -> None:
    assert circles(dependencies()) == []


def test_a_made_circle_is_seen() -> None:
    """Two real modules that do not import each other, tied by hand, directly and by a third."""
    graph = dependencies()
    one, other = "cemai.graph.model.dates", "cemai.graph.rdf.writer"
    assert one not in graph[other] or other not in graph[one]
    assert [one, other] in circles({**graph, one: graph[one] | {other}, other: graph[other] | {one}})
    third = {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}
    assert circles(third) == [["a", "b", "c"]]


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_imports_inside_functions_are_of_heavy_packages(room: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in modules(room)
        for line, name in late_imports(path)
        if name.split(".")[0] not in HEAVY and not path.relative_to(ROOT).as_posix().startswith(DOORS)
    ]
    assert wrong == []


def late_imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and name of every import inside a function."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for found in ast.walk(function):
                if isinstance(found, ast.Import):
                    yield from ((found.lineno, alias.name) for alias in found.names)
                elif isinstance(found, ast.ImportFrom):
                    yield found.lineno, "." * found.level + (found.module or "")
