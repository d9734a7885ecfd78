"""Index pages, and what the search looks through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cemai.ontology.text import LangText
from cemai.presenters.pages.statements import ENDED
from cemai.viz.facts import Fact, most_exact
from cemai.viz.pinyin import search_text
from cemai.viz.site.drawing import bars
from cemai.viz.site.model import Figure, FindingPage, IndexPage, Link

from .entity_pages import Things

MENU = (
    ("cities.html", "综试区城市", "Zone cities"), ("innovations.html", "创新", "Innovations"),
    ("policies.html", "文件", "Policies"), ("programmes.html", "项目与活动", "Programmes"),
    ("associations.html", "协会", "Associations"), ("others.html", "其他", "Others"),
    ("documents.html", "资料", "Documents"), ("disagreements.html", "分歧", "Disagreements"),
    ("views.html", "图", "Pictures"), ("search.html", "查找", "Search"), ("editor.html", "编辑页", "Editor"),
)  # fmt: skip


def menu() -> tuple[Link, ...]:
    """The menu of every page."""
    return tuple(Link(path, LangText(zh, en)) for path, zh, en in MENU)


def zone_cities(things: Things) -> dict[str, str]:
    """Places with a pilot zone that has not ended, with the most exact date of designation."""
    over = ended_zones(things)
    return {place: day for place, day in _zones(things, "designated").items() if place not in over}


def ended_zones(things: Things) -> dict[str, str]:
    """Places whose pilot zone ended, with the most exact date of its end."""
    return _zones(things, f"designated{ENDED}")


def _zones(things: Things, role: str) -> dict[str, str]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in things.facts.values():
        if fact.role == role and fact.object.startswith("zone/"):
            found[fact.subject].append(fact)
    return {place: most_exact(facts) for place, facts in found.items()}


def batches(things: Things) -> Figure:
    """How many zones each batch names, with its most exact date."""
    zones: dict[int, set[str]] = defaultdict(set)
    facts: dict[int, list[Fact]] = defaultdict(list)
    for fact in things.facts.values():
        batch = things.statements.claims[fact.claim].batch
        if batch and fact.role == "designated" and fact.object.startswith("zone/"):
            zones[batch].add(fact.object)
            facts[batch].append(fact)
    counts = [(f"第{batch}批 batch {batch}  {most_exact(facts[batch])}", len(zones[batch])) for batch in sorted(zones)]
    return bars(LangText("各批综试区数", "Pilot zones by batch"), counts, ("batch", "zones"))


def indexes(things: Things) -> list[IndexPage]:
    """One page a group of things."""
    cities, classes = zone_cities(things), things.statements.kg.classes
    associations = [t for t in things.of("org/") if "Association" in classes(t)]
    groups = {
        "innovations.html": things.of("innovation/"), "policies.html": things.of("policy/"),
        "programmes.html": things.of("programme/"), "associations.html": associations,
        "documents.html": things.of("source/"),
    }  # fmt: skip
    listed = {t for group in groups.values() for t in group} | set(cities) | set(ended_zones(things))
    names = {path: LangText(zh, en) for path, zh, en in MENU}
    pages = [IndexPage(path, names[path], ((LangText(""), _links(things, group)),)) for path, group in groups.items()]
    return [_cities_page(things, cities, names["cities.html"]), *pages, _others(things, listed, names["others.html"])]


def _links(things: Things, group: Iterable[str]) -> tuple[Link, ...]:
    ordered = sorted(group, key=lambda thing: -things.count(thing))
    return tuple(Link(things.paths[t], things.statements.name(t), _counted(things.count(t))) for t in ordered)


def _counted(count: int) -> LangText:
    return LangText(f"{count} 条", f"{count} statements")


def _cities_page(things: Things, cities: dict[str, str], name: LangText) -> IndexPage:
    """Places with a zone by province, with the most exact date of designation."""
    by_province: dict[str, list[Link]] = defaultdict(list)
    for place, day in sorted(cities.items()):
        beside = LangText(
            f"{day or '日期未载'}，{things.count(place)} 条", f"{day or 'no date'}, {things.count(place)} statements"
        )
        by_province[things.statements.province(place) or ""].append(
            Link(things.paths[place], things.statements.name(place), beside)
        )
    groups = tuple((things.statements.name(p) if p else LangText("其他", "Other"), tuple(links))
                   for p, links in sorted(by_province.items(), key=lambda item: (not item[0], item[0])))  # fmt: skip
    ended = tuple(Link(things.paths[place], things.statements.name(place), LangText(day))
                  for place, day in sorted(ended_zones(things).items()))  # fmt: skip
    groups += ((LangText("已终止", "Ended"), ended),) if ended else ()
    return IndexPage(
        "cities.html",
        name,
        groups,
        LangText(
            "按省排列；日期取最精确的认定日期。获批不等于采用。",
            "By province, with the most exact date of designation. Designation is not adoption.",
        ),
        (batches(things),),
    )


def _others(things: Things, listed: set[str], name: LangText) -> IndexPage:
    groups: dict[str, list[str]] = defaultdict(list)
    for thing in things.paths:
        if thing not in listed:
            groups[thing.partition("/")[0]].append(thing)
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
        (words.get(kind, LangText(kind)), _links(things, group)) for kind, group in sorted(groups.items())
    ))  # fmt: skip


def search_entries(things: Things, findings: Iterable[FindingPage]) -> list[list[str]]:
    """Path, Chinese, English and text of every page and every statement."""
    entries = []
    for thing, path in things.paths.items():
        name = things.statements.name(thing)
        names = (*things.statements.kg.names(thing, "zh"), *things.statements.kg.names(thing, "en"))
        entries.append([path, name.zh, name.en, search_text(names).replace("\n", " ")])
    for fact in things.facts.values():
        text = " ".join(filter(None, (fact.object_name.zh, fact.date, fact.act_name.zh, fact.locator)))
        title = f"{fact.subject_name.zh} {fact.role_name.zh}"
        entries.append([f"{things.paths[fact.subject]}#{fact.claim}", title, fact.subject_name.en, text])
    entries += [[page.path, page.name.zh, page.name.en, page.sentence.zh] for page in findings]
    return entries
