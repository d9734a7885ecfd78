"""Trace an innovation, a policy or a topic of measures."""

from __future__ import annotations

from datetime import date

from cemai.graph.repository import UNVERIFIED
from cemai.queries.session import Session

from .steps import Trace, TraceStep, as_step, located
from .targets import in_role, policy_steps, resolve_target, topic_steps


def trace_steps(
    kg: Session,
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
    target, thing = resolve_target(kg, name, kind)
    match target:
        case "policy":
            steps = in_role(policy_steps(kg, thing), role)
        case "topic":
            steps = in_role(topic_steps(kg, thing.partition("/")[2], name), role)
        case _:
            parameters = {"innovation": thing} | ({"role": role} if role else {})
            steps = [as_step(row) for row in kg.rows("trace/adoptions", parameters)]
    shown = sorted((s for s in steps if unverified or s.tier != UNVERIFIED), key=_order)
    hidden = len(steps) - len(shown)
    undated = 0
    if until:
        undated = sum(s.begin is None for s in shown)
        shown = [s for s in shown if s.begin and s.begin <= until.isoformat()]
    name_of = kg.vocabulary("topic")[thing.partition("/")[2]] if target == "topic" else kg.text(thing)
    return Trace(thing, name_of.zh or thing, name_of.en or None, located(kg, shown), hidden, undated, target)


def _order(step: TraceStep) -> tuple[int, str, str, str]:
    """By date; an origin without a date stands first, anything else without a date last."""
    undated = 0 if step.role == "originated" else 2
    return (1 if step.begin else undated), step.begin or "", step.role, f"{step.subject} {step.claim}"
