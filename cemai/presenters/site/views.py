"""The interactive pictures of a site: each is a page of its own, linked from the things that it shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.ontology.text import LangText
from cemai.presenters.pages.map import trace_map, zones_map
from cemai.presenters.pages.matrix import matrix
from cemai.presenters.pages.timeline import timeline
from cemai.presenters.pages.trace import trace_page
from cemai.viz.shell import with_home
from cemai.viz.site.model import IndexPage, Link

from .entity_pages import Things
from .indexes import zone_cities

# An innovation gets pictures of its own from so many statements (a map: places) on.
ENOUGH = 5
Maker = Callable[[KnowledgeGraph, bool, Path | None], str]
OVERALL = LangText("全部城市与创新", "All cities and innovations")


@dataclass(frozen=True)
class Picture:
    """A picture by its path, what it shows, the group it is listed in, and how it is made."""

    path: str
    name: LangText
    things: tuple[str, ...]
    make: Maker
    group: LangText = OVERALL
    deep: bool = False

    def page(self, kg: KnowledgeGraph, unverified: bool, corpus: Path | None) -> str:
        """The page, with the way back to the site."""
        return with_home(
            self.make(kg, unverified, corpus), "../index.html", LangText("← 策脉案例库", "← Cemai casebook")
        )

    def link(self, thing: str) -> Link:
        """The link from a thing's page; where the picture shows many, to the thing in it."""
        return Link(f"{self.path}#id={quote(thing, safe='')}" if self.deep else self.path, self.name)


def planned(things: Things) -> list[Picture]:
    """Map of the zones, matrix and timeline of all; network and map of each innovation with enough statements."""
    innovations = [t for t in things.of("innovation/") if things.count(t) >= ENOUGH]
    cities = tuple(sorted(zone_cities(things)))
    return [
        Picture("views/zones.html", LangText("综试区地图", "Map of the zones"), cities, _zones, deep=True),
        Picture(
            "views/matrix.html",
            LangText("城市与创新矩阵", "Cities by innovations"),
            _adopters(things),
            _matrix,
            deep=True,
        ),
        Picture("views/timeline.html", LangText("大事记", "Timeline"), (), _timeline),
        *(picture for innovation in innovations for picture in _of_innovation(things, innovation)),
    ]


def of_things(pictures: Iterable[Picture]) -> dict[str, tuple[Link, ...]]:
    """The pictures that show a thing."""
    found: dict[str, list[Link]] = defaultdict(list)
    for picture in pictures:
        for thing in picture.things:
            found[thing].append(picture.link(thing))
    return {thing: tuple(links) for thing, links in found.items()}


def index(pictures: Iterable[Picture]) -> IndexPage:
    """The page that lists the pictures, by what they show."""
    groups: dict[LangText, list[Link]] = defaultdict(list)
    for picture in pictures:
        groups[picture.group].append(Link(picture.path, picture.name))
    intro = LangText(
        "可查找、可按日期播放、可点开陈述的图页。", "Pages to search, to play by date, to open statements in."
    )
    return IndexPage(
        "views.html", LangText("图", "Pictures"), tuple((g, tuple(links)) for g, links in groups.items()), intro
    )


def _adopters(things: Things) -> tuple[str, ...]:
    """The rows and columns of the matrix."""
    adoptions = [f for f in things.facts.values() if things.kinds[f.claim] == "Adoption"]
    return tuple(sorted({thing for f in adoptions for thing in (f.subject, f.object) if thing}))


def _zones(kg: KnowledgeGraph, unverified: bool, corpus: Path | None) -> str:
    return zones_map(kg, unverified=unverified, corpus=corpus)[0]


def _matrix(kg: KnowledgeGraph, unverified: bool, corpus: Path | None) -> str:
    return matrix(kg, unverified=unverified, corpus=corpus)[0]


def _timeline(kg: KnowledgeGraph, unverified: bool, corpus: Path | None) -> str:
    return timeline(kg, unverified=unverified, corpus=corpus)[0]


def _of_innovation(things: Things, innovation: str) -> list[Picture]:
    """The network of an innovation, and its map where enough places are named."""
    name, stem = things.statements.name(innovation), f"views/{innovation.replace('/', '-')}"

    def network(kg: KnowledgeGraph, unverified: bool, corpus: Path | None) -> str:
        return trace_page(kg, innovation, unverified=unverified, corpus=corpus)[0]

    def spread(kg: KnowledgeGraph, unverified: bool, corpus: Path | None) -> str:
        return trace_map(kg, innovation, unverified=unverified, corpus=corpus)[0]

    found = [Picture(f"{stem}.html", LangText("扩散网络", "Network"), (innovation,), network, name)]
    places = {f.subject for f in things.facts.values() if f.object == innovation and _can_be_drawn(f.subject)}
    if len(places) >= ENOUGH:
        found.append(Picture(f"{stem}-map.html", LangText("扩散地图", "Map"), (innovation,), spread, name))
    return found


def _can_be_drawn(subject: str) -> bool:
    return subject.startswith(("place/", "customs/"))
