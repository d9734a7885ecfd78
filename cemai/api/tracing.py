"""The questions as methods of the graph: where something runs and how it spread, ties, one claim, the catalogue.

Each function takes the graph first; `KnowledgeGraph` has it as the method of the question's name. Options are those of
the command of that name; `--all` is `unverified=True`. Errors are those of the functions that answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cemai.graph.errors import QueryError
from cemai.queries.runner import Cell

from . import notes
from .result import Result

if TYPE_CHECKING:
    from cemai.queries.answers.paths import Hop
    from cemai.queries.answers.steps import Trace, TraceStep
    from cemai.queries.answers.trace_rounds import Round
    from cemai.queries.answers.trace_tree import Branch

    from .knowledge_graph import KnowledgeGraph

Day = date | str | None
Dictionary = Mapping[str, Cell]


def answer_trace(
    kg: KnowledgeGraph,
    name: str,
    *,
    role: str | None = None,
    until: Day = None,
    unverified: bool = False,
    kind: str | None = None,
) -> Result[TraceStep]:
    """Where an innovation, policy or topic of measures stands: who, in which role, since when, by whose act."""
    from cemai.queries.answers.steps import TraceStep

    found = _trace(kg, name, role, until, unverified, kind)
    records, remarks = tuple(step.record() for step in found.steps), _trace_notes(kg, found, name, until, kind)
    return Result(kg, (found.title,), found.steps, records, TraceStep.table(), remarks, found)


def answer_rounds(
    kg: KnowledgeGraph,
    name: str,
    *,
    role: str | None = None,
    until: Day = None,
    unverified: bool = False,
    kind: str | None = None,
) -> Result[Round]:
    """The same by rounds: one date, act and role is one round; who is named together is a tie."""
    from cemai.queries.answers.trace_rounds import Round, group_rounds

    found = _trace(kg, name, role, until, unverified, kind)
    rows = tuple(group_rounds(found.steps))
    records, remarks = tuple(row.record() for row in rows), _trace_notes(kg, found, name, until, kind)
    return Result(kg, (found.title,), rows, records, Round.table(), remarks, found)


def answer_tree(
    kg: KnowledgeGraph,
    name: str,
    *,
    role: str | None = None,
    until: Day = None,
    unverified: bool = False,
    kind: str | None = None,
) -> Result[Branch]:
    """The same as a tree: from whom it was learned where a source says so, else by which act it came."""
    from cemai.queries.answers.trace_tree import Branch, grow_tree

    found = _trace(kg, name, role, until, unverified, kind)
    rows = tuple(grow_tree(found))
    records, remarks = tuple(row.record() for row in rows), _trace_notes(kg, found, name, until, kind)
    return Result(kg, (found.title,), rows, records, Branch.table(), remarks, found)


def answer_path(kg: KnowledgeGraph, first: str, second: str, *, most: int = 3, unverified: bool = False) -> Result[Hop]:
    """How two things are tied: the shortest paths, each hop with its claim."""
    from cemai.queries.answers.paths import Hop, find_paths

    found = find_paths(kg, first, second, most=most, unverified=unverified)
    rows = tuple(hop for hops in found for hop in hops)
    remarks = (f"{len(found)} 条最短路径 shortest paths", *notes.nothing(found))
    records = tuple(hop.record() for hop in rows)
    return Result(kg, (f"{first} – {second}",), rows, records, Hop.table(), remarks, found)


def answer_evidence(kg: KnowledgeGraph, *claims: str, corpus: Path | str | None = None) -> Result[Dictionary]:
    """Evidence, passages, source and dates of claims; with `corpus`, a folder of source texts, their words, too."""
    from cemai.loaders.evidence.documents import Corpus
    from cemai.queries.answers.explanation import EVIDENCE, explain_claims

    texts = Corpus.of_graph(Path(corpus), kg) if corpus else None
    pairs = explain_claims(kg, claims, texts)
    rows = tuple({"field": name, "value": value} for name, value in pairs)
    return Result(kg, (" · ".join(claims),), rows, rows, EVIDENCE, answer=pairs)


def as_day(value: Day) -> date | None:
    """A date from a date or its ISO form. Raises QueryError."""
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, datetime):
        return value.date()
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise QueryError(f"{value!r} is not a day: write it as 2021-12-31 日期应写作 2021-12-31") from None


def _trace(kg: KnowledgeGraph, name: str, role: str | None, until: Day, unverified: bool, kind: str | None) -> Trace:
    from cemai.queries.answers.tracing import trace_steps

    return trace_steps(kg, str(name), role=role, until=as_day(until), unverified=unverified, kind=kind)


def _trace_notes(kg: KnowledgeGraph, found: Trace, name: str, until: Any, kind: str | None) -> tuple[str, ...]:
    from cemai.queries.answers.targets import alternative_kinds

    tiers = ", ".join(f"{n} {tier}" for tier, n in sorted(found.tiers.items()))
    remarks = [f"{len(found.steps)} 条陈述 statements ({tiers or '0'}), {found.subjects} 个主体 subjects"]
    remarks += notes.hidden(found.hidden)
    if until and found.undated:
        remarks.append(f"{found.undated} 条没有日期的陈述未列出 undated statements are not shown")
    remarks += notes.nothing(found.steps)
    if kind is None and (also := alternative_kinds(kg, str(name), found.kind)):
        remarks.append(f"“{name}” 也可作为 can also be traced {' / '.join(f'--as {k}' for k in also)}")
    return tuple(remarks)
