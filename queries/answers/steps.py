"""Steps of a trace."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass

from cemai.graph.repository import short
from cemai.queries.runner import Cell
from cemai.queries.session import Session

TRACEABLE = ("Innovation", "PilotProgramme")
KINDS = ("innovation", "policy", "topic")


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


def as_step(kg: Session, row: dict[str, Cell]) -> Step:
    """A row of a query with the columns of a step, with its locator."""
    cells = {k: None if v is None else short(str(v)) for k, v in row.items()}
    cells["locator"] = kg.locator(kg.claim(str(cells["claim"])))
    return Step(**cells)  # type: ignore[arg-type]
