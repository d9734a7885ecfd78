"""How two things are tied: the shortest paths over claims, each hop with the claim that states it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice, pairwise
from typing import Any

from cemai.graph.errors import QueryError
from cemai.graph.rdf.writer import node
from cemai.graph.repository import UNVERIFIED
from cemai.graph.store.backend import Source
from cemai.ontology.namespaces import identifier, local, term
from cemai.queries.runner import Cell
from cemai.queries.session import Session
from pyoxigraph import NamedNode

# Claims that tie everything to everything: two cities with the same indicator are not tied by that.
_NO_TIE = ("observed", "evaluated", "listedIn")
# Other ends of a claim than its object.
_ENDS = ("object", "act", "learnedFrom")


@dataclass(frozen=True)
class Hop:
    """One hop of a path: what ties `start` and `end`, with the claim (the first of `claims` in order) and its place."""

    path: int
    hop: int
    start: str
    start_zh: str
    predicate: str
    forward: bool
    end: str
    end_zh: str
    claim: str
    claims: int
    tier: str
    locator: str

    def row(self) -> dict[str, Cell]:
        """The hop as a row for a table."""
        return asdict(self)

    def line(self) -> str:
        """``深圳市 —issued→ 实施细则``."""
        arrow = f"—{self.predicate}→" if self.forward else f"←{self.predicate}—"
        return f"{self.start_zh} {arrow} {self.end_zh}"


def paths(kg: Session, first: str, second: str, *, most: int = 3, unverified: bool = False) -> list[list[Hop]]:
    """Up to `most` shortest paths between two things; an empty list where none is known.

    Raises NameUnknown, NameAmbiguous, or QueryError for one thing twice.
    """
    import networkx

    start, end = kg.one(first), kg.one(second)
    if start == end:
        raise QueryError(f"{first!r} and {second!r} are the same thing 是同一事物: {start}")
    graph = networkx.Graph()
    for subject, other, tie in sorted(ties(kg.store, unverified=unverified)):
        if graph.has_edge(subject, other):
            graph.edges[subject, other]["ties"].append(tie)
        elif subject != other:
            graph.add_edge(subject, other, ties=[tie])
    if start not in graph or end not in graph:
        return []
    try:
        found = list(islice(networkx.shortest_simple_paths(graph, start, end), most))
    except networkx.NetworkXNoPath:
        return []
    return [list(_hops(kg, graph, number, nodes)) for number, nodes in enumerate(found, start=1)]


def ties(store: Source, *, unverified: bool) -> Iterator[tuple[str, str, tuple[str, str, str, str]]]:
    """Both ends of every claim that ties two things, with claim, predicate, subject and tier."""
    hidden = _subjects(store, "evidenceTier", f"evidence-tier/{UNVERIFIED}") | _subjects(
        store, "claimRank", "claim-rank/deprecated"
    )
    if unverified:
        hidden = _subjects(store, "claimRank", "claim-rank/deprecated")
    subjects, predicates = _values(store, "subject"), _values(store, "predicate")
    for end in _ENDS:
        for claim, other in _values(store, end).items():
            predicate = local(f"{predicates[claim]}")
            if claim in hidden or predicate in _NO_TIE:
                continue
            tie = predicate if end == "object" else end
            yield subjects[claim], other, (claim.removeprefix("claim/"), tie, subjects[claim], "")


def _values(store: Source, name: str) -> dict[str, str]:
    quads = store.quads_for_pattern(None, NamedNode(term(name)), None, None)
    return {identifier(q.subject.value): identifier(q.object.value) for q in quads}  # type: ignore[union-attr]


def _subjects(store: Source, name: str, value: str) -> set[str]:
    quads = store.quads_for_pattern(None, NamedNode(term(name)), node(value), None)
    return {identifier(q.subject.value) for q in quads}  # type: ignore[union-attr]


def _hops(kg: Session, graph: Any, number: int, nodes: list[str]) -> Iterator[Hop]:
    for hop, (start, end) in enumerate(pairwise(nodes), start=1):
        ties = sorted(graph.edges[start, end]["ties"])
        claim_id, tie, subject, _ = ties[0]
        claim = kg.claim(claim_id)
        yield Hop(
            number, hop, start, kg.label(start) or start, tie, subject == start, end, kg.label(end) or end,
            claim_id, len(ties), claim.evidence_tier, kg.locator(claim),
        )  # fmt: skip
