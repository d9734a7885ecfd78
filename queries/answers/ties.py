"""What ties two things: every claim about both, read around the things that are asked about and no further."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cemai.graph.rdf.writer import node
from cemai.graph.repository import UNVERIFIED
from cemai.graph.store.solutions import solve, values
from cemai.ontology.namespaces import identifier, local, term
from cemai.queries.session import Session
from pyoxigraph import NamedNode

# Claims that tie everything to everything: two cities with the same indicator are not tied by that.
_NO_TIE = ("observed", "evaluated", "listedIn")
# The other ends of a claim: its object, and others that it names.
_ENDS = ("object", "act", "learnedFrom")


@dataclass(frozen=True, order=True)
class Tie:
    """A claim that ties its subject to another thing: by its predicate, or as act or as whom it was learned from."""

    subject: str
    other: str
    claim: str
    predicate: str


class Ties:
    """The ties of a graph as far as they were asked for. Claims that are deprecated tie nothing."""

    def __init__(self, kg: Session, *, unverified: bool) -> None:
        self._kg, self._unverified = kg, unverified
        self._around: set[str] = set()
        self._read: set[Tie] = set()
        self.neighbours: dict[str, set[str]] = defaultdict(set)

    def around(self, things: Iterable[str]) -> None:
        """Read every tie of some things. One store call for those of which they are not known yet."""
        new = sorted(set(things) - self._around)
        if new:
            terms = list(map(node, new))
            self._ask(values("subject", terms), values("other", terms))
            self._around |= set(new)

    def everywhere(self) -> None:
        """Read every tie of the graph. One store call."""
        self._ask("")

    def between(self, things: Iterable[str]) -> None:
        """Read every tie of which both ends are among some things. One store call."""
        terms = list(map(node, sorted(things)))
        self._ask(f"{values('subject', terms)} {values('other', terms)}")

    def sorted(self) -> list[Tie]:
        """The ties that were read, in the order of their ends."""
        return sorted(self._read)

    def _ask(self, *choices: str) -> None:
        branches = " UNION ".join(f"{{ {choice} {self._pattern} }}" for choice in choices)
        for row in solve(self._kg.store, f"SELECT ?claim ?subject ?predicate ?end ?other {{ {branches} }}"):
            claim, subject, predicate, end, other = (term_.value for term_ in row if term_)
            tie = Tie(identifier(subject), identifier(other), identifier(claim).removeprefix("claim/"),
                      local(predicate) if end == term("object") else local(end))  # fmt: skip
            self._read.add(tie)
            if tie.subject != tie.other:
                self.neighbours[tie.subject].add(tie.other)
                self.neighbours[tie.other].add(tie.subject)

    @property
    def _pattern(self) -> str:
        hidden = f"?tier != {node(f'evidence-tier/{UNVERIFIED}')}"
        return (
            f"?claim <{term('subject')}> ?subject ; ?end ?other ; <{term('predicate')}> ?predicate ; "
            f"<{term('claimRank')}> ?rank ; <{term('evidenceTier')}> ?tier . "
            f"FILTER (?end IN ({_listed(_ENDS)}) && ?predicate NOT IN ({_listed(_NO_TIE)}) && isIRI(?other) "
            f"&& ?rank != {node('claim-rank/deprecated')}{'' if self._unverified else f' && {hidden}'})"
        )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(str(NamedNode(term(name))) for name in names)


class Ball:
    """The things around a start that can be reached in some hops, wider by one with each step."""

    def __init__(self, ties: Ties, start: str) -> None:
        self._ties, self.things, self.ring, self.radius = ties, {start}, {start}, 0

    def widen(self) -> None:
        """Go one hop further; the ties of the outermost things must have been read."""
        self.ring = {thing for reached in self.ring for thing in self._ties.neighbours[reached]} - self.things
        self.things |= self.ring
        self.radius += 1
