"""The interactive pictures of a site: each is a page of its own, linked from the things that it shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from cemai.viz.facts import Text
from cemai.viz.site.model import IndexPage, Link

from ..kg import KnowledgeGraph
from ..pages.matrix import matrix
from ..pages.timeline import timeline
from ..pages.trace import trace_page
from .things import Things

# An innovation gets a network of its own from so many statements on.
ENOUGH = 5


@dataclass(frozen=True)
class Picture:
    """A picture by its path, what it shows, and how it is made."""

    path: str
    name: Text
    things: tuple[str, ...]
    make: Callable[[KnowledgeGraph, bool, Path | None], str]


def planned(things: Things) -> list[Picture]:
    """The matrix, the timeline of all, and the network of each innovation with enough statements."""
    innovations = [t for t in things.of("innovation/") if things.count(t) >= ENOUGH]
    return [
        Picture("views/matrix.html", Text("城市与创新矩阵", "Cities by innovations"), (), _matrix),
        Picture("views/timeline.html", Text("大事记", "Timeline"), (), _timeline),
        *(_network(things, innovation) for innovation in innovations),
    ]


def of_things(pictures: Iterable[Picture]) -> dict[str, tuple[Link, ...]]:
    """The pictures that show a thing."""
    found: dict[str, list[Link]] = defaultdict(list)
    for picture in pictures:
        for thing in picture.things:
            found[thing].append(Link(picture.path, picture.name))
    return {thing: tuple(links) for thing, links in found.items()}


def index(pictures: Iterable[Picture]) -> IndexPage:
    """The page that lists the pictures."""
    links = tuple(Link(p.path, p.name) for p in pictures)
    return IndexPage(
        "views.html",
        Text("图", "Pictures"),
        ((Text(""), links),),
        Text("可查找、可按日期播放、可点开陈述的图页。", "Pages to search, to play by date, to open statements in."),
    )


def _matrix(kg: KnowledgeGraph, unverified: bool, corpus: Path | None) -> str:
    return matrix(kg, unverified=unverified, corpus=corpus)[0]


def _timeline(kg: KnowledgeGraph, unverified: bool, corpus: Path | None) -> str:
    return timeline(kg, unverified=unverified, corpus=corpus)[0]


def _network(things: Things, innovation: str) -> Picture:
    name = things.statements.name(innovation)

    def make(kg: KnowledgeGraph, unverified: bool, corpus: Path | None) -> str:
        return trace_page(kg, innovation, unverified=unverified, corpus=corpus)[0]

    title = Text(f"扩散网络：{name.zh}", f"Network: {name.en or name.zh}")
    return Picture(f"views/{innovation.replace('/', '-')}.html", title, (innovation,), make)
