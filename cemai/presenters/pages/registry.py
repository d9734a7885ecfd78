"""What a view is: a function that makes a page for a presenter, with its name, help, examples and places in a site.

A presenter module marks its function with `@view(…)` and is named in `views.py`, one line. Command line, site and the
tests of pages read `VIEWS`: the parameters that are marked `ViewArgument` become arguments and options of the command.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cemai.ontology.text import LangText


@dataclass(frozen=True)
class Page:
    """A page as HTML text, how many of what it holds (``{"points 点": 44}``), and what is to be said of it."""

    html: str
    counts: Mapping[str, int]
    notes: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """``105 nodes 节点, 141 edges 边``."""
        return ", ".join(f"{count} {name}" for name, count in self.counts.items())


@dataclass(frozen=True)
class ViewArgument:
    """What the command asks of a parameter: help, for an option its name, for a number its bounds."""

    help: str
    option: str = ""
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class ViewCommand:
    """`make(presenter, …, unverified=…)` gives the page; `examples` are words of the command that tests open.

    In a site `whole` is its title where it draws all there is, `each` where it is drawn for each innovation (of which
    at least `places` places are known).
    """

    name: str
    help: str
    make: Callable[..., Page]
    examples: tuple[tuple[str, ...], ...]
    whole: LangText | None = None
    each: LangText | None = None
    places: int = 0


VIEWS: dict[str, ViewCommand] = {}


def view(
    name: str, help: str, *examples: tuple[str, ...], whole: LangText | None = None, each: LangText | None = None,
    places: int = 0,
) -> Callable[[Callable[..., Page]], Callable[..., Page]]:  # fmt: skip
    """Register the function below as the view of that name."""

    def register(make: Callable[..., Page]) -> Callable[..., Page]:
        VIEWS[name] = ViewCommand(name, help, make, examples, whole, each, places)
        return make

    return register
