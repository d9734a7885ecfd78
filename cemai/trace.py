"""Trace an innovation: who runs it, in which role, since when, by whose act, and where that is stated."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date

from cemai.graph.claims import Claim, Evidence
from cemai.queries.runner import Cell

from .kg import KnowledgeGraph

TRACEABLE = ("Innovation", "PilotProgramme")
UNVERIFIED = "unverified"


@dataclass(frozen=True)
class Step:
    """One statement of a trace. `locator` names the source and positions, or the act that is cited."""

    claim: str
    subject: str
    subject_zh: str
    subject_en: str | None
    role: str
    object: str
    object_zh: str | None
    date: str | None
    begin: str | None
    end: str | None
    precision: str | None
    kind: str | None
    basis: str | None
    act: str | None
    act_zh: str | None
    stage: str | None
    learned_from: str | None
    learned_zh: str | None
    tier: str
    confidence: str
    note: str | None
    locator: str

    def row(self) -> dict[str, Cell]:
        """The step as a row for a table."""
        return asdict(self)


@dataclass(frozen=True)
class Trace:
    """All steps of an innovation, in the order of their dates, with what was left out and why."""

    innovation: str
    name_zh: str
    name_en: str | None
    steps: tuple[Step, ...]
    hidden: int
    undated: int

    @property
    def tiers(self) -> Counter[str]:
        return Counter(step.tier for step in self.steps)

    @property
    def subjects(self) -> int:
        return len({step.subject for step in self.steps})


def trace(
    kg: KnowledgeGraph,
    name: str,
    *,
    role: str | None = None,
    until: date | None = None,
    unverified: bool = False,
) -> Trace:
    """The trace of the innovation that bears `name`.

    Unverified claims are left out (and counted) unless asked for. With `until`, statements dated later are left
    out, and so are undated ones, which are counted. Raises NameUnknown or NameAmbiguous.
    """
    innovation = kg.one(name, TRACEABLE)
    parameters = {"innovation": innovation} | ({"role": role} if role else {})
    steps = [_step(kg, row) for row in kg.query("trace/adoptions", parameters).dicts()]
    shown = sorted((s for s in steps if unverified or s.tier != UNVERIFIED), key=_order)
    hidden = len(steps) - len(shown)
    undated = 0
    if until:
        undated = sum(s.begin is None for s in shown)
        shown = [s for s in shown if s.begin and s.begin <= until.isoformat()]
    return Trace(
        innovation,
        kg.label(innovation) or innovation,
        kg.label(innovation, "en"),
        tuple(shown),
        hidden,
        undated,
    )


def _order(step: Step) -> tuple[int, str, str, str]:
    """By date; an origin without a date stands first, anything else without a date last."""
    undated = 0 if step.role == "originated" else 2
    return (1 if step.begin else undated), step.begin or "", step.role, step.subject


def _step(kg: KnowledgeGraph, row: dict[str, Cell]) -> Step:
    cells = {k: None if v is None else _short(str(v)) for k, v in row.items()}
    cells["locator"] = locator(kg, kg.claim(str(cells["claim"])))
    return Step(**cells)  # type: ignore[arg-type]


def _short(text: str) -> str:
    """Concepts by their key, terms by their local name; claims without their kind."""
    for prefix in (
        "cm:",
        "claim/",
        "date-kind/",
        "date-precision/",
        "basis/",
        "stage/",
        "evidence-tier/",
        "confidence/",
    ):
        if text.startswith(prefix):
            return text.removeprefix(prefix)
    return text


def locator(kg: KnowledgeGraph, claim: Claim) -> str:
    """Where a claim is stated: ``casebook-2024 8123–8160``, or the act that is cited; all its evidences."""
    return "; ".join(_place(kg, evidence) for evidence in claim.evidence)


def _place(kg: KnowledgeGraph, evidence: Evidence) -> str:
    source, span = evidence.source, evidence.main_span
    name = source.removeprefix("source/") if source.startswith("source/") else kg.label(source) or source
    return f"{name} {span.start}–{span.end}" if span else name
