"""A trace as a tree: from whom something was learned where a source says so, else by which act it came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from .columns import AnswerRow, DatePrinted, Heading
from .steps import Trace, TraceStep


@dataclass(frozen=True)
class Branch(AnswerRow):
    """A node of the tree: how deep, whom or what, and the statement that hangs it on its parent."""

    depth: Annotated[int, Heading("层 depth")]
    node: str
    name: Annotated[str, Heading("名称 name")]
    parent: str | None
    tie: Annotated[str, Heading("联系 tie")]
    role: Annotated[str | None, Heading("角色 role")]
    date: DatePrinted
    tier: Annotated[str | None, Heading("证据层级 tier")]
    claim: str | None

    shown = ("depth", "name", "tie", "role", "date", "tier")

    def line(self) -> str:
        """The node as an indented line of text."""
        rest = " · ".join(part for part in (self.role, self.date, self.tier, self.claim) if part)
        indent, tie = ("  " * self.depth + "└ ", f"  [{self.tie}]") if self.depth else ("", "")
        return f"{indent}{self.name}{tie}  {rest}".rstrip()


def grow_tree(found: Trace) -> list[Branch]:
    """The nodes in the order in which they print; each statement stands once, a circle is cut."""
    children: dict[str, list[tuple[str, TraceStep]]] = defaultdict(list)
    acts: dict[str, str] = {}
    for step in found.steps:
        parent, tie = _parent(found, step)
        if tie == "act":
            acts[parent] = step.act_zh or parent
        children[parent].append((tie, step))
    return list(_walk(found, children, acts))


def _parent(found: Trace, step: TraceStep) -> tuple[str, str]:
    if step.learned_from:
        return step.learned_from, "learned from 学自"
    if step.act and step.act not in (found.innovation, step.object):
        return step.act, "act"
    if step.object not in (found.innovation, None) and found.kind == "innovation":
        return step.object, "predecessor 前身"
    return found.innovation, "stated 所述"


def _walk(found: Trace, children: dict[str, list[tuple[str, TraceStep]]], acts: dict[str, str]) -> Iterator[Branch]:
    names = {s.subject: s.subject_zh for s in found.steps} | {s.object: s.object_zh or s.object for s in found.steps}
    names |= {s.learned_from: s.learned_zh or s.learned_from for s in found.steps if s.learned_from}
    placed: set[str] = set()

    def below(node: str, depth: int) -> Iterator[Branch]:
        for tie, step in children.get(node, ()):
            if step.claim in placed:
                continue
            placed.add(step.claim)
            tie = "by act 依文件" if tie == "act" else tie
            yield Branch(depth, step.subject, step.subject_zh, node, tie, step.role, step.date, step.tier, step.claim)
            yield from below(step.subject, depth + 1)

    yield Branch(0, found.innovation, found.name_zh, None, "", None, None, None, None)
    yield from below(found.innovation, 1)
    for node in children:
        if all(step.claim in placed for _, step in children[node]):
            continue
        name, tie = (acts[node], "act 文件") if node in acts else (names.get(node, node), "named 述及")
        yield Branch(1, node, name, found.innovation, tie, None, None, None, None)
        yield from below(node, 2)
