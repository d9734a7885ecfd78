"""Rows of a SELECT over all graphs, and terms as they are written in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from pyoxigraph import Literal, NamedNode, QuerySolutions

from .backend import GraphBackend

Node = NamedNode | Literal


def solve(store: GraphBackend, text: str) -> Iterator[tuple[Node | None, ...]]:
    """The rows of a SELECT, the union of all graphs being asked; the graph has no blank nodes. One store call."""
    found = cast(QuerySolutions, store.query(text, use_default_graph_as_union=True))
    return (cast("tuple[Node | None, ...]", tuple(row)) for row in found)


def values(variable: str, terms: Iterable[NamedNode | Literal]) -> str:
    """``VALUES ?thing { <…> <…> }``: a variable bound to each of some terms in turn."""
    return f"VALUES ?{variable} {{ {' '.join(map(str, terms))} }}"


def one_of(variable: str, nodes: Sequence[NamedNode]) -> str:
    """The pattern that binds a variable to each of some nodes in turn.

    With one node alone Virtuoso 7.2 leaves lines out of the answer, or all of them, unless a triple binds it, too;
    with several the triple would make the embedded store slow.
    """
    triple = f" ?{variable} a ?class ." if len(nodes) == 1 else ""
    return f"{values(variable, nodes)}{triple}"
