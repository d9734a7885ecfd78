"""Pages of things: a thing's own properties, its statements in sections, pictures, disagreements, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from cemai.graph.model.statement import UNVERIFIED
from cemai.graph.rdf.writer import node
from cemai.ontology.namespaces import CM, GRAPH, identifier, local
from cemai.ontology.text import LangText
from cemai.presenters.pages.notes import page_notes, picture_sources
from cemai.presenters.pages.presenter import StatementPresenter
from cemai.presenters.plots.curve import curve_of
from cemai.queries.answers.diffusion_data import DiffusionData, read_diffusion_data
from cemai.viz.content import StatementView
from cemai.viz.entity_kinds import KINDS
from cemai.viz.site.adoption_curve import curve_figure
from cemai.viz.site.drawing import strip
from cemai.viz.site.model import EntityPage, PageFigure, PageLink, Section

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


class EntityPages:
    """Every entity that statements are about, with its page."""

    def __init__(self, presenter: StatementPresenter, *, unverified: bool) -> None:
        self.presenter, self.unverified = presenter, unverified
        claims = presenter.claims.values()
        self.hidden = 0 if unverified else sum(c.evidence_tier == UNVERIFIED for c in claims)
        shown = [c for c in claims if unverified or c.evidence_tier != UNVERIFIED]
        self.facts = {fact.claim: fact for fact in presenter.statements(shown)}
        self.kinds = {c.id: c.kind for c in claims}
        self._sections: dict[str, dict[tuple[bool, str], list[StatementView]]] = defaultdict(lambda: defaultdict(list))
        for claim, fact in self.facts.items():
            kind = self.kinds[claim]
            self._sections[fact.subject][(False, kind)].append(fact)
            for entity, inverse in ((fact.object, kind), (fact.act, "act")):
                if entity and entity != fact.subject:
                    self._sections[entity][(True, inverse)].append(fact)
        for source, used in self._by_source().items():
            self._sections[source][(True, "source")] = used

    @cached_property
    def paths(self) -> dict[str, str]:
        """The page of each thing."""
        return {entity: f"{entity}.html" for entity in sorted(self._sections)}

    def count(self, entity: str) -> int:
        """How many statements a thing's page shows."""
        return sum(len(facts) for facts in self._sections[entity].values())

    def of(self, prefix: str) -> list[str]:
        """The things whose identifier begins so."""
        return [entity for entity in self.paths if entity.startswith(prefix)]

    def page(
        self, entity: str, findings: Mapping[bool, Mapping[str, list[PageLink]]], views: tuple[PageLink, ...] = ()
    ) -> EntityPage:
        """The page of one thing. `findings`: disagreements (True) and explained differences (False) by thing."""
        s, name = self.presenter, self.presenter.name(entity)
        sections = tuple(self._in_order(entity))
        shown = [f for section in sections for f in section.facts]
        others = dict.fromkeys((*s.kg.names(entity, "zh"), *s.kg.names(entity, "en")))
        return EntityPage(
            self.paths[entity], name, self._kind(entity), entity,
            tuple(o for o in others if o not in (name.zh, name.en)), tuple(self._lines(entity)),
            tuple(self._figures(entity, name, shown)), sections, tuple(findings[True].get(entity, ())),
            page_notes(s, shown) if entity.partition("/")[0] != "source" else page_notes(s, ()), views,
            tuple(findings[False].get(entity, ())),
        )  # fmt: skip

    def _kind(self, entity: str) -> LangText:
        """The kind that pictures draw it as, or its own class where they have no kind for it."""
        kind, classes = self.presenter.kind(entity), self.presenter.kg.kinds(entity)
        return self.presenter.role(classes[0]) if kind == "other" and classes else KINDS[kind].name

    def figures(self, entity: str) -> list[PageFigure]:
        """The pictures of a thing's page."""
        shown = [f for section in self._in_order(entity) for f in section.facts]
        return list(self._figures(entity, self.presenter.name(entity), shown))

    def _in_order(self, entity: str) -> Iterator[Section]:
        """The sections in their order; a kind of claim that has none of its own stands under its label."""
        found = self._sections[entity]
        for inverse, names in ((False, SECTIONS), (True, INVERSE)):
            others = {kind: self.presenter.role(kind) for at, kind in found if at == inverse and kind not in names}
            for kind, name in (names | others).items():
                if facts := found.get((inverse, kind)):
                    yield Section(name, tuple(sorted(facts, key=_order)), inverse)

    def _figures(self, entity: str, name: LangText, shown: Iterable[StatementView]) -> Iterator[PageFigure]:
        events = [f for f in shown if self.kinds[f.claim] in ("Designation", "Adoption", "Evaluation")
                  or (self.kinds[f.claim] == "Relation" and f.begin)]  # fmt: skip
        if (drawn := self._curve(entity)) is not None:
            yield drawn
        if not entity.startswith("source/"):
            title = LangText(f"{name.zh}：有日期的陈述", f"{name.en or name.zh}: dated statements")
            if drawn := strip(title, events, picture_sources(self.presenter, events)):
                yield drawn

    def _curve(self, entity: str) -> PageFigure | None:
        """The adoption curve of an innovation, as `cemai diffusion` counts it."""
        known, data = self._spread
        if entity not in data.policies:
            return None
        return curve_figure(*curve_of(self.presenter.kg, entity, known, data))

    @cached_property
    def _spread(self) -> tuple[DiffusionData, DiffusionData]:
        """What the curves count: by verified and act-cited statements, and with those that the site shows."""
        known = read_diffusion_data(self.presenter.kg)
        return known, read_diffusion_data(self.presenter.kg, unverified=True) if self.unverified else known

    def _lines(self, entity: str) -> Iterator[tuple[LangText, LangText]]:
        """The thing's own properties as the datasets state them, nothing inferred."""
        inferred = NamedNode(GRAPH + "inferred")
        for quad in self.presenter.kg.store.quads_for_pattern(node(entity), None, None, None):
            key = local(quad.predicate.value)
            if quad.graph_name == inferred or not quad.predicate.value.startswith(CM) or key in _SKIPPED:
                continue
            value = quad.object
            if isinstance(value, Literal):
                yield self.presenter.role(key), LangText(value.value)
            elif isinstance(value, NamedNode):
                yield self.presenter.role(key), self.presenter.name(identifier(value.value))

    def _by_source(self) -> dict[str, list[StatementView]]:
        found: dict[str, list[StatementView]] = defaultdict(list)
        for claim, fact in self.facts.items():
            for source in {e.source for e in self.presenter.claims[claim].evidence}:
                if source.startswith("source/"):
                    found[source].append(fact)
        return found


def _order(fact: StatementView) -> tuple[str, str, str]:
    return fact.role, fact.begin or "9999", fact.claim
