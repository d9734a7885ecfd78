"""Imports go one way only: ontology <- graph <- {shapes, loaders, queries} <- viz <- cemai."""

from __future__ import annotations

import ast
import json
import subprocess
import sys

import pytest

from tests.house.rooms import ALLOWED, ROOT, imports, modules, room_of

HEAVY = ("rdflib", "networkx", "pydantic", "pyvis", "pyshacl", "owlready2", "jinja2", "numpy")


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_a_room_imports_only_from_below(room: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in modules(room)
        for line, name in imports(path)
        if (target := room_of(name)) and target != room and target not in ALLOWED[room]
    ]
    assert wrong == []


def test_the_check_sees_every_room_and_both_forms() -> None:
    """The check would notice: every room has files, and absolute and relative imports are both resolved."""
    assert all(modules(room) for room in ALLOWED)
    names = {name for path in modules("graph") for _, name in imports(path)}
    assert "cemai.graph.errors.TextError" in names, "a relative import"
    assert "cemai.ontology.namespaces.iri" in names, "an absolute import"


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_nothing_is_imported_by_a_text(room: str) -> None:
    """import_module and __import__ would slip past a reading of the imports."""
    wrong = [
        f"{path.relative_to(ROOT)}:{found.lineno}"
        for path in modules(room)
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(found, ast.Name | ast.Attribute)
        and getattr(found, "id", getattr(found, "attr", "")) in ("import_module", "__import__")
    ]
    assert wrong == []


def test_pictures_take_rows_never_graphs() -> None:
    libraries = {name.split(".")[0] for path in modules("viz") for _, name in imports(path)}
    assert not libraries & {"rdflib", "pyoxigraph", "pyshacl"}


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys, json\nsys.argv = ['cemai', '--help']\nfrom cemai.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    assert "cemai" in done.stdout
    loaded = {name.split(".")[0] for name in json.loads(done.stderr)}
    assert loaded & set(HEAVY) == set()
