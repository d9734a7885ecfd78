"""Claims as nodes with their evidence and passages, tied to the things they are about."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from cemai.graph.model.field import Field
from cemai.graph.model.fields import FIELDS
from cemai.graph.model.statement import UNVERIFIED, Claim, Evidence, Span
from cemai.graph.rdf.writer import evidence_id, passage_id

from .model import KINDS_OF_FORMS, Neo4jColumn, Neo4jTable, Rows, Value, labels
from .terms import relationship

# Fields that name a thing are relationships; so is the topic, along which one walks from problems to measures.
LINKED = tuple(f for f in FIELDS if (f.form == "thing" and f.name != "dataset") or f.name == "topic")
KEPT = tuple(f for f in FIELDS if f.form != "thing" or f.name == "dataset")

CLAIMS = Neo4jTable(
    "claims", "Claim", (Neo4jColumn("kind"), *(Neo4jColumn(f.name, KINDS_OF_FORMS.get(f.form, "string")) for f in KEPT))
)
EVIDENCE = Neo4jTable("evidence", "Evidence", (Neo4jColumn("number", "long"), Neo4jColumn("page")))
PASSAGES = Neo4jTable(
    "passages", "Passage", (Neo4jColumn("start", "long"), Neo4jColumn("end", "long"), Neo4jColumn("sha256"))
)
ABOUT = Neo4jTable("claim-things", "Claim", end="Thing")
HAS_EVIDENCE = Neo4jTable("claim-evidence", "Claim", end="Evidence")
SOURCES = Neo4jTable("evidence-sources", "Evidence", end="Thing")
SHOWN_BY = Neo4jTable("evidence-passages", "Evidence", end="Passage")
STANDS_IN = Neo4jTable("passage-sources", "Passage", end="Thing")
TABLES = (CLAIMS, EVIDENCE, PASSAGES, ABOUT, HAS_EVIDENCE, SOURCES, SHOWN_BY, STANDS_IN)


def claim_rows(claim: Claim) -> Rows:
    """The node of a claim, its evidence, and the relationships of both."""
    me = f"claim/{claim.id}"
    doubt = ("Unverified",) if claim.evidence_tier == UNVERIFIED else ()
    named = labels("Claim", claim.kind, *doubt)
    yield CLAIMS, (me, named, claim.kind, *[_value(getattr(claim, f.name)) for f in KEPT])
    for field in LINKED:
        if (other := getattr(claim, field.name)) is not None:
            yield ABOUT, (me, _target(field, other), relationship(field.property))
    for evidence in claim.evidence:
        yield from _evidence(claim.id, me, evidence)


def _evidence(claim_id: str, me: str, evidence: Evidence) -> Rows:
    it = evidence_id(claim_id, evidence.number)
    yield EVIDENCE, (it, labels("Evidence"), evidence.number, evidence.page)
    yield HAS_EVIDENCE, (me, it, "EVIDENCE")
    yield SOURCES, (it, evidence.source, "SOURCE")
    for role, passage in sorted({(span.role, passage_id(span)) for span in evidence.spans}):
        yield SHOWN_BY, (it, passage, relationship(f"{role}Passage"))


def passage_rows(passages: Mapping[str, Span]) -> Rows:
    """Every passage once, by its identifier, however many claims it proves."""
    for name, span in sorted(passages.items()):
        yield PASSAGES, (name, labels("Passage"), span.start, span.end, span.sha256)
        yield STANDS_IN, (name, span.source, "IN_SOURCE")


def _value(value: Value | Decimal) -> Value:
    return float(value) if isinstance(value, Decimal) else value


def _target(field: Field, name: str) -> str:
    return f"{field.scheme}/{name}" if field.scheme else name
