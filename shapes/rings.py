"""Rings: what lies within itself, is a part of itself, precedes itself or learned from itself, by any number of steps.

A ring is told member by member. Claims that are deprecated make none; where claims alone make a ring, the plain edges
that follow from them are not asked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cemai.graph.rdf.reader import INFERRED
from cemai.graph.rdf.writer import PREFERRED, node, prop
from cemai.graph.store.patterns import objects_of, pairs_of
from cemai.ontology.namespaces import identifier, term
from cemai.ontology.schema import load
from pyoxigraph import Literal, NamedNode, Store

SHAPE = "Ring"
_MOST = 20  # rings of one relation that are told


@dataclass(frozen=True)
class Relation:
    """A property that may not lead back to its start; `inverse` says the same from the other end."""

    property: str
    inverse: str | None = None
    severity: str = "violation"


RELATIONS = (
    Relation("within"), Relation("partOf", "hasPart"), Relation("predecessorOf"), Relation("follows"),
    Relation("successor"), Relation("cites", severity="warning"),
)  # fmt: skip
_LEARNED = Relation("learnedFrom")


class Edge(NamedTuple):
    """One step of a ring: from, to, and what says so: a claim, or the start itself."""

    start: str
    end: str
    focus: str


Fields = dict[str, str]


def ring_findings(store: Store) -> Iterator[Fields]:
    """Every ring, as the fields of a GateFinding."""
    claims = _Claims(store)
    for relation in RELATIONS:
        stated = claims.edges(relation)
        found = find_rings(stated) or find_rings([*stated, *_plain_edges(store, relation)])
        yield from (_finding(store, relation, ring) for ring in found)
    for innovation, edges in sorted(claims.lessons().items()):
        yield from (_finding(store, _LEARNED, ring, innovation) for ring in find_rings(edges))


class _Claims:
    """What claims that hold say of each property."""

    def __init__(self, store: Store) -> None:
        deprecated = node("claim-rank/deprecated")
        out = {q.subject.value for q in store.quads_for_pattern(None, prop("claimRank"), deprecated, None)}  # type: ignore[union-attr]
        self._subject, self._object, self._learned = (
            {claim: value.value for claim, value in pairs_of(store, prop(name)) if claim not in out}
            for name in ("subject", "object", "learnedFrom")
        )
        self._by_predicate: dict[str, list[str]] = defaultdict(list)
        for claim, predicate in pairs_of(store, prop("predicate")):
            self._by_predicate[predicate.value].append(claim)

    def edges(self, relation: Relation) -> list[Edge]:
        """The steps of one relation, in order."""
        found = []
        for name, turned in _names(relation):
            for claim in self._by_predicate.get(term(name), ()):
                if claim in self._subject and claim in self._object:
                    ends = self._subject[claim], self._object[claim]
                    found.append(Edge(*(ends[::-1] if turned else ends), claim))
        return sorted(found)

    def lessons(self) -> dict[str, list[Edge]]:
        """By innovation who learned it from whom."""
        found: dict[str, list[Edge]] = defaultdict(list)
        for claim, teacher in sorted(self._learned.items()):
            if claim in self._subject and claim in self._object:
                found[self._object[claim]].append(Edge(self._subject[claim], teacher, claim))
        return found


def _names(relation: Relation) -> Iterator[tuple[str, bool]]:
    """The property, those below it, and its inverse, each with whether it is told from the other end."""
    for name in sorted(load().properties):
        if load().is_a(name, frozenset({relation.property})):
            yield name, False
    if relation.inverse:
        yield relation.inverse, True


def _plain_edges(store: Store, relation: Relation) -> Iterator[Edge]:
    """Steps that are stated without a claim."""
    for name, turned in _names(relation):
        for quad in store.quads_for_pattern(None, NamedNode(term(name)), None, None):
            if (
                quad.graph_name != INFERRED
                and isinstance(quad.subject, NamedNode)
                and isinstance(quad.object, NamedNode)
            ):
                ends = quad.subject.value, quad.object.value
                yield Edge(*(ends[::-1] if turned else ends), quad.subject.value)


def find_rings(edges: Iterable[Edge]) -> list[list[Edge]]:
    """Rings among some steps, each as its steps in order. For every ring there is, one that shares a step with it."""
    left, found = sorted(set(edges)), list[list[Edge]]()
    while len(found) < _MOST and (left := _core(left)):
        found.append(_walk(left))
        left = [edge for edge in left if edge != found[-1][-1]]
    return found


def _core(edges: Sequence[Edge]) -> list[Edge]:
    """The steps without those that lead nowhere, or that nothing leads to: what is left has a ring."""
    for near, far in (("start", "end"), ("end", "start")):
        edges = _peeled(edges, near, far)
    return list(edges)


def _peeled(edges: Sequence[Edge], near: str, far: str) -> list[Edge]:
    """Without the things that have no step on one side, and so on; in one go, however long the way is."""
    count = Counter(getattr(edge, near) for edge in edges)
    reaching: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        reaching[getattr(edge, far)].append(edge)
    todo, gone = [thing for thing in reaching if not count[thing]], set[Edge]()
    while todo:
        for edge in reaching[todo.pop()]:
            gone.add(edge)
            thing = getattr(edge, near)
            count[thing] -= 1
            if not count[thing]:
                todo.append(thing)
    return [edge for edge in edges if edge not in gone]


def _walk(edges: Sequence[Edge]) -> list[Edge]:
    """The ring that the first step of every member leads to."""
    following: dict[str, Edge] = {}
    for edge in edges:
        following.setdefault(edge.start, edge)
    way, seen, at = list[Edge](), dict[str, int](), edges[0].start
    while at not in seen:
        seen[at] = len(way)
        way.append(following[at])
        at = way[-1].end
    return way[seen[at] :]


def _finding(store: Store, relation: Relation, ring: Sequence[Edge], innovation: str = "") -> Fields:
    members = [_called(store, edge.start) for edge in ring]
    circle = " → ".join([*members, members[0]])
    zh, en = _TEXTS[relation.severity]
    of = f" {identifier(innovation)}" if innovation else ""
    by = [identifier(edge.focus) for edge in ring]
    claim = next((focus for focus in reversed(by) if focus.startswith("claim/")), by[-1])
    return {
        "severity": relation.severity, "shape": SHAPE, "focus": claim,
        "path": f"cm:{relation.property}", "value": ", ".join(by), "term": "",
        "message_zh": f"{zh.format(of).strip()}：{circle}", "message_en": f"{en.format(of).strip()}: {circle}",
    }  # fmt: skip


_TEXTS: Mapping[str, tuple[str, str]] = {
    "violation": (
        "{} 关系成环，请改正其一或作废（deprecated）",
        "{} leads back to its start; mend a step or deprecate it",
    ),
    "warning": ("{} 关系成环，请核对", "{} leads back to its start, which may be an error"),
}


def _called(store: Store, iri: str) -> str:
    thing = identifier(iri)
    names = [
        v.value for v in objects_of(store, NamedNode(iri), PREFERRED) if isinstance(v, Literal) and v.language == "zh"
    ]
    return f"{min(names)} ({thing})" if names else thing
