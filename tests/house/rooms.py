"""The rooms of the house, and what the source files in them import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# What each room may import beside itself: ontology <- graph <- {shapes, loaders, queries} <- viz <- cemai.
ALLOWED: dict[str, set[str]] = {
    "ontology": set(),
    "graph": {"ontology"},
    "shapes": {"ontology", "graph"},
    "loaders": {"ontology", "graph"},
    "queries": {"ontology", "graph"},
    "viz": {"ontology", "graph", "shapes", "loaders", "queries"},
    "cemai": {"ontology", "graph", "shapes", "loaders", "queries", "viz"},
}


def modules(room: str) -> list[Path]:
    """Every Python file of a room (datasets hold none)."""
    return sorted((ROOT / room).rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of every import of a file, at the top, in a function or under TYPE_CHECKING."""
    package = _package(path)
    for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(found, ast.Import):
            yield from ((found.lineno, alias.name) for alias in found.names)
        elif isinstance(found, ast.ImportFrom):
            above = package[: len(package) - found.level + 1] if found.level else []
            base = ".".join([*above, *([found.module] if found.module else [])])
            yield from ((found.lineno, f"{base}.{alias.name}") for alias in found.names)


def _package(path: Path) -> list[str]:
    """The package of a file as its imports see it: graph/export/rdf.py stands in cemai.graph.export."""
    folders = list(path.relative_to(ROOT).parent.parts)
    return folders if folders[0] == "cemai" else ["cemai", *folders]


def room_of(name: str) -> str | None:
    """The room that a full name leads into; None for a library."""
    parts = name.split(".")
    if parts[0] != "cemai":
        return None
    return parts[1] if len(parts) > 1 and parts[1] in ALLOWED else "cemai"
