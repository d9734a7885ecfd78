"""A trace by rounds: steps of one day, act and role are one round; who is named together is a tie, no order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from .columns import ActName, AnswerRow, Day, Heading, Role
from .steps import TraceStep


@dataclass(frozen=True)
class Round(AnswerRow):
    """One round: `subjects` different subjects took a role on one date by one act. `number` is None without a date."""

    number: Annotated[int | None, Heading("轮次 round")]
    date: Annotated[str | None, Heading("原文日期 as written")]
    begin: Annotated[Day, Heading("首日 first day")]
    end: Day
    kind: Annotated[str | None, Heading("日期种类 kind", "date-kind")]
    role: Role
    act: str | None
    act_zh: ActName
    subjects: Annotated[int, Heading("主体数 subjects")]
    who: Annotated[str, Heading("主体 who")]
    tiers: Annotated[str, Heading("证据层级 tiers")]
    claims: str

    shown = ("number", "begin", "date", "kind", "role", "act_zh", "subjects", "who", "tiers")


def group_rounds(steps: Iterable[TraceStep]) -> list[Round]:
    """The rounds in the order of their first day, those without a date last. Rounds of one day share a number."""
    groups: dict[tuple[str, ...], list[TraceStep]] = defaultdict(list)
    for step in steps:
        groups[(step.begin or "9999", step.end or "", step.act or "", step.role, step.kind or "")].append(step)
    days = sorted({key[0] for key in groups if key[0] != "9999"})
    numbers = {day: number for number, day in enumerate(days, start=1)}
    return [_round(numbers.get(key[0]), groups[key]) for key in sorted(groups)]


def _round(number: int | None, steps: list[TraceStep]) -> Round:
    first = steps[0]
    names = {step.subject: step.subject_zh for step in sorted(steps, key=lambda s: s.subject)}
    return Round(
        number, first.date, first.begin, first.end, first.kind, first.role, first.act, first.act_zh, len(names),
        "、".join(names.values()), ", ".join(sorted({step.tier for step in steps})),
        " ".join(sorted(step.claim for step in steps)),
    )  # fmt: skip
