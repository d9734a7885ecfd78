"""Short relationships between things: the plain edges of the graph, each with the best claim that gives it.

Claims that are deprecated or unverified give no plain edge, so none of them is here. Of several claims that say the
same, the preferred comes first, then the one whose passage was held, then the earliest, then the first by its id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from cemai.graph.model.fields import BY_NAME, Field
from cemai.graph.rdf.writer import graph_node
from cemai.graph.store.backend import Source
from cemai.ontology.labels import place
from cemai.ontology.namespaces import CM, ID, identifier, local, term
from pyoxigraph import Literal, NamedNode

from .model import Column, Row, Rows, Table, Value
from .terms import Described, relationship, value_of

_FIELDS = tuple(BY_NAME[name] for name in (
    "date", "date_begin", "date_end", "date_precision", "date_kind", "act", "batch", "year", "tier", "valid_from",
    "valid_to", "claim_rank", "evidence_tier",
))  # fmt: skip
_KINDS = {"date": "date", "integer": "long"}
EDGES = Table(
    "edges", "Thing",
    (Column("role"), Column("derived", "boolean"), Column("claim"), Column("claims", "long"),
     *(Column(f.name, _KINDS.get(f.form, "string")) for f in _FIELDS)),  # type: ignore[arg-type]
    end="Thing",
)  # fmt: skip
INFERRED = graph_node("inferred")
_FORMERLY = "formerlyDesignated"
_NOTHING = (None,) * (len(EDGES.columns) - 2)
Said = Mapping[str, Value]


def edges(store: Source, thing: str, told: Described) -> Rows:
    """The plain edges that go out from a thing. One without a claim is derived, or stated by reference data."""
    claims = _by_edge(store, thing) if told.links else {}
    for name, other in told.links:
        found = claims.get((name, other))
        derived = not found and _only_inferred(store, thing, name, other)
        yield EDGES, (thing, other, relationship(name), name, derived, *(_best(found) if found else _NOTHING))


def _only_inferred(store: Source, thing: str, name: str, other: str) -> bool:
    quads = store.quads_for_pattern(NamedNode(ID + thing), NamedNode(term(name)), NamedNode(ID + other), None)
    return {quad.graph_name for quad in quads} == {INFERRED}


def _by_edge(store: Source, thing: str) -> dict[tuple[str, str], list[Said]]:
    """The claims about a thing that may give an edge, by its name and object."""
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    about = store.quads_for_pattern(None, NamedNode(term("subject")), NamedNode(ID + thing), None)
    for claim in sorted({quad.subject.value for quad in about}):  # type: ignore[union-attr]
        said = _said(store, claim)
        if said["claim_rank"] != "deprecated" and said["evidence_tier"] != "unverified" and said.get("object"):
            ended = said["role"] == "designated" and said["date_kind"] == "ended"
            found[_FORMERLY if ended else str(said["role"]), str(said["object"])].append(said)
    return found


def _said(store: Source, claim: str) -> dict[str, Value]:
    quads = store.quads_for_pattern(NamedNode(claim), None, None, None)
    terms = {local(quad.predicate.value): quad.object for quad in quads}
    said = {f.name: _field(f, terms.get(f.property)) for f in (*_FIELDS, BY_NAME["object"])}
    return said | {"claim": identifier(claim), "role": _field(BY_NAME["predicate"], terms["predicate"])}


def _field(field: Field, found: object) -> Value:
    if isinstance(found, Literal):
        return value_of(found)
    if not isinstance(found, NamedNode):
        return None
    if field.form == "predicate":
        return found.value.removeprefix(CM)
    name = identifier(found.value)
    return name.partition("/")[2] if field.form == "concept" else name


def _best(found: list[Said]) -> Row:
    best = min(found, key=_order)
    return (best["claim"], len(found), *(best[f.name] for f in _FIELDS))


def _order(said: Said) -> tuple[int, int, date, str]:
    begin = said["date_begin"]
    return (
        place("claim-rank", str(said["claim_rank"])), place("evidence-tier", str(said["evidence_tier"])),
        begin if isinstance(begin, date) else date.max, str(said["claim"]),
    )  # fmt: skip
