"""Claims as edges: one edge a claim, for the claims that give plain edges (`graph/rules/10-edges.ru`).

An observed figure is no tie: it would tie every place to every indicator. A designation that has ended is
`formerlyDesignated`, as in the plain edges, so that it never reads as one that holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cemai.graph.model.fields import FIELDS
from cemai.graph.rdf.reader import claim_ids
from cemai.graph.rdf.writer import node, prop
from cemai.graph.store.backend import Source
from cemai.ontology.namespaces import ID, RDFS, identifier, local, term
from pyoxigraph import Literal, NamedNode

from .node_style import UNVERIFIED
from .rows import Column, Edge
from .spells import ENDED, Spell, tie_spell

EDGE_COLUMNS = (
    Column("relation"), Column("labelEn"), Column("evidenceTier"), Column("validFrom"), Column("validTo"),
    Column("year", "integer"), Column("datePrinted"), Column("dateBegin"), Column("dateEnd"), Column("datePrecision"),
    Column("dateKind"), Column("act"), Column("learnedFrom"), Column("batch", "integer"), Column("evaluationTier"),
    Column("dataset"),
)  # fmt: skip
NO_TIE = ("observed", "provides")
_TOLD = {term(f.property): f.property for f in FIELDS}
_CONCEPTS = {f.property for f in FIELDS if f.form == "concept" or f.name == "dataset"}
_EVIDENCE, _SOURCE, _LABEL = prop("evidence"), prop("source"), NamedNode(RDFS + "label")


class Told(NamedTuple):
    """A claim as far as networks need it: properties by local name, and the sources that state it."""

    claim: str
    properties: dict[str, str]
    sources: frozenset[str]

    @property
    def is_tie(self) -> bool:
        """Whether it ties two things."""
        return "object" in self.properties and self.properties["predicate"] not in NO_TIE


class Ties:
    """The claims of a store that may be shown, and the edges that they give, in the order of claim ids.

    Unverified claims give edges only with `everything`, and an unverified end never ends a verified tie.
    """

    def __init__(self, store: Source, *, everything: bool = False) -> None:
        self.store, self.everything = store, everything
        self._ids = claim_ids(store)
        self._ended = _ended(store)
        self._over = {o: day for (_, predicate, o), day in self._ended.items() if predicate == "designated"}
        self._label = cache(lambda name, language: _label(store, name, language))

    def told(self) -> Iterator[Told]:
        """Every such claim, those that are no ties included."""
        for claim in self._ids:
            told = _told(self.store, claim)
            shown = self.everything or told.properties["evidenceTier"] != "unverified"
            if shown and told.properties["claimRank"] != "deprecated":
                yield told

    def spell(self, told: Told) -> Spell:
        """Since when and until when the claim's tie stands."""
        return tie_spell(told.properties, self._ended.get(_triple(told.properties)))

    def over(self, thing: str) -> str | None:
        """The last day of a zone or programme whose designation is stated to have ended."""
        return self._over.get(thing)

    def edge(self, told: Told) -> Edge:
        """The edge of a claim that ties two things."""
        p, spell = told.properties, self.spell(told)
        former = p["predicate"] == "designated" and _triple(p) in self._ended
        kind = "formerlyDesignated" if former else p["predicate"]
        day = spell.begin or spell.end
        values = (
            kind, self._label(kind, "en"), p["evidenceTier"], spell.begin, spell.end, int(day[:4]) if day else None,
            *(p.get(name) for name in ("datePrinted", "dateBegin", "dateEnd", "datePrecision", "dateKind", "act",
                                       "learnedFrom")),
            int(p["batch"]) if "batch" in p else None, p.get("evaluationTier"), p.get("dataset"),
        )  # fmt: skip
        colour = UNVERIFIED if p["evidenceTier"] == "unverified" else None
        return Edge(told.claim, p["subject"], p["object"], kind, self._label(kind, "zh"), len(told.sources), values,
                    spell.begin, spell.end, colour)  # fmt: skip


def _told(store: Source, claim: str) -> Told:
    properties: dict[str, str] = {}
    sources: set[str] = set()
    for quad in store.quads_for_pattern(node(f"claim/{claim}"), None, None, None):
        name, value = _TOLD.get(quad.predicate.value), quad.object.value  # type: ignore[union-attr]
        if name in _CONCEPTS:
            properties[name] = value.removeprefix(ID).partition("/")[2]
        elif name:
            properties[name] = local(identifier(value))
        elif quad.predicate == _EVIDENCE:
            found = store.quads_for_pattern(quad.object, _SOURCE, None, None)  # type: ignore[arg-type]
            sources |= {identifier(q.object.value) for q in found}  # type: ignore[union-attr]
    return Told(claim, properties, frozenset(sources))


def _ended(store: Source) -> dict[tuple[str, str, str], str]:
    """Ties that verified claims state to have ended, each with the last day that the date leaves open."""
    quads = store.quads_for_pattern(None, prop("dateKind"), node(f"date-kind/{ENDED}"), None)
    days: dict[tuple[str, str, str], str] = {}
    for claim in sorted(quad.subject.value.removeprefix(ID + "claim/") for quad in quads):  # type: ignore[union-attr]
        p = _told(store, claim).properties
        if "object" in p and p["evidenceTier"] != "unverified" and p["claimRank"] != "deprecated":
            days[_triple(p)] = max(days.get(_triple(p), ""), p["dateEnd"])
    return days


def _triple(p: dict[str, str]) -> tuple[str, str, str]:
    return p["subject"], p["predicate"], p["object"]


def _label(store: Source, name: str, language: str) -> str:
    """What a property is called; its own name where the ontology gives none."""
    for quad in store.quads_for_pattern(prop(name), _LABEL, None, None):
        if isinstance(quad.object, Literal) and quad.object.language == language:
            return quad.object.value
    return name
