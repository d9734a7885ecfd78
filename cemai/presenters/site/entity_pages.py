"""Pages of things: a thing's own properties, its statements in sections, pictures, disagreements, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from cemai.graph.rdf.writer import node
from cemai.ontology.namespaces import CM, GRAPH, identifier, local
from cemai.ontology.text import LangText
from cemai.presenters.pages.statements import Statements
from cemai.viz.facts import Fact
from cemai.viz.site.drawing import curve, strip
from cemai.viz.site.model import Figure, Link, Section, ThingPage
from cemai.viz.words import KINDS

SECTIONS = {
    "Designation": LangText("认定与设区", "Designations"),
    "Adoption": LangText("创新：首创、试点、采用", "Innovations"),
    "Evaluation": LangText("评估", "Evaluations"),
    "Observation": LangText("数值", "Figures"),
    "Provision": LangText(
        "支持标准（按公布内容，现行是否有效未知）", "Provisions, as published; whether in force today is not known"
    ),
    "Relation": LangText("联系与活动", "Relations"),
    "Report": LangText("问题与建议", "Challenges and recommendations"),
}
INVERSE = {
    "Designation": LangText("获认定的地方", "Designated places"),
    "Adoption": LangText("谁采用、试点、获准", "Who took it up"),
    "Evaluation": LangText("评估结果", "Results"),
    "Observation": LangText("各地数值", "Figures by place"),
    "Report": LangText("由谁反映或提出", "Reported by"),
    "Relation": LangText("与之相连的", "Tied to it"),
    "act": LangText("以此为依据的陈述", "Statements that rest on this act"),
    "source": LangText("出自此资料的陈述", "Statements from this source"),
}
# Properties that are no news on a page: names, keys, and links that the sections show.
_SKIPPED = {"nameKey", "prefLabel", "altLabel", "within", "hasPart", "partOf", "nameEnBasis", "codeVersion"}


class Things:
    """Every thing that statements are about, with its page."""

    def __init__(self, statements: Statements, *, unverified: bool) -> None:
        self.statements = statements
        claims = statements.claims.values()
        self.hidden = 0 if unverified else sum(c.evidence_tier == "unverified" for c in claims)
        self.facts = {c.id: statements.fact(c) for c in claims if unverified or c.evidence_tier != "unverified"}
        self.kinds = {c.id: c.kind for c in claims}
        self._sections: dict[str, dict[tuple[bool, str], list[Fact]]] = defaultdict(lambda: defaultdict(list))
        for claim, fact in self.facts.items():
            kind = self.kinds[claim]
            self._sections[fact.subject][(False, kind)].append(fact)
            for thing, inverse in ((fact.object, kind), (fact.act, "act")):
                if thing and thing != fact.subject:
                    self._sections[thing][(True, inverse)].append(fact)
        for source, used in self._by_source().items():
            self._sections[source][(True, "source")] = used

    @cached_property
    def paths(self) -> dict[str, str]:
        """The page of each thing."""
        return {thing: f"{thing}.html" for thing in sorted(self._sections)}

    def count(self, thing: str) -> int:
        """How many statements a thing's page shows."""
        return sum(len(facts) for facts in self._sections[thing].values())

    def of(self, prefix: str) -> list[str]:
        """The things whose identifier begins so."""
        return [thing for thing in self.paths if thing.startswith(prefix)]

    def page(
        self, thing: str, findings: Mapping[bool, Mapping[str, list[Link]]], views: tuple[Link, ...] = ()
    ) -> ThingPage:
        """The page of one thing. `findings`: disagreements (True) and explained differences (False) by thing."""
        s, name = self.statements, self.statements.name(thing)
        sections = tuple(self._in_order(thing))
        shown = [f for section in sections for f in section.facts]
        others = dict.fromkeys((*s.kg.names(thing, "zh"), *s.kg.names(thing, "en")))
        return ThingPage(
            self.paths[thing], name, self._kind(thing), thing,
            tuple(o for o in others if o not in (name.zh, name.en)), tuple(self._lines(thing)),
            tuple(self._figures(thing, name, shown)), sections, tuple(findings[True].get(thing, ())),
            s.notes(shown) if thing.partition("/")[0] != "source" else s.notes(()), views,
            tuple(findings[False].get(thing, ())),
        )  # fmt: skip

    def _kind(self, thing: str) -> LangText:
        """The kind that pictures draw it as, or its own class where they have no kind for it."""
        kind, classes = self.statements.kind(thing), self.statements.kg.kinds(thing)
        return self.statements.role(classes[0]) if kind == "other" and classes else KINDS[kind].name

    def figures(self, thing: str) -> list[Figure]:
        """The pictures of a thing's page."""
        shown = [f for section in self._in_order(thing) for f in section.facts]
        return list(self._figures(thing, self.statements.name(thing), shown))

    def _in_order(self, thing: str) -> Iterator[Section]:
        """The sections in their order; a kind of claim that has none of its own stands under its label."""
        found = self._sections[thing]
        for inverse, names in ((False, SECTIONS), (True, INVERSE)):
            others = {kind: self.statements.role(kind) for at, kind in found if at == inverse and kind not in names}
            for kind, name in (names | others).items():
                if facts := found.get((inverse, kind)):
                    yield Section(name, tuple(sorted(facts, key=_order)), inverse)

    def _figures(self, thing: str, name: LangText, shown: Iterable[Fact]) -> Iterator[Figure]:
        events = [f for f in shown if self.kinds[f.claim] in ("Designation", "Adoption", "Evaluation")
                  or (self.kinds[f.claim] == "Relation" and f.begin)]  # fmt: skip
        if thing.startswith("innovation/"):
            adopted = [f for f in events if self.kinds[f.claim] == "Adoption"
                       and self.statements.kind(f.subject) != "group"]  # fmt: skip
            title = LangText(
                f"{name.zh}：累计主体数（任一角色）", f"{name.en or name.zh}: subjects over time, in any role"
            )
            if drawn := curve(title, adopted):
                yield drawn
        if not thing.startswith("source/"):
            title = LangText(f"{name.zh}：有日期的陈述", f"{name.en or name.zh}: dated statements")
            if drawn := strip(title, events):
                yield drawn

    def _lines(self, thing: str) -> Iterator[tuple[LangText, LangText]]:
        """The thing's own properties as the datasets state them, nothing inferred."""
        inferred = NamedNode(GRAPH + "inferred")
        for quad in self.statements.kg.store.quads_for_pattern(node(thing), None, None, None):
            key = local(quad.predicate.value)
            if quad.graph_name == inferred or not quad.predicate.value.startswith(CM) or key in _SKIPPED:
                continue
            value = quad.object
            shown = (
                LangText(value.value) if isinstance(value, Literal) else self.statements.name(identifier(value.value))
            )  # type: ignore[union-attr]
            yield self.statements.role(key), shown

    def _by_source(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for claim, fact in self.facts.items():
            for source in {e.source for e in self.statements.claims[claim].evidence}:
                if source.startswith("source/"):
                    found[source].append(fact)
        return found


def _order(fact: Fact) -> tuple[str, str, str]:
    return fact.role, fact.begin or "9999", fact.claim
