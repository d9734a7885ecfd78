"""Steps of a trace: one statement each, as a row that says where it is stated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from cemai.graph.repository import Repository
from cemai.ontology.labels import TERMS
from cemai.ontology.schema import load
from cemai.queries.runner import Cell, Row
from cemai.queries.session import Session

from .columns import ActName, AnswerRow, ClaimId, DatePrinted, Day, Heading, Locator, Record, Tier

TRACEABLE = ("Innovation", "PilotProgramme")
KINDS = ("innovation", "policy", "topic")


def _role(kg: Repository, step: Record) -> Cell:
    """The role; what it is a role in, unless that is the innovation that is traced."""
    label = kg.concept(TERMS, str(step["role"])).both()
    plain = step["role"] in load().leaves("hasRoleIn")
    return label if plain else f"{label} · {step['object_zh'] or step['object'] or ''}"


def _date_kind(kg: Repository, step: Record) -> Cell:
    """The kind of a date, with a word where the kind was assigned by us."""
    kind = kg.concept("date-kind", str(step["kind"])).both() if step["kind"] else ""
    assigned = step["basis"] not in (None, "stated")
    return f"{kind}（{kg.concept('basis', str(step['basis'])).both()}）" if assigned else kind


@dataclass(frozen=True)
class TraceStep(AnswerRow):
    """One statement of a trace. `locator` names the source and positions, or the act that is cited."""

    claim: ClaimId
    subject: str
    subject_zh: Annotated[str, Heading("地方/主体 place")]
    subject_en: str | None
    role: Annotated[str, Heading("角色 role", show=_role)]
    object: str
    object_zh: str | None
    date: DatePrinted
    begin: Day
    end: Day
    precision: str | None
    kind: Annotated[str | None, Heading("日期种类 kind", show=_date_kind)]
    basis: str | None
    act: str | None
    act_zh: ActName
    stage: str | None
    learned_from: str | None
    learned_zh: str | None
    tier: Tier
    confidence: Annotated[str, Heading("可信 confidence", "confidence")]
    note: str | None
    locator: Locator

    shown = ("subject_zh", "role", "date", "kind", "act_zh", "tier", "confidence", "locator", "claim")


@dataclass(frozen=True)
class Trace:
    """All steps of what is traced, in the order of their dates, with what was left out and why.

    `innovation` is the identifier of what is traced, `kind` says whether that is an innovation, a policy or a topic.
    """

    innovation: str
    name_zh: str
    name_en: str | None
    steps: tuple[TraceStep, ...]
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


def as_step(row: Row) -> TraceStep:
    """A row of a query with the columns of a step; where it is stated is not said yet."""
    return TraceStep(**{name: None if cell is None else str(cell) for name, cell in row.items()}, locator="")  # type: ignore[arg-type]


def located(kg: Session, steps: Iterable[TraceStep]) -> tuple[TraceStep, ...]:
    """The steps with their locators."""
    found = list(steps)
    claims = kg.claims(step.claim for step in found)
    return tuple(replace(step, locator=kg.locator(claim)) for step, claim in zip(found, claims, strict=True))
