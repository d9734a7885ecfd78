"""Trace an innovation, a policy or a topic of measures."""

from __future__ import annotations

from datetime import date

from cemai.graph.repository import UNVERIFIED
from cemai.queries.session import Session

from .steps import Step, Trace, as_step
from .targets import policy_steps, topic_steps, what


def trace(
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
