"""A trace by rounds: steps of one day, act and role are one round; who is named together is a tie, no order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from cemai.queries.runner import Cell

from .steps import Step


@dataclass(frozen=True)
class Round:
    """One round: `subjects` different subjects took a role on one date by one act. `number` is None without a date."""

    number: int | None
    date: str | None
    begin: str | None
    end: str | None
    kind: str | None
    role: str
    act: str | None
    act_zh: str | None
    subjects: int
    who: str
    tiers: str
    claims: str

    def row(self) -> dict[str, Cell]:
        """The round as a row for a table."""
        return asdict(self)


def rounds(steps: Iterable[Step]) -> list[Round]:
    """The rounds in the order of their first day, those without a date last. Rounds of one day share a number."""
    groups: dict[tuple[str, ...], list[Step]] = defaultdict(list)
    for step in steps:
        groups[(step.begin or "9999", step.end or "", step.act or "", step.role, step.kind or "")].append(step)
    days = sorted({key[0] for key in groups if key[0] != "9999"})
    numbers = {day: number for number, day in enumerate(days, start=1)}
    return [_round(numbers.get(key[0]), groups[key]) for key in sorted(groups)]


def _round(number: int | None, steps: list[Step]) -> Round:
    first = steps[0]
    names = {step.subject: step.subject_zh for step in sorted(steps, key=lambda s: s.subject)}
    return Round(
        number, first.date, first.begin, first.end, first.kind, first.role, first.act, first.act_zh, len(names),
        "、".join(names.values()), ", ".join(sorted({step.tier for step in steps})),
        " ".join(sorted(step.claim for step in steps)),
    )  # fmt: skip
