"""The whole graph as one stream of rows of tables, in a stable order and read once."""

from __future__ import annotations

from cemai.graph.rdf.reader import read_claims
from cemai.graph.store.backend import Source

from . import claims
from .described import Nodes, findings, linked, things
from .edges import EDGES, edges
from .model import Rows, Table
from .terms import concepts

FINDING_CLAIMS = Table("finding-claims", "Finding", end="Claim")
FINDING_THINGS = Table("finding-things", "Finding", end="Thing")
_TO_CLAIMS = frozenset({"involves", "derivedFrom"})
_TO_THINGS = frozenset({"derivedSubject", "derivedObject"})


class Graph:
    """The tables of a store for Neo4j. Without `claims`: things and the short relationships between them."""

    def __init__(self, store: Source, *, claims: bool = True) -> None:
        self.store, self.whole = store, claims
        known = concepts(store)
        self._things = Nodes(store, known, "things", "Thing", things(store))
        self._findings = Nodes(store, known, "findings", "Finding", findings(store))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table that the rows are of."""
        short = (self._things.table, EDGES)
        return (*short, *claims.TABLES, self._findings.table, FINDING_CLAIMS, FINDING_THINGS) if self.whole else short

    def rows(self) -> Rows:
        """Each row with its table; nodes and relationships are mixed."""
        for thing, told, row in self._things.rows():
            yield self._things.table, row
            yield from edges(self.store, thing, told)
        if self.whole:
            for claim in read_claims(self.store):
                yield from claims.claim_rows(claim)
            yield from claims.passage_rows(self.store)
            yield from self._found()

    def _found(self) -> Rows:
        for finding, told, row in self._findings.rows():
            yield self._findings.table, row
            yield from linked(FINDING_CLAIMS, finding, told, _TO_CLAIMS)
            yield from linked(FINDING_THINGS, finding, told, _TO_THINGS)
