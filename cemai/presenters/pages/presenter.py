"""Claims and things as pages show them: names in both languages, dates, tiers, locators, and words where held."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.graph.model.passages import Passage
from cemai.graph.model.readings import Readings
from cemai.graph.model.statement import Claim
from cemai.graph.rdf.reader import read_claims
from cemai.graph.repository import UNVERIFIED
from cemai.loaders.evidence.documents import Corpus
from cemai.ontology.labels import TERMS
from cemai.ontology.text import EMPTY, LangText
from cemai.queries.answers.provisions import ProvisionTerms
from cemai.queries.answers.sources import source_line
from cemai.viz.content import EntityView, StatementView

from .statement_text import day, figure_words, span

# Follows the role of a statement that something ended.
ENDED = "-ended"
_KINDS = {
    "CustomsDistrict": "customs", "PlaceGroup": "group", "Country": "group", "PilotZone": "zone", "Province": "city",
    "City": "city", "County": "city", "Town": "city", "FunctionalArea": "city", "UnnamedPlace": "city",
    "Place": "city", "Agency": "organisation", "Enterprise": "organisation", "Association": "organisation",
    "Institution": "organisation", "Organisation": "organisation", "PilotProgramme": "other", "Programme": "programme",
    "Measure": "measure", "Policy": "act", "Innovation": "innovation",
}  # fmt: skip


class StatementPresenter:
    """What a page needs of an open graph. `corpus` is a folder of source texts, if the words are to be shown."""

    def __init__(self, kg: KnowledgeGraph, corpus: Path | None = None) -> None:
        self.kg, self.texts = kg, Corpus.of_graph(corpus, kg) if corpus else None
        self._names: dict[str, LangText] = {}
        self._claims: dict[str, Claim] = {}
        self._statements: dict[str, StatementView] = {}
        self._source_lines: dict[str, str] = {}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Every claim by its id; read once, for pages that need most of them."""
        self._claims = {claim.id: claim for claim in read_claims(self.kg.store)}
        return self._claims

    def claim(self, claim: str) -> Claim:
        """One claim by its id, read once."""
        if claim not in self._claims:
            self._claims[claim] = self.kg.claim(claim)
        return self._claims[claim]

    def of_kind(self, *kinds: str, unverified: bool = False) -> tuple[list[Claim], int]:
        """Claims of those kinds in the order of their ids, and how many unverified ones were left out."""
        found = self.kg.claims_of(*kinds)
        shown = [c for c in found if unverified or c.evidence_tier != UNVERIFIED]
        return shown, len(found) - len(shown)

    def name(self, entity: str | None) -> LangText:
        """Names of an entity or concept in both languages."""
        if not entity:
            return EMPTY
        if entity not in self._names:
            self._names[entity] = self.kg.text(entity)
        return self._names[entity]

    def concept(self, scheme: str, key: str | None) -> LangText:
        """The label of a concept in both languages, of nothing for none."""
        if not key:
            return EMPTY
        name = f"{scheme}/{key}"
        if name not in self._names:
            self._names[name] = self.kg.concept(scheme, key)
        return self._names[name]

    def short_name(self, entity: str) -> str:
        """The shortest Chinese name of a place (杭州 for 杭州市); the label of anything else."""
        label = self.name(entity).zh
        if not entity.startswith("place/"):
            return label
        return min((n for n in self.kg.names(entity, "zh") if len(n) > 1), key=len, default=label)

    def kind(self, entity: str) -> str:
        """The kind that picks colour and shape (`cemai.viz.entity_kinds.KINDS`)."""
        classes = self.kg.classes(entity)
        return next((kind for name, kind in _KINDS.items() if name in classes), "other")

    def province(self, place: str) -> str | None:
        """The province of a place, itself for a municipality; None where there is none."""
        found = self.kg.entities.get(place)
        return found.first("inProvince") or (place if "Province" in found.classes else None)

    def entity(self, entity: str, claims: Iterable[str]) -> EntityView:
        """An entity with the ids of its statements."""
        others = (*self.kg.names(entity, "zh"), *self.kg.names(entity, "en"))
        return EntityView(entity, self.name(entity), self.kind(entity), tuple(claims), others, self.readings)

    @cached_property
    def readings(self) -> Readings:
        """How names are read here: the places of the graph as their English names spell them."""
        return Readings(self.kg.names_of("Place"))

    def statements(self, claims: Iterable[str | Claim], *others: str | None) -> tuple[StatementView, ...]:
        """Claims as a page shows them, read with all that they name, and with other entities, at once."""
        given = list(claims)
        read = {c.id: c for c in self.kg.claims(c for c in given if isinstance(c, str))}
        found = [read[c] if isinstance(c, str) else c for c in given]
        self.kg.entities.load((*(entity for c in found for entity in (c.subject, c.object, c.act)), *others))
        return tuple(map(self.statement, found))

    def statement(self, claim: str | Claim) -> StatementView:
        """One claim as a page shows it."""
        c = self.claim(claim) if isinstance(claim, str) else claim
        if c.id not in self._statements:
            self._claims[c.id], self._statements[c.id] = c, self._view(c)
        return self._statements[c.id]

    def _view(self, c: Claim) -> StatementView:
        role, role_name = c.predicate, self.role(c.predicate)
        if c.date_kind == "ended":  # what the statement says is that it is over
            role, role_name = f"{role}{ENDED}", LangText(f"{role_name.zh}（终止）", f"{role_name.en} (ended)")
        passage = self.passage(c)
        return StatementView(
            c.id, c.subject, self.name(c.subject), role, role_name, c.object or "", self.object_text(c),
            c.evidence_tier, self.concept("confidence", c.confidence), self.kg.locator(c),
            c.date or c.period_printed or c.period or str(c.year or ""), *span(c), day(c.valid_to),
            self.date_kind(c), c.act or "", self.name(c.act),
            c.claim_rank, passage.quoted, LangText(passage.zh, passage.en),
        )  # fmt: skip

    def passage(self, claim: Claim) -> Passage:
        """The words of a claim's main span, where the texts are at hand and its hash proves them."""
        span = claim.main_span
        return self.texts.passage(span) if self.texts and span else Passage()

    def role(self, predicate: str) -> LangText:
        """A predicate in both languages."""
        return self.concept(TERMS, predicate)

    def date_kind(self, claim: Claim) -> LangText:
        """The kind of a date, with a word where the kind was assigned by us."""
        kind = self.concept("date-kind", claim.date_kind)
        if not kind.zh or claim.date_kind_basis in (None, "stated"):
            return kind
        basis = self.concept("basis", claim.date_kind_basis)
        return LangText(f"{kind.in_('zh')}（{basis.in_('zh')}）", f"{kind.in_('en')} ({basis.in_('en')})")

    def object_text(self, claim: Claim) -> LangText:
        """What a claim says of its subject: the object's name, a figure with its caliber, terms, or a text."""
        if claim.kind == "Provision":
            return ProvisionTerms.of(claim).formula(self.kg)
        name = self.name(claim.object)
        if claim.kind == "Observation":
            return figure_words(claim, name, self.concept)
        if claim.tier:
            tier = self.concept("evaluation-tier", claim.tier)
            return LangText(f"{name.zh}：{tier.zh}", f"{name.en or name.zh}: {tier.en or tier.zh}")
        return LangText(" ".join(filter(None, (name.zh, claim.text))), name.en if name.en and not claim.text else "")

    def source_line(self, source: str) -> str:
        """A source in one line, read once."""
        if source not in self._source_lines:
            self._source_lines[source] = source_line(self.kg, source)
        return self._source_lines[source]
