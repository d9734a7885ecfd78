"""The site, written whole: pages of things, indexes, disagreements, search, the editor's page, interactive pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cemai import __version__
from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.graph.errors import QueryError
from cemai.graph.export.files import whole_folder
from cemai.graph.export.suffixes import check_folder
from cemai.ontology.text import LangText
from cemai.presenters.pages.notes import page_notes
from cemai.presenters.pages.presenter import StatementPresenter
from cemai.viz.site.model import IndexPage, PageLink, Site
from cemai.viz.site.render import Renderer

from . import views
from .entity_pages import EntityPages
from .findings import editor_page, finding_pages, findings_index, findings_of_entities
from .indexes import batches, index_pages, menu, search_entries, zone_cities

INTRO = LangText(
    "哪些城市有综试区，哪些做法传到了哪里、自何时起、依据什么文件，数字怎么说。每条陈述都标明出处；说法不一之处并列。",
    "Which cities hold a pilot zone, which innovations spread where, since when and by whose act, and what the figures "
    "say. Every statement names its passage; disagreements stand side by side.",
)


@dataclass(frozen=True)
class Built:
    """How many files were written, and how large they are together."""

    pages: int
    megabytes: float


def build_site(
    root: Path | str, out: Path, *, corpus: Path | None = None, unverified: bool = False, force: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> Built:  # fmt: skip
    """Write the site of the graph at `root` to the folder `out`. Raises OutputError, StoreError."""
    check_folder(out)
    with whole_folder(out, force=force) as folder:
        count = 0
        for path, page in _pages(root, corpus, unverified, progress):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page, encoding="utf-8")
            count += 1
        size = sum(p.stat().st_size for p in folder.rglob("*.html")) / 1e6
    return Built(count, size)


def _pages(
    root: Path | str, corpus: Path | None, unverified: bool, progress: Callable[[str], None]
) -> Iterator[tuple[str, str]]:
    progress("读取陈述 reading statements")
    presenter = StatementPresenter(KnowledgeGraph.open(root), corpus)
    entities = EntityPages(presenter, unverified=unverified)
    findings = finding_pages(presenter)
    pictures = views.planned(entities)
    render = Renderer(_site(entities, len(findings)))
    touching, drawn = findings_of_entities(findings), views.of_entities(pictures)
    progress(f"写入 {len(entities.paths)} 个事物页 writing pages of things")
    for entity, path in entities.paths.items():
        yield path, render.entity(entities.page(entity, touching, drawn.get(entity, ())))
    for finding in findings:
        yield finding.path, render.finding(finding)
    for index in (*index_pages(entities), findings_index(findings), views.index(pictures), _home(entities, pictures)):
        yield index.path, render.index(index)
    yield "search.html", render.search("search.html", search_entries(entities, findings))
    progress("校验与覆盖 warnings and coverage")
    yield "editor.html", render.editor(editor_page(root, corpus))
    progress(f"写入 {len(pictures)} 幅交互图 writing interactive pictures")
    for picture in pictures:
        try:
            yield picture.path, picture.page(entities)
        except QueryError as error:
            progress(f"{picture.path}: {error}")


def _site(entities: EntityPages, findings: int) -> Site:
    numbers = _numbers(entities, findings)
    notes = page_notes(entities.presenter, entities.facts.values(), entities.hidden)
    return Site(menu(), entities.paths, notes, __version__, numbers)


def _numbers(entities: EntityPages, findings: int) -> list[tuple[LangText, int]]:
    return [
        (LangText("条陈述", "statements"), len(entities.facts)),
        (LangText("个事物", "things"), len(entities.paths)),
        (LangText("个综试区城市与地区", "places with a zone"), len(zone_cities(entities))),
        (LangText("项创新", "innovations"), len(entities.of("innovation/"))),
        (LangText("份文件", "policies"), len(entities.of("policy/"))),
        (LangText("处分歧与差异", "findings of the audit"), findings),
    ]


def _home(entities: EntityPages, pictures: list[views.Picture]) -> IndexPage:
    top = sorted(entities.of("innovation/"), key=lambda t: -entities.count(t))[:12]
    cities = sorted(zone_cities(entities), key=lambda t: -entities.count(t))[:24]

    def links(group: list[str]) -> tuple[PageLink, ...]:
        return tuple(PageLink(entities.paths[t], entities.presenter.name(t)) for t in group)

    name = LangText("中国跨境电商政策案例库", "A casebook of China's cross-border e-commerce policy")
    groups = (
        (LangText("图", "Pictures"), tuple(PageLink(p.path, p.name) for p in pictures if p.group == views.OVERALL)),
        (LangText("陈述最多的城市", "Cities with most statements"), links(cities)),
        (LangText("陈述最多的创新", "Innovations with most statements"), links(top)),
    )
    figures = [batches(entities), *(figure for t in top[:1] for figure in entities.figures(t)[:1])]
    return IndexPage("index.html", name, groups, INTRO, tuple(figures))
