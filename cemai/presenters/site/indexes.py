"""Index pages, and what the search looks through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cemai.ontology.text import LangText
from cemai.presenters.pages.notes import picture_sources
from cemai.presenters.pages.presenter import ENDED
from cemai.viz.content import StatementView, most_exact
from cemai.viz.search_index import search_text
from cemai.viz.site.drawing import bars
from cemai.viz.site.model import FindingPage, IndexPage, PageFigure, PageLink

from .entity_pages import EntityPages

MENU = (
    ("cities.html", "综试区城市", "Zone cities"), ("innovations.html", "创新", "Innovations"),
    ("policies.html", "文件", "Policies"), ("programmes.html", "项目与活动", "Programmes"),
    ("associations.html", "协会", "Associations"), ("others.html", "其他", "Others"),
    ("documents.html", "资料", "Documents"), ("disagreements.html", "分歧", "Disagreements"),
    ("views.html", "图", "Pictures"), ("search.html", "查找", "Search"), ("editor.html", "编辑页", "Editor"),
)  # fmt: skip


def menu() -> tuple[PageLink, ...]:
    """The menu of every page."""
    return tuple(PageLink(path, LangText(zh, en)) for path, zh, en in MENU)


def zone_cities(entities: EntityPages) -> dict[str, str]:
    """Places with a pilot zone that has not ended, with the most exact date of designation."""
    over = ended_zones(entities)
    return {place: day for place, day in _zones(entities, "designated").items() if place not in over}


def ended_zones(entities: EntityPages) -> dict[str, str]:
    """Places whose pilot zone ended, with the most exact date of its end."""
    return _zones(entities, f"designated{ENDED}")


def _zones(entities: EntityPages, role: str) -> dict[str, str]:
    found: dict[str, list[StatementView]] = defaultdict(list)
    for fact in entities.facts.values():
        if fact.role == role and fact.object.startswith("zone/"):
            found[fact.subject].append(fact)
    return {place: most_exact(facts) for place, facts in found.items()}


def batches(entities: EntityPages) -> PageFigure:
    """How many zones each batch names, with its most exact date."""
    zones: dict[int, set[str]] = defaultdict(set)
    facts: dict[int, list[StatementView]] = defaultdict(list)
    for fact in entities.facts.values():
        batch = entities.presenter.claims[fact.claim].batch
        if batch and fact.role == "designated" and fact.object.startswith("zone/"):
            zones[batch].add(fact.object)
            facts[batch].append(fact)
    counts = [(f"第{batch}批 batch {batch}  {most_exact(facts[batch])}", len(zones[batch])) for batch in sorted(zones)]
    source = picture_sources(entities.presenter, [f for group in facts.values() for f in group])
    return bars(LangText("各批综试区数", "Pilot zones by batch"), counts, ("batch", "zones"), source)


def index_pages(entities: EntityPages) -> list[IndexPage]:
    """One page a group of things."""
    cities, classes = zone_cities(entities), entities.presenter.kg.classes
    associations = [t for t in entities.of("org/") if "Association" in classes(t)]
    groups = {
        "innovations.html": entities.of("innovation/"), "policies.html": entities.of("policy/"),
        "programmes.html": entities.of("programme/"), "associations.html": associations,
        "documents.html": entities.of("source/"),
    }  # fmt: skip
    listed = {t for group in groups.values() for t in group} | set(cities) | set(ended_zones(entities))
    names = {path: LangText(zh, en) for path, zh, en in MENU}
    pages = [IndexPage(path, names[path], ((LangText(""), _links(entities, group)),)) for path, group in groups.items()]
    return [
        _cities_page(entities, cities, names["cities.html"]),
        *pages,
        _others(entities, listed, names["others.html"]),
    ]


def _links(entities: EntityPages, group: Iterable[str]) -> tuple[PageLink, ...]:
    ordered = sorted(group, key=lambda entity: -entities.count(entity))
    return tuple(PageLink(entities.paths[t], entities.presenter.name(t), _counted(entities.count(t))) for t in ordered)


def _counted(count: int) -> LangText:
    return LangText(f"{count} 条", f"{count} statements")


def _cities_page(entities: EntityPages, cities: dict[str, str], name: LangText) -> IndexPage:
    """Places with a zone by province, with the most exact date of designation."""
    by_province: dict[str, list[PageLink]] = defaultdict(list)
    for place, day in sorted(cities.items()):
        beside = LangText(
            f"{day or '日期未载'}，{entities.count(place)} 条",
            f"{day or 'no date'}, {entities.count(place)} statements",
        )
        by_province[entities.presenter.province(place) or ""].append(
            PageLink(entities.paths[place], entities.presenter.name(place), beside)
        )
    groups = tuple((entities.presenter.name(p) if p else LangText("其他", "Other"), tuple(links))
                   for p, links in sorted(by_province.items(), key=lambda item: (not item[0], item[0])))  # fmt: skip
    ended = tuple(PageLink(entities.paths[place], entities.presenter.name(place), LangText(day))
                  for place, day in sorted(ended_zones(entities).items()))  # fmt: skip
    groups += ((LangText("已终止", "Ended"), ended),) if ended else ()
    return IndexPage(
        "cities.html",
        name,
        groups,
        LangText(
            "按省排列；日期取最精确的认定日期。获批不等于采用。",
            "By province, with the most exact date of designation. Designation is not adoption.",
        ),
        (batches(entities),),
    )


def _others(entities: EntityPages, listed: set[str], name: LangText) -> IndexPage:
    groups: dict[str, list[str]] = defaultdict(list)
    for entity in entities.paths:
        if entity not in listed:
            groups[entity.partition("/")[0]].append(entity)
    words = {
        "place": LangText("其他地方", "Other places"),
        "zone": LangText("综试区", "Pilot zones"),
        "org": LangText("机构与企业", "Organisations"),
        "cluster": LangText("产业集群", "Clusters"),
        "indicator": LangText("指标", "Indicators"),
        "person": LangText("人物", "People"),
        "measure": LangText("措施", "Measures"),
        "challenge": LangText("问题", "Challenges"),
        "customs": LangText("关区", "Customs districts"),
        "recommendation": LangText("建议", "Recommendations"),
        "special-zone": LangText("特殊区域", "Special zones"),
        "round": LangText("评估轮次", "Evaluation rounds"),
    }
    return IndexPage("others.html", name, tuple(
        (words.get(kind, LangText(kind)), _links(entities, group)) for kind, group in sorted(groups.items())
    ))  # fmt: skip


def search_entries(entities: EntityPages, findings: Iterable[FindingPage]) -> list[list[str]]:
    """Path, Chinese, English and text of every page and every statement; of an entity also the forms of its names."""
    entries = []
    for entity, path in entities.paths.items():
        name = entities.presenter.name(entity)
        names = (*entities.presenter.kg.names(entity, "zh"), *entities.presenter.kg.names(entity, "en"))
        others = " · ".join(dict.fromkeys(n for n in names if n not in (name.zh, name.en)))
        entries.append([path, name.zh, name.en, others, search_text(names, entities.presenter.readings)])
    for fact in entities.facts.values():
        text = " ".join(filter(None, (fact.object_name.zh, fact.date, fact.act_name.zh, fact.locator)))
        title = f"{fact.subject_name.zh} {fact.role_name.zh}"
        entries.append([f"{entities.paths[fact.subject]}#{fact.claim}", title, fact.subject_name.en, text])
    entries += [[page.path, page.name.zh, page.name.en, page.sentence.zh] for page in findings]
    return entries
