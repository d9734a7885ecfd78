"""The interactive pictures of a site: each is a page of its own, linked from the entities that it shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from cemai.ontology.text import LangText
from cemai.presenters.pages.registry import ViewCommand
from cemai.presenters.pages.views import VIEWS
from cemai.viz.shell import with_home
from cemai.viz.site.model import IndexPage, PageLink

from .entity_pages import EntityPages
from .indexes import zone_cities

# An innovation gets pictures of its own from so many statements on.
ENOUGH = 5
OVERALL = LangText("全部城市与创新", "All cities and innovations")
_HOME = LangText("← 策脉案例库", "← Cemai casebook")


@dataclass(frozen=True)
class Picture:
    """A picture by its path, what it shows, the group it is listed in, and the view that makes it of `about`."""

    path: str
    name: LangText
    view: ViewCommand
    about: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    group: LangText = OVERALL

    def page(self, pages: EntityPages) -> str:
        """The page, with the way back to the site."""
        made = self.view.make(pages.presenter, *self.about, unverified=pages.unverified)
        return with_home(made.html, "../index.html", _HOME)

    def link(self, entity: str) -> PageLink:
        """The link from an entity's page; where the picture shows many, to the entity in it."""
        return PageLink(self.path if self.about else f"{self.path}#id={quote(entity, safe='')}", self.name)


def planned(pages: EntityPages) -> list[Picture]:
    """The views of all there is, and those of each innovation with enough statements."""
    shown = {"zones": tuple(sorted(zone_cities(pages))), "matrix": _adopters(pages)}
    overall = [
        Picture(f"views/{view.name}.html", view.whole, view, entities=shown.get(view.name, ()))
        for view in VIEWS.values() if view.whole
    ]  # fmt: skip
    innovations = [t for t in pages.of("innovation/") if pages.count(t) >= ENOUGH]
    return [*overall, *(picture for innovation in innovations for picture in _of_innovation(pages, innovation))]


def of_entities(pictures: Iterable[Picture]) -> dict[str, tuple[PageLink, ...]]:
    """The pictures that show an entity."""
    found: dict[str, list[PageLink]] = defaultdict(list)
    for picture in pictures:
        for entity in picture.entities:
            found[entity].append(picture.link(entity))
    return {entity: tuple(links) for entity, links in found.items()}


def index(pictures: Iterable[Picture]) -> IndexPage:
    """The page that lists the pictures, by what they show."""
    groups: dict[LangText, list[PageLink]] = defaultdict(list)
    for picture in pictures:
        groups[picture.group].append(PageLink(picture.path, picture.name))
    intro = LangText(
        "可查找、可按日期播放、可点开陈述的图页。", "Pages to search, to play by date, to open statements in."
    )
    return IndexPage(
        "views.html", LangText("图", "Pictures"), tuple((g, tuple(links)) for g, links in groups.items()), intro
    )


def _adopters(pages: EntityPages) -> tuple[str, ...]:
    """The rows and columns of the matrix."""
    adoptions = [f for f in pages.facts.values() if pages.kinds[f.claim] == "Adoption"]
    return tuple(sorted({entity for f in adoptions for entity in (f.subject, f.object) if entity}))


def _of_innovation(pages: EntityPages, innovation: str) -> Iterator[Picture]:
    """The views of an innovation, a map only where enough places are named; the first is its main page."""
    name, stem = pages.presenter.name(innovation), f"views/{innovation.replace('/', '-')}"
    places = {f.subject for f in pages.facts.values() if f.object == innovation and _is_on_map(f.subject)}
    views = [view for view in VIEWS.values() if view.each]
    for view in views:
        if view.each and len(places) >= view.places:
            path = f"{stem}.html" if view is views[0] else f"{stem}-{view.name}.html"
            yield Picture(path, view.each, view, (innovation,), (innovation,), name)


def _is_on_map(subject: str) -> bool:
    return subject.startswith(("place/", "customs/"))
