"""How two things are tied: the shortest paths over claims, each hop with the claim that states it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from typing import Annotated

from cemai.graph.errors import QueryError
from cemai.graph.repository import Repository
from cemai.queries.runner import Cell
from cemai.queries.session import Session

from .columns import AnswerRow, ClaimId, Heading, Locator, Record
from .ties import Ball, Tie, Ties

_LOOKS = 5  # store calls after which the rest of the graph is read at once


def _arrow(_: Repository, hop: Record) -> Cell:
    return f"—{hop['predicate']}→" if hop["forward"] else f"←{hop['predicate']}—"


@dataclass(frozen=True)
class Hop(AnswerRow):
    """One hop of a path: what ties `start` and `end`, with the claim (the first of `claims` in order) and its place."""

    path: Annotated[int, Heading("路径 path")]
    hop: Annotated[int, Heading("步 hop")]
    start: str
    start_zh: Annotated[str, Heading("起 from")]
    predicate: Annotated[str, Heading("关系 tie", show=_arrow)]
    forward: bool
    end: str
    end_zh: Annotated[str, Heading("止 to")]
    claim: ClaimId
    claims: int
    tier: Annotated[str, Heading("证据层级 tier")]
    locator: Locator

    shown = ("path", "hop", "start_zh", "predicate", "end_zh", "tier", "locator", "claim")

    def line(self) -> str:
        """``深圳市 —issued→ 实施细则``."""
        arrow = f"—{self.predicate}→" if self.forward else f"←{self.predicate}—"
        return f"{self.start_zh} {arrow} {self.end_zh}"


def find_paths(kg: Session, first: str, second: str, *, most: int = 3, unverified: bool = False) -> list[list[Hop]]:
    """Up to `most` shortest paths between two things; an empty list where none is known.

    Two names of one thing: the one hop by which a statement ties it to itself. Raises NameUnknown, NameAmbiguous, or
    QueryError for one thing twice that nothing ties to itself.
    """
    kg.entities.look_up([first, second])
    start, end = kg.one(first), kg.one(second)
    ties = Ties(kg, unverified=unverified)
    found = _search(ties, start, end, most) if start != end else _to_itself(ties, start)
    if start == end and not found:
        raise QueryError(f"{first!r} and {second!r} are the same thing 是同一事物: {start}")
    behind = _behind(ties)
    kg.claims({behind[pair][0].claim for path in found for pair in map(frozenset, pairwise(path))})
    kg.entities.load(thing for path in found for thing in path)
    return [list(_hops(kg, behind, number, path)) for number, path in enumerate(found, start=1)]


def _to_itself(ties: Ties, thing: str) -> list[list[str]]:
    """The path of one hop from a thing to itself, where a statement ties it so."""
    ties.between([thing])
    return [[thing, thing]] if any(tie.subject == tie.other == thing for tie in ties.sorted()) else []


def _search(ties: Ties, start: str, end: str, most: int) -> list[list[str]]:
    """The shortest paths, both ends being looked around in turn, the end with less around it first.

    A path of some length lies wholly within two balls whose radii add up to it: no shorter one can be missed.
    """
    left, right = Ball(ties, start), Ball(ties, end)
    ties.around([start, end])
    left.widen()
    right.widen()
    for _ in range(_LOOKS - 1):
        found = _within(ties, start, end, most, left.radius + right.radius)
        if len(found) == most or not (left.ring and right.ring):
            return found
        ball = min((left, right), key=lambda b: len(b.ring))
        ties.around(ball.ring)
        ball.widen()
    ties.everywhere()
    return _within(ties, start, end, most, None)


def _within(ties: Ties, start: str, end: str, most: int, longest: int | None) -> list[list[str]]:
    """Up to `most` shortest paths over the ties that were read, those of more than `longest` hops left out."""
    import networkx

    graph = networkx.Graph()
    graph.add_edges_from((tie.subject, tie.other) for tie in ties.sorted() if tie.subject != tie.other)
    if start not in graph or end not in graph:
        return []
    paths: Iterator[list[str]] = networkx.shortest_simple_paths(graph, start, end)
    short = takewhile(lambda path: longest is None or len(path) - 1 <= longest, paths)
    try:
        return list(islice(short, most))
    except networkx.NetworkXNoPath:
        return []


def _behind(ties: Ties) -> dict[frozenset[str], list[Tie]]:
    """The ties of each pair of things, the first claim in order first."""
    found: dict[frozenset[str], list[Tie]] = {}
    for tie in sorted(ties.sorted(), key=lambda tie: (tie.claim, tie.predicate)):
        found.setdefault(frozenset((tie.subject, tie.other)), []).append(tie)
    return found


def _hops(kg: Session, behind: dict[frozenset[str], list[Tie]], number: int, path: list[str]) -> Iterator[Hop]:
    for hop, (start, end) in enumerate(pairwise(path), start=1):
        ties = behind[frozenset((start, end))]
        tie, claim = ties[0], kg.claim(ties[0].claim)
        yield Hop(
            number, hop, start, kg.label(start) or start, tie.predicate, tie.subject == start, end,
            kg.label(end) or end, tie.claim, len(ties), claim.evidence_tier, kg.locator(claim),
        )  # fmt: skip
