"""The rows of the ladder of evaluations."""

from __future__ import annotations

from collections import defaultdict

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.answers.diffusion import UNVERIFIED
from cemai.viz.facts import Head
from cemai.viz.plots.tiers import Ladder, Rung

from .common import name, notes, place_name

_TITLE = LangText("综试区考核评估：各年档次", "Evaluation of pilot zones: tiers by year")


def tier_rows(kg: KnowledgeGraph, *, unverified: bool = False) -> tuple[Head, Ladder]:
    """Head and rows: a rung a city that is found in any tier of any year."""
    every = _claims(kg)
    claims = [c for c in every if unverified or c.evidence_tier != UNVERIFIED]
    years = sorted({c.year for c in claims if c.year})
    keys = sorted({c.tier for c in claims if c.tier})
    cities: dict[str, dict[int, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for c in claims:
        if c.year and c.tier:
            cities[c.subject][c.year].append(c)
    rungs = [_rung(kg, place, found) for place, found in cities.items()]
    rungs.sort(key=lambda r: (min(keys.index(t) for t in r.tiers.values()), -len(r.tiers), min(r.tiers), r.place.zh))
    tiers = {key: name(kg, f"evaluation-tier/{key}") for key in keys}
    head = LangText(
        f"{len(rungs)} 个城市，{len(years)} 轮；只知名单所列档次，未列者档次未知。",
        f"{len(rungs)} cities, {len(years)} rounds; only tiers with a list are known, who is in none is not known.",
    )
    foot = notes(kg, (c.id for c in claims), max(years, default=None), hidden=len(every) - len(claims),
                 unverified=unverified)  # fmt: skip
    return Head(_TITLE, head, foot), Ladder(tuple(rungs), tuple(years), tiers)


def _rung(kg: KnowledgeGraph, place: str, found: dict[int, list[Claim]]) -> Rung:
    """The best-proven tier of each year; the better tier where two are as well proven."""
    best = {
        year: min(claims, key=lambda c: (c.evidence_tier == UNVERIFIED, c.tier or "")) for year, claims in found.items()
    }
    unsure = frozenset(year for year, c in best.items() if c.evidence_tier == UNVERIFIED)
    return Rung(place_name(kg, place), {year: c.tier or "" for year, c in sorted(best.items())}, unsure)


def _claims(kg: KnowledgeGraph) -> list[Claim]:
    """Every evaluation that is not deprecated."""
    rows = [
        r for tier in kg.concepts("evaluation-tier") for r in kg.query("evaluation/results", {"tier": tier}).dicts()
    ]
    claims = [kg.claim(claim) for claim in sorted({str(r["claim"]) for r in rows})]
    return [c for c in claims if c.claim_rank != "deprecated"]
