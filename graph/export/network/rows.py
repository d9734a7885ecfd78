"""The rows of a network, whatever file they go to. Plain values: no graph, no library.

A value is a text, a whole number, a finite number or None. Dates are ISO days (``2015-03-07``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from .names import free_names

Cell = str | int | float | None
Form = Literal["string", "integer", "double"]


class Attribute(NamedTuple):
    """An attribute that nodes or edges have beside those of every network file."""

    name: str
    form: Form = "string"


class NetworkNode(NamedTuple):
    """A node: `values` in the order of the node columns; stands from `begin` to `end`, both open where None.

    `x` grows to the east, `y` to the north; `size` is a radius in the same unit.
    """

    id: str
    label: str
    values: tuple[Cell, ...] = ()
    begin: str | None = None
    end: str | None = None
    colour: str = "#7F7F7F"
    size: float = 5.0
    x: float = 0.0
    y: float = 0.0


class NetworkEdge(NamedTuple):
    """A directed edge: `kind` says which tie it is, `label` is its name for people; two nodes may have many."""

    id: str
    source: str
    target: str
    kind: str
    label: str
    weight: int = 1
    values: tuple[Cell, ...] = ()
    begin: str | None = None
    end: str | None = None
    colour: str | None = None


def given_values(columns: Sequence[Attribute], values: Sequence[Cell]) -> dict[str, Cell]:
    """The values that are known, by the names of their columns."""
    return {column.name: value for column, value in zip(columns, values, strict=True) if value is not None}


class Edges(Protocol):
    """Edges that can be counted, and gone through as often as one likes: a list, or a `spool.Spool`."""

    def __iter__(self) -> Iterator[NetworkEdge]: ...
    def __len__(self) -> int: ...


@dataclass(frozen=True)
class Network:
    """Nodes in memory, edges as often as asked for.

    `modified` is the day of the data, never of the clock. `interval` is the first and last day of all spells.
    Columns whose name means something to a reading program get another one (`names.free_names`).
    """

    title: str
    node_columns: tuple[Attribute, ...]
    edge_columns: tuple[Attribute, ...]
    nodes: Sequence[NetworkNode]
    edges: Edges
    modified: str = ""
    notes: str = ""
    interval: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        for name in ("node_columns", "edge_columns"):
            columns: tuple[Attribute, ...] = getattr(self, name)
            free = zip(free_names(c.name for c in columns), columns, strict=True)
            object.__setattr__(self, name, tuple(Attribute(title, c.form) for title, c in free))
