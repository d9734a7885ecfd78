"""A timeline as one offline page: dated statements on lanes; what is open in a date is drawn as a span.

Statements of one lane, span and act stand as one mark with their number: a batch is one act, not many events.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from cemai.ontology.text import LangText
from cemai.viz.content import EntityView, Head, StatementView
from cemai.viz.shell import ViewPage, render_view


@dataclass(frozen=True)
class Lane:
    """A lane with its name and colour."""

    key: str
    name: LangText
    colour: str


@dataclass(frozen=True)
class TimelineMark:
    """One mark: `begin` to `end` (ISO days), the statements that stand on it, what to write beside it."""

    lane: str
    begin: str
    end: str
    name: LangText
    claims: tuple[str, ...]


def timeline_page(
    head: Head,
    facts: tuple[StatementView, ...],
    things: Sequence[EntityView],
    lanes: Sequence[Lane],
    marks: Sequence[TimelineMark],
) -> str:
    """The page as HTML text."""
    data = {"lanes": [asdict(lane) for lane in lanes], "marks": [asdict(mark) for mark in marks]}
    return render_view(ViewPage("timeline", head, facts, tuple(things), data))
