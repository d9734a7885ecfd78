"""Claims as edges: one edge a claim, for the claims that give plain edges (`graph/rules/10-edges.ru`).

An observed figure is no tie: it would tie every place to every indicator. A designation that has ended is
`formerlyDesignated`, as in the plain edges, so that it never reads as one that holds. Whether it has, another claim may
say, so claims are put aside as `PlainEdge` and become edges after the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from cemai.graph.export.spool import Spool
from cemai.graph.model.statement import UNVERIFIED, Claim

from .node_style import UNVERIFIED_COLOUR
from .rows import Attribute, NetworkEdge
from .spells import ENDED, Dates, tie_spell

EDGE_COLUMNS = (
    Attribute("relation"), Attribute("labelEn"), Attribute("evidenceTier"), Attribute("validFrom"),
    Attribute("validTo"), Attribute("year", "integer"), Attribute("datePrinted"), Attribute("dateBegin"),
    Attribute("dateEnd"), Attribute("datePrecision"), Attribute("dateKind"), Attribute("act"),
    Attribute("learnedFrom"), Attribute("batch", "integer"), Attribute("evaluationTier"), Attribute("dataset"),
)  # fmt: skip
NO_TIE = ("observed", "provides")
FORMER = {"designated": "formerlyDesignated"}
PropertyLabel = Callable[[str, str], str]  # of a property's local name and a language
Triple = tuple[str, str, str]


class PlainEdge(NamedTuple):
    """What a claim gives its edge; `dates` are those of `spells.Dates`."""

    id: str
    subject: str
    predicate: str
    object: str
    sources: int
    dates: tuple[str | int | None, ...]
    tier: str
    printed: str | None
    precision: str | None
    act: str | None
    learned_from: str | None
    batch: int | None
    evaluation_tier: str | None
    dataset: str

    @property
    def triple(self) -> Triple:
        """What it ties, and how."""
        return self.subject, self.predicate, self.object


def is_shown(claim: Claim, *, unverified: bool) -> bool:
    """Whether a claim may give an edge; unverified ones only when asked for."""
    return claim.claim_rank != "deprecated" and (unverified or claim.evidence_tier != UNVERIFIED)


class PlainEdges:
    """The ties of claims in the order in which they came, and which of them are stated to have ended.

    An unverified end never ends a verified tie.
    """

    def __init__(self) -> None:
        self._ties = Spool()
        self._ended: dict[Triple, str] = {}

    @staticmethod
    def gives(claim: Claim) -> bool:
        """Whether a claim ties two things."""
        return claim.object is not None and claim.predicate not in NO_TIE

    def add(self, claim: Claim, *, shown: bool) -> None:
        """Take a claim in; one that is not shown counts only for what it ends."""
        if claim.object is None or claim.predicate in NO_TIE:
            return
        dates = Dates.of(claim)
        if dates.kind == ENDED and dates.end and is_shown(claim, unverified=False):
            triple = claim.subject, claim.predicate, claim.object
            self._ended[triple] = max(self._ended.get(triple, ""), dates.end)
        if shown:
            self._ties.append(PlainEdge(
                claim.id, claim.subject, claim.predicate, claim.object, len({e.source for e in claim.evidence}), dates,
                claim.evidence_tier, claim.date, claim.date_precision, claim.act, claim.learned_from, claim.batch,
                claim.tier, claim.dataset,
            ))  # fmt: skip

    def over(self) -> dict[str, str]:
        """The last day of each zone or programme whose designation is stated to have ended."""
        return {o: day for (_, predicate, o), day in self._ended.items() if predicate in FORMER}

    def edges(self, label: PropertyLabel) -> Iterator[NetworkEdge]:
        """The edge of each tie."""
        for row in self._ties:
            yield self._edge(PlainEdge(*row), label)

    def _edge(self, tie: PlainEdge, label: PropertyLabel) -> NetworkEdge:
        dates, ended = Dates(*tie.dates), self._ended.get(tie.triple)  # type: ignore[arg-type]
        spell = tie_spell(dates, ended)
        kind = FORMER.get(tie.predicate, tie.predicate) if ended else tie.predicate
        day = spell.begin or spell.end
        values = (
            kind, label(kind, "en"), tie.tier, spell.begin, spell.end, int(day[:4]) if day else None, tie.printed,
            dates.begin, dates.end, tie.precision, dates.kind, tie.act, tie.learned_from, tie.batch,
            tie.evaluation_tier, tie.dataset,
        )  # fmt: skip
        colour = UNVERIFIED_COLOUR if tie.tier == UNVERIFIED else None
        return NetworkEdge(tie.id, tie.subject, tie.object, kind, label(kind, "zh"), tie.sources, values, spell.begin,
                    spell.end, colour)  # fmt: skip
