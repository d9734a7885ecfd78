"""Claims as nodes with their evidence and passages, tied to the things they are about."""

from __future__ import annotations

from decimal import Decimal

from cemai.graph.model.fields import FIELDS, Field
from cemai.graph.model.statement import Claim, Evidence
from cemai.graph.rdf.writer import node, passage_id
from cemai.graph.store.backend import Source
from cemai.ontology.namespaces import RDF, identifier, local, term
from pyoxigraph import NamedNode

from .model import Column, Kind, Rows, Table, Value, labels
from .terms import relationship

# Fields that name a thing are relationships; so is the topic, along which one walks from problems to measures.
LINKED = tuple(f for f in FIELDS if (f.form == "thing" and f.name != "dataset") or f.name == "topic")
KEPT = tuple(f for f in FIELDS if f.form != "thing" or f.name == "dataset")
_KINDS: dict[str, Kind] = {"decimal": "double", "integer": "long", "date": "date"}

CLAIMS = Table("claims", "Claim", (Column("kind"), *(Column(f.name, _KINDS.get(f.form, "string")) for f in KEPT)))
EVIDENCE = Table("evidence", "Evidence", (Column("number", "long"), Column("page")))
PASSAGES = Table("passages", "Passage", (Column("start", "long"), Column("end", "long"), Column("sha256")))
ABOUT = Table("claim-things", "Claim", end="Thing")
HAS_EVIDENCE = Table("claim-evidence", "Claim", end="Evidence")
SOURCES = Table("evidence-sources", "Evidence", end="Thing")
SHOWN_BY = Table("evidence-passages", "Evidence", end="Passage")
STANDS_IN = Table("passage-sources", "Passage", end="Thing")
TABLES = (CLAIMS, EVIDENCE, PASSAGES, ABOUT, HAS_EVIDENCE, SOURCES, SHOWN_BY, STANDS_IN)


def claim_rows(claim: Claim) -> Rows:
    """The node of a claim, its evidence, and the relationships of both."""
    me = f"claim/{claim.id}"
    doubt = ("Unverified",) if claim.evidence_tier == "unverified" else ()
    named = labels("Claim", claim.kind, *doubt)
    yield CLAIMS, (me, named, claim.kind, *[_value(getattr(claim, f.name)) for f in KEPT])
    for field in LINKED:
        if (other := getattr(claim, field.name)) is not None:
            yield ABOUT, (me, _target(field, other), relationship(field.property))
    for evidence in claim.evidence:
        yield from _evidence(claim.id, me, evidence)


def _evidence(claim_id: str, me: str, evidence: Evidence) -> Rows:
    it = f"evidence/{claim_id}/e{evidence.number}"
    yield EVIDENCE, (it, labels("Evidence"), evidence.number, evidence.page)
    yield HAS_EVIDENCE, (me, it, "EVIDENCE")
    yield SOURCES, (it, evidence.source, "SOURCE")
    for role, passage in sorted({(span.role, passage_id(span)) for span in evidence.spans}):
        yield SHOWN_BY, (it, passage, relationship(f"{role}Passage"))


def passage_rows(store: Source) -> Rows:
    """Every passage once, however many claims it proves."""
    typed = store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(term("Passage")), None)
    for name in sorted({identifier(quad.subject.value) for quad in typed}):  # type: ignore[union-attr]
        quads = store.quads_for_pattern(node(name), None, None, None)
        found = {local(quad.predicate.value): quad.object.value for quad in quads}  # type: ignore[union-attr]
        yield PASSAGES, (name, labels("Passage"), int(found["start"]), int(found["end"]), found["sha256"])
        yield STANDS_IN, (name, identifier(found["inSource"]), "IN_SOURCE")


def _value(value: Value | Decimal) -> Value:
    return float(value) if isinstance(value, Decimal) else value


def _target(field: Field, name: str) -> str:
    return f"{field.scheme}/{name}" if field.scheme else name
