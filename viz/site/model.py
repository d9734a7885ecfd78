"""What the pages of a site show, as plain values. Paths are relative to the site's root (``place/330100.html``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cemai.viz.facts import NOTHING, Fact, Text


@dataclass(frozen=True)
class Link:
    """A page by its path and name, with what stands beside it in a list."""

    path: str
    name: Text
    beside: Text = NOTHING


@dataclass(frozen=True)
class Figure:
    """A picture as SVG text made by us, with the rows behind it for a CSV."""

    name: Text
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: Text = NOTHING


@dataclass(frozen=True)
class Section:
    """A heading and its statements; `inverse` where the page's thing is their object or act."""

    name: Text
    facts: tuple[Fact, ...]
    inverse: bool = False


@dataclass(frozen=True)
class ThingPage:
    """A page of one thing: `lines` are its own properties, `findings` the disagreements that touch it, `explained` the
    differences that have a reason."""

    path: str
    name: Text
    kind: Text
    id: str
    other_names: tuple[str, ...]
    lines: tuple[tuple[Text, Text], ...]
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    findings: tuple[Link, ...]
    notes: tuple[Text, ...]
    views: tuple[Link, ...] = ()
    explained: tuple[Link, ...] = ()


@dataclass(frozen=True)
class FindingPage:
    """A page of one disagreement: the sentence, its class and gap, and the statements that disagree."""

    path: str
    name: Text
    true: bool
    sentence: Text
    gap: str
    facts: tuple[Fact, ...]
    notes: tuple[Text, ...]


@dataclass(frozen=True)
class IndexPage:
    """A list of pages in groups; `sentences` where the names are long and each takes lines of its own."""

    path: str
    name: Text
    groups: tuple[tuple[Text, tuple[Link, ...]], ...]
    intro: Text = NOTHING
    figures: tuple[Figure, ...] = ()
    sentences: bool = False


@dataclass(frozen=True)
class EditorPage:
    """What an editor looks at: warnings in groups, and coverage lines."""

    path: str
    groups: tuple[tuple[Text, Text, tuple[str, ...]], ...]
    coverage: tuple[tuple[str, ...], ...]
    coverage_columns: tuple[Text, ...]
    note: Text


@dataclass(frozen=True)
class Site:
    """What every page knows: the menu, where things have a page, the foot."""

    menu: tuple[Link, ...]
    paths: Mapping[str, str]
    foot: tuple[Text, ...]
    version: str
    numbers: Sequence[tuple[Text, int]] = field(default=())
