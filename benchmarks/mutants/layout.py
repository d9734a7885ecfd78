"""Scratch copies of the tree, laid out so that a copy is importable as it stands: ``cemai/<room>``."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("ontology", "graph", "loaders", "shapes", "queries", "viz")
WORK = ROOT / "build" / "mutants"


def copied(folder: Path) -> Path:
    """A new copy; the rooms' own folders are links, for tests that read files there."""
    shutil.rmtree(folder, ignore_errors=True)
    _tree(ROOT / "cemai", folder / "cemai")
    for room in ROOMS:
        _tree(ROOT / room, folder / "cemai" / room)
        (folder / room).symlink_to(folder / "cemai" / room)
    for name in ("tests", "docs", "benchmarks"):
        _tree(ROOT / name, folder / name)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy2(path, folder)
    return folder


def surroundings(copy: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment in which Python and its child processes import the copy's code."""
    corpus = os.environ.get("CEMAI_CORPUS", str(ROOT.parent / "shared" / "corpus"))
    return os.environ | {"PYTHONPATH": str(copy), "CEMAI_CORPUS": corpus} | dict(more or {})


def _tree(source: Path, target: Path) -> None:
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
