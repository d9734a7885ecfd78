"""The whole graph as rows of tables, in a stable order within each table."""

from __future__ import annotations

from typing import ClassVar

from cemai.graph.export.base import Exporter
from cemai.graph.export.snapshot import Snapshot
from cemai.graph.model.statement import Claim, Span
from cemai.graph.rdf.writer import passage_id

from . import claims
from .edges import EDGES, BestClaims
from .model import Neo4jTable, Row, Rows
from .nodes import NodeTable, linked

FINDING_CLAIMS = Neo4jTable("finding-claims", "Finding", end="Claim")
FINDING_THINGS = Neo4jTable("finding-things", "Finding", end="Thing")
_TO_CLAIMS = frozenset({"involves", "derivedFrom"})
_TO_THINGS = frozenset({"derivedSubject", "derivedObject"})


class GraphRows(Exporter):
    """Makes the rows of every table; where they go, a subclass says by `start` and `emit`.

    With the option `no_claims`: entities and the short relationships between them.
    """

    takes: ClassVar[tuple[str, ...]] = ("no_claims",)

    def start(self, tables: tuple[Neo4jTable, ...]) -> None:
        """Before the first row."""
        raise NotImplementedError

    def emit(self, table: Neo4jTable, row: Row) -> None:
        """Take a row."""
        raise NotImplementedError

    def setup(self, snapshot: Snapshot) -> None:
        whole, concepts = not self.options.no_claims, snapshot.concepts
        self.spans = whole
        self._things = NodeTable("things", "Thing", snapshot.nodes, concepts)
        self._findings = NodeTable("findings", "Finding", snapshot.findings if whole else {}, concepts)
        self._best, self._passages = BestClaims(), dict[str, Span]()
        found = (self._findings.table, FINDING_CLAIMS, FINDING_THINGS)
        self.start((self._things.table, EDGES, *((*claims.TABLES, *found) if whole else ())))

    def statement(self, claim: Claim) -> None:
        self._best.add(claim)
        if not self.options.no_claims:
            self._emit_all(claims.claim_rows(claim))
            self._passages |= {passage_id(span): span for e in claim.evidence for span in e.spans}

    def finish(self) -> None:
        for each, row in self._things.rows():
            self.emit(self._things.table, row)
            self._emit_all(self._best.plain_edges(each))
        self._emit_all(claims.passage_rows(self._passages))
        for each, row in self._findings.rows():
            self.emit(self._findings.table, row)
            self._emit_all(linked(FINDING_CLAIMS, each, _TO_CLAIMS))
            self._emit_all(linked(FINDING_THINGS, each, _TO_THINGS))

    def _emit_all(self, rows: Rows) -> None:
        for table, row in rows:
            self.emit(table, row)
