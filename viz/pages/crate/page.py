"""The preview of a crate as one offline page without any script: what is in it, from which sources, what is not known.

Names and values are data, never markup: the template escapes everything.
"""

from __future__ import annotations

from dataclasses import dataclass

from cemai.viz.page import environment, styled


@dataclass(frozen=True)
class File:
    """One file: its path in the crate, names in both languages, media type and size in bytes."""

    path: str
    zh: str
    en: str
    media: str
    size: int


@dataclass(frozen=True)
class CratePage:
    """Everything that the page shows. `notes` say what was left out; `unknown` are (zh, en); `datasets` and `sources`
    are lines of text."""

    zh: str
    en: str
    day: str
    version: str
    author: str
    licence: str
    notes: tuple[str, ...]
    files: tuple[File, ...]
    datasets: tuple[str, ...]
    sources: tuple[str, ...]
    acts: int
    unknown: tuple[tuple[str, str], ...]


def render(page: CratePage) -> str:
    """The page as HTML text."""
    style, policy = styled("shared/report.css")
    return environment().get_template("pages/crate/page.html").render(page=page, style=style, policy=policy)
