"""What one pass over claims tells of the nodes of a network: their ties, their first dates, who states them.

Nodes are held in memory, with two numbers an edge; edges are put aside.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from cemai.graph.export.spool import Spool
from cemai.graph.model.statement import Claim

from .rows import NetworkEdge
from .spells import Spell, around, births, entity_spell
from .ties import PlainEdges, PropertyLabel, is_shown


class SpooledEdges:
    """Edges put aside, which can be counted and gone through as often as one likes."""

    def __init__(self, spool: Spool | None = None) -> None:
        self._spool = spool or Spool()

    def append(self, edge: NetworkEdge) -> None:
        """Add an edge. Raises OutputError."""
        self._spool.append(edge)

    def __len__(self) -> int:
        return len(self._spool)

    def __iter__(self) -> Iterator[NetworkEdge]:
        for row in self._spool:
            id_, source, target, kind, label, weight, values, begin, end, colour = row
            yield NetworkEdge(id_, source, target, kind, label, weight, tuple(values), begin, end, colour)


@dataclass
class Survey:
    """Numbers of the nodes in the order of appearance, ties, first dates; unverified claims only when asked for."""

    unverified: bool = False
    numbers: dict[str, int] = field(default_factory=dict)
    edges: SpooledEdges = field(default_factory=SpooledEdges)
    ends: tuple[array[int], array[int]] = field(default_factory=lambda: (array("l"), array("l")))
    degree: Counter[str] = field(default_factory=Counter)
    begins: dict[str, Spell] = field(default_factory=dict)
    born: dict[str, str] = field(default_factory=dict)
    sources: Counter[str] = field(default_factory=Counter)
    tiers: Counter[str] = field(default_factory=Counter)
    interval: Spell = field(default_factory=Spell)
    ties: PlainEdges = field(default_factory=PlainEdges)

    def add(self, claim: Claim) -> None:
        """Take in a claim; deprecated ones, and unverified ones unless asked for, show nothing."""
        shown = is_shown(claim, unverified=self.unverified)
        self.ties.add(claim, shown=shown)
        if not shown:
            return
        for name, day in births(claim):
            self.born[name] = min(day, self.born.get(name, day))
        if self.ties.gives(claim):
            self.sources.update({e.source for e in claim.evidence})
            self.tiers[claim.evidence_tier] += 1

    def draw(self, label: PropertyLabel) -> None:
        """Make the edges, after the last claim."""
        for edge in self.ties.edges(label):
            self.edges.append(edge)
            for side, name in zip(self.ends, (edge.source, edge.target), strict=True):
                side.append(self.numbers.setdefault(name, len(self.numbers)))
                self.degree[name] += 1
                if edge.begin:
                    self.begins[name] = around((self.begins.get(name, Spell()), Spell(edge.begin))) or Spell()
            self.interval = around((self.interval, Spell(edge.begin, edge.end))) or Spell()

    def spell(self, name: str, ended: str | None) -> Spell:
        """Since when and until when an entity stands."""
        return entity_spell(self.born.get(name), ended, self.begins.get(name, Spell()))

    def first(self, name: str) -> str | None:
        """The first day that a claim names for the entity or one of its ties."""
        return min(filter(None, (self.born.get(name), self.begins.get(name, Spell()).begin)), default=None)
