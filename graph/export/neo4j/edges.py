"""Short relationships between entities: the plain edges of the graph, each with the best claim that gives it.

Claims that are deprecated or unverified give no plain edge, so none of them is here. Of several claims that say the
same, the preferred comes first, then the one whose passage was held, then the earliest, then the first by its id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cemai.graph.model.fields import BY_NAME
from cemai.graph.model.statement import UNVERIFIED, Claim
from cemai.ontology.labels import place

from .model import KINDS_OF_FORMS, Neo4jColumn, Neo4jTable, Row, Rows
from .nodes import NodeRecord
from .terms import relationship

_FIELDS = tuple(BY_NAME[name] for name in (
    "date", "date_begin", "date_end", "date_precision", "date_kind", "act", "batch", "year", "tier", "valid_from",
    "valid_to", "claim_rank", "evidence_tier",
))  # fmt: skip
EDGES = Neo4jTable(
    "edges", "Thing",
    (Neo4jColumn("role"), Neo4jColumn("derived", "boolean"), Neo4jColumn("claim"), Neo4jColumn("claims", "long"),
     *(Neo4jColumn(f.name, KINDS_OF_FORMS.get(f.form, "string")) for f in _FIELDS)),
    end="Thing",
)  # fmt: skip
_FORMERLY = "formerlyDesignated"
_NOTHING = (None,) * (len(EDGES.columns) - 2)
_Order = tuple[int, int, date, str]


@dataclass(slots=True)
class _Best:
    order: _Order
    row: Row
    count: int = 1


class BestClaims:
    """For each plain edge the best claim that gives it, and how many do."""

    def __init__(self) -> None:
        self._best: dict[tuple[str, str, str], _Best] = {}

    def add(self, claim: Claim) -> None:
        """Take in a claim."""
        if claim.object is None or claim.claim_rank == "deprecated" or claim.evidence_tier == UNVERIFIED:
            return
        ended = claim.predicate == "designated" and claim.date_kind == "ended"
        key = claim.subject, _FORMERLY if ended else claim.predicate, claim.object
        order = _order(claim)
        best = self._best.get(key)
        if best is None:
            self._best[key] = _Best(order, _row(claim))
            return
        best.count += 1
        if order < best.order:
            best.order, best.row = order, _row(claim)

    def plain_edges(self, each: NodeRecord) -> Rows:
        """The plain edges that go out from a node. One without a claim is derived, or stated by reference data."""
        for link in each.links:
            best = self._best.get((each.entity.id, link.name, link.other))
            claims = (best.row[0], best.count, *best.row[1:]) if best else _NOTHING
            derived = best is None and link.derived
            yield EDGES, (each.entity.id, link.other, relationship(link.name), link.name, derived, *claims)


def _row(claim: Claim) -> Row:
    return (f"claim/{claim.id}", *(getattr(claim, f.name) for f in _FIELDS))


def _order(claim: Claim) -> _Order:
    return (
        place("claim-rank", claim.claim_rank), place("evidence-tier", claim.evidence_tier),
        claim.date_begin or date.max, claim.id,
    )  # fmt: skip
