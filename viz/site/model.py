"""What the pages of a site show, as plain values. Paths are relative to the site's root (``place/330100.html``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cemai.ontology.text import EMPTY, LangText
from cemai.viz.content import StatementView


@dataclass(frozen=True)
class PageLink:
    """A page by its path and name, with what stands beside it in a list."""

    path: str
    name: LangText
    beside: LangText = EMPTY


@dataclass(frozen=True)
class PageFigure:
    """A picture as SVG text made by us, with the rows behind it for a CSV; `source` goes with it when it is taken
    away."""

    name: LangText
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: LangText = EMPTY
    source: LangText = EMPTY


@dataclass(frozen=True)
class Section:
    """A heading and its statements; `inverse` where the page's thing is their object or act."""

    name: LangText
    facts: tuple[StatementView, ...]
    inverse: bool = False


@dataclass(frozen=True)
class EntityPage:
    """A page of one thing: `lines` are its own properties, `findings` the disagreements that touch it, `explained` the
    differences that have a reason."""

    path: str
    name: LangText
    kind: LangText
    id: str
    other_names: tuple[str, ...]
    lines: tuple[tuple[LangText, LangText], ...]
    figures: tuple[PageFigure, ...]
    sections: tuple[Section, ...]
    findings: tuple[PageLink, ...]
    notes: tuple[LangText, ...]
    views: tuple[PageLink, ...] = ()
    explained: tuple[PageLink, ...] = ()


@dataclass(frozen=True)
class FindingPage:
    """A page of one disagreement: the sentence, its class and gap, and the statements that disagree."""

    path: str
    name: LangText
    true: bool
    sentence: LangText
    gap: str
    facts: tuple[StatementView, ...]
    notes: tuple[LangText, ...]


@dataclass(frozen=True)
class IndexPage:
    """A list of pages in groups; `sentences` where the names are long and each takes lines of its own."""

    path: str
    name: LangText
    groups: tuple[tuple[LangText, tuple[PageLink, ...]], ...]
    intro: LangText = EMPTY
    figures: tuple[PageFigure, ...] = ()
    sentences: bool = False


@dataclass(frozen=True)
class EditorPage:
    """What an editor looks at: warnings in groups, and coverage lines."""

    path: str
    groups: tuple[tuple[LangText, LangText, tuple[str, ...]], ...]
    coverage: tuple[tuple[str, ...], ...]
    coverage_columns: tuple[LangText, ...]
    note: LangText


@dataclass(frozen=True)
class Site:
    """What every page knows: the menu, where things have a page, the foot."""

    menu: tuple[PageLink, ...]
    paths: Mapping[str, str]
    foot: tuple[LangText, ...]
    version: str
    numbers: Sequence[tuple[LangText, int]] = field(default=())
