"""Circles among the imports of modules: strongly connected components of more than one module."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import networkx as nx

from tests.house.rooms import ALLOWED, ROOT, imports, modules


def module_name(path: Path) -> str:
    """``graph/export/rdf.py`` is ``cemai.graph.export.rdf``; a package is its folder."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    full = parts if parts[0] == "cemai" else ("cemai", *parts)
    return ".".join(full[:-1] if full[-1] == "__init__" else full)


def dependencies() -> dict[str, set[str]]:
    """Module -> modules that it imports anywhere but under TYPE_CHECKING, also inside functions."""
    files = {module_name(path): path for room in ALLOWED for path in modules(room)}
    return {name: set(_targets(name, path, files)) for name, path in files.items()}


def _targets(name: str, path: Path, files: Mapping[str, Path]) -> Iterator[str]:
    typing = set(_typing_lines(path))
    for line, full in imports(path):
        target = full if full in files else full.rpartition(".")[0]
        own_face = files.get(target, path).name == "__init__.py" and name.startswith(target + ".")
        if line not in typing and target in files and target != name and not own_face:
            yield target


def _typing_lines(path: Path) -> Iterator[int]:
    """The lines below ``if TYPE_CHECKING:``."""
    for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(found, ast.If) and "TYPE_CHECKING" in ast.dump(found.test):
            yield from range(found.lineno, (found.body[-1].end_lineno or found.lineno) + 1)


def circles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """The groups of modules that import each other, directly or by others."""
    edges = nx.DiGraph([(one, other) for one, others in graph.items() for other in others])
    return sorted(sorted(group) for group in nx.strongly_connected_components(edges) if len(group) > 1)
