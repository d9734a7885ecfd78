"""A network from a store.

One pass over the claims, which takes most of the time, finds the nodes and puts the edges aside. Nodes are held in
memory, with two numbers an edge.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from cemai.graph.store.backend import Source

from .about import TITLE, modified, notes
from .node_style import COLOURS, OTHER, radius
from .places import Point, on_map, positions
from .rows import Cell, Column, Edge, Network, Node
from .spells import Spell, around, births, thing_spell
from .spool import Spool
from .things import Thing, thing
from .ties import EDGE_COLUMNS, Ties

NODE_COLUMNS = (
    Column("labelEn"), Column("class"), Column("classes"), Column("province"), Column("lat", "double"),
    Column("long", "double"), Column("ties", "integer"), Column("firstDate"), Column("validFrom"), Column("validTo"),
    Column("year", "integer"),
)  # fmt: skip


def read_network(store: Source, *, everything: bool = False) -> Network:
    """The network of a store; unverified claims only with `everything`. Nodes are those that a claim ties."""
    ties = Ties(store, everything=everything)
    survey = _Survey()
    survey.take(ties)
    names = sorted(survey.numbers)
    things = [thing(store, name) for name in names]
    spells = [survey.spell(name, each.valid_to or ties.over(name)) for name, each in zip(names, things, strict=True)]
    nodes = list(_nodes(names, things, spells, survey))
    return Network(
        TITLE, NODE_COLUMNS, EDGE_COLUMNS, nodes, survey.edges, modified(store),
        notes(store, survey.sources, survey.tiers), _interval(chain(spells, [survey.interval])),
    )  # fmt: skip


def _interval(spells: Iterable[Spell]) -> tuple[str, str] | None:
    found = around(spells)
    return (found.begin or "", found.end or "") if found else None


@dataclass
class _Survey:
    """What one pass over the claims tells of the nodes: numbers in the order of appearance, ties, first dates."""

    numbers: dict[str, int] = field(default_factory=dict)
    edges: Spool = field(default_factory=Spool)
    ends: tuple[array[int], array[int]] = field(default_factory=lambda: (array("l"), array("l")))
    ties: Counter[str] = field(default_factory=Counter)
    begins: dict[str, Spell] = field(default_factory=dict)
    born: dict[str, str] = field(default_factory=dict)
    sources: Counter[str] = field(default_factory=Counter)
    tiers: Counter[str] = field(default_factory=Counter)
    interval: Spell = field(default_factory=Spell)

    def take(self, ties: Ties) -> None:
        """Read every claim once."""
        for told in ties.told():
            for name, day in births(told.properties):
                self.born[name] = min(day, self.born.get(name, day))
            if told.is_tie:
                self._tie(ties.edge(told))
                self.sources.update(told.sources)
                self.tiers[told.properties["evidenceTier"]] += 1

    def _tie(self, edge: Edge) -> None:
        self.edges.append(edge)
        for side, name in zip(self.ends, (edge.source, edge.target), strict=True):
            side.append(self.numbers.setdefault(name, len(self.numbers)))
            self.ties[name] += 1
            if edge.begin:
                self.begins[name] = around((self.begins.get(name, Spell()), Spell(edge.begin))) or Spell()
        self.interval = around((self.interval, Spell(edge.begin, edge.end))) or Spell()

    def spell(self, name: str, ended: str | None) -> Spell:
        """Since when and until when a thing stands."""
        return thing_spell(self.born.get(name), ended, self.begins.get(name, Spell()))

    def first(self, name: str) -> str | None:
        """The first day that a claim names for the thing or one of its ties."""
        return min(filter(None, (self.born.get(name), self.begins.get(name, Spell()).begin)), default=None)


def _nodes(names: list[str], things: list[Thing], spells: list[Spell], survey: _Survey) -> Iterator[Node]:
    numbers = [survey.numbers[name] for name in names]
    fixed = {number: point for number, each in zip(numbers, things, strict=True) if (point := _on_map(each))}
    points = positions(len(names), fixed, survey.ends)
    for name, number, each, spell in zip(names, numbers, things, spells, strict=True):
        x, y = points[number]
        values = tuple(_values(each, survey.ties[name], survey.first(name), spell))
        colour = COLOURS.get(each.class_ or "", OTHER)
        yield Node(name, each.zh, values, *spell, colour, radius(survey.ties[name]), x, y)


def _on_map(each: Thing) -> Point | None:
    return on_map(each.lat, each.long) if each.lat is not None and each.long is not None else None


def _values(each: Thing, ties: int, first: str | None, spell: Spell) -> Iterable[Cell]:
    return (each.en, each.class_, "|".join(each.classes), each.province, each.lat, each.long, ties, first, spell.begin,
            spell.end, int(first[:4]) if first else None)  # fmt: skip
