"""What the gate found as one offline page without any script: the editor's to-do list.

Names and values are data, never markup: the template escapes everything.
"""

from __future__ import annotations

from dataclasses import dataclass

from cemai.viz.page import environment, styled

SEVERITY = {"violation": "违例 violation", "warning": "提醒 warning"}


@dataclass(frozen=True)
class FindingLine:
    """One finding: the thing, the value at fault, SHACL's constraint, and where it stands (empty when not known)."""

    focus: str
    label: str
    value: str
    constraint: str
    file: str
    row: int | None


@dataclass(frozen=True)
class GroupView:
    """The findings of one shape or rule with one message."""

    severity: str
    shape: str
    path: str
    zh: str
    en: str
    lines: tuple[FindingLine, ...]


@dataclass(frozen=True)
class FindingsPage:
    """Everything that the page shows. `tallies` are (zh, en, count); `silent` are shapes that found nothing."""

    groups: tuple[GroupView, ...]
    tallies: tuple[tuple[str, str, int], ...]
    silent: tuple[str, ...]
    sources: tuple[str, ...]

    def count(self, severity: str) -> int:
        """How many findings are of a severity."""
        return sum(len(g.lines) for g in self.groups if g.severity == severity)


def render(page: FindingsPage) -> str:
    """The page as HTML text."""
    style, policy = styled("shared/report.css")
    return (
        environment()
        .get_template("pages/findings/page.html")
        .render(page=page, style=style, policy=policy, words=SEVERITY)
    )
