"""Scratch copies of the tree, in which `import cemai` finds the copy's own rooms, as an installation finds ours."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("ontology", "graph", "loaders", "shapes", "queries", "viz")
TREE = (*ROOMS, "cemai", "tests", "docs", "benchmarks", ".ci")
WORK = ROOT / "build" / "mutants"
FINDER = "finder"
# Python runs a module of this name as it starts. The rooms are packages below cemai, wherever the package is installed.
_FINDER = """import importlib.util, pathlib, sys

class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name != "cemai" and not name.startswith("cemai."):
            return None
        root, parts = pathlib.Path({root!r}), name.split(".")[1:]
        place = root.joinpath(*parts) if parts and parts[0] in {rooms!r} else root.joinpath("cemai", *parts)
        if (place / "__init__.py").is_file():
            file, below = place / "__init__.py", [str(place)]
        else:
            file, below = place.with_suffix(".py"), None
        if not file.is_file():
            return None
        return importlib.util.spec_from_file_location(name, file, submodule_search_locations=below)

sys.meta_path.insert(0, Finder)
"""


def copied(folder: Path) -> Path:
    """A new copy of what is kept in the repository, with a finder of the package beside it."""
    shutil.rmtree(folder, ignore_errors=True)
    for path in ROOT.iterdir():
        if path.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, folder)
        elif path.name in TREE:
            shutil.copytree(path, folder / path.name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / FINDER).mkdir()
    (folder / FINDER / "sitecustomize.py").write_text(_FINDER.format(root=str(folder), rooms=ROOMS), encoding="utf-8")
    return folder


def surroundings(copy: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment in which Python and its child processes import the copy's code."""
    corpus = os.environ.get("CEMAI_CORPUS", str(ROOT.parent / "shared" / "corpus"))
    return os.environ | {"PYTHONPATH": str(copy / FINDER), "CEMAI_CORPUS": corpus} | dict(more or {})
