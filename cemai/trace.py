"""Trace an innovation, a policy or a topic of measures: who, in which role, since when, by whose act, stated where."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date

from cemai.graph.claims import Claim, Evidence
from cemai.queries.runner import Cell

from .kg import KnowledgeGraph

TRACEABLE = ("Innovation", "PilotProgramme")
KINDS = ("innovation", "policy", "topic")
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
    """All steps of what is traced, in the order of their dates, with what was left out and why.

    `innovation` is the identifier of what is traced, `kind` says whether that is an innovation, a policy or a topic.
    """

    innovation: str
    name_zh: str
    name_en: str | None
    steps: tuple[Step, ...]
    hidden: int
    undated: int
    kind: str = "innovation"

    @property
    def tiers(self) -> Counter[str]:
        return Counter(step.tier for step in self.steps)

    @property
    def title(self) -> str:
        return f"{self.name_zh} · {self.name_en or ''}"

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
    kind: str | None = None,
) -> Trace:
    """The trace of the innovation, policy or topic of measures that bears `name`; `kind` chooses where several do.

    Unverified claims are left out (and counted) unless asked for. With `until`, statements dated later are left
    out, and so are undated ones, which are counted. Raises NameUnknown, NameAmbiguous or QueryError.
    """
    from .reach import policy_steps, topic_steps, what

    found, thing = what(kg, name, kind)
    match found:
        case "policy":
            steps = policy_steps(kg, thing, role)
        case "topic":
            steps = topic_steps(kg, thing.partition("/")[2], name, role)
        case _:
            parameters = {"innovation": thing} | ({"role": role} if role else {})
            steps = [as_step(kg, row) for row in kg.query("trace/adoptions", parameters).dicts()]
    shown = sorted((s for s in steps if unverified or s.tier != UNVERIFIED), key=_order)
    hidden = len(steps) - len(shown)
    undated = 0
    if until:
        undated = sum(s.begin is None for s in shown)
        shown = [s for s in shown if s.begin and s.begin <= until.isoformat()]
    return Trace(thing, kg.label(thing) or thing, kg.label(thing, "en"), tuple(shown), hidden, undated, found)


def _order(step: Step) -> tuple[int, str, str, str]:
    """By date; an origin without a date stands first, anything else without a date last."""
    undated = 0 if step.role == "originated" else 2
    return (1 if step.begin else undated), step.begin or "", step.role, f"{step.subject} {step.claim}"


def as_step(kg: KnowledgeGraph, row: dict[str, Cell]) -> Step:
    """A row of a query with the columns of a step, with its locator."""
    cells = {k: None if v is None else short(str(v)) for k, v in row.items()}
    cells["locator"] = locator(kg, kg.claim(str(cells["claim"])))
    return Step(**cells)  # type: ignore[arg-type]


def short(text: str) -> str:
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
