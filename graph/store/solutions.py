"""Rows of a SELECT over all graphs, and terms as they are written in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from pyoxigraph import Literal, NamedNode, QuerySolutions

from .backend import Source

Node = NamedNode | Literal


def solutions(store: Source, text: str) -> Iterator[tuple[Node | None, ...]]:
    """The rows of a SELECT, the union of all graphs being asked; the graph has no blank nodes. One store call."""
    found = cast(QuerySolutions, store.query(text, use_default_graph_as_union=True))
    return (cast("tuple[Node | None, ...]", tuple(row)) for row in found)


def values(variable: str, terms: Iterable[NamedNode | Literal]) -> str:
    """``VALUES ?thing { <…> <…> }``: a variable bound to each of some terms in turn."""
    return f"VALUES ?{variable} {{ {' '.join(map(str, terms))} }}"
