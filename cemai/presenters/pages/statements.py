"""Claims and things as pages show them: names in both languages, dates, tiers, locators, and words where held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.graph.model.statement import Claim
from cemai.graph.rdf.reader import read_claims
from cemai.graph.rdf.writer import node
from cemai.graph.repository import UNVERIFIED
from cemai.ontology.labels import TERMS
from cemai.ontology.namespaces import RDF, identifier, term
from cemai.ontology.text import EMPTY, LangText
from cemai.queries.answers.provisions import Terms
from cemai.queries.answers.sources import source_line
from cemai.viz.facts import Fact, Thing

from .passages import Passages
from .wording import day, figure_words, span, tiers_counted

UNKNOWN = LangText(
    "没有陈述的城市表示“未知”，不表示“没有”。", "A city without a statement is not known, which is not a no."
)
# Follows the role of a statement that something ended.
ENDED = "-ended"
_KINDS = {
    "CustomsDistrict": "customs", "PlaceGroup": "group", "Country": "group", "PilotZone": "zone", "Province": "city",
    "City": "city", "County": "city", "Town": "city", "FunctionalArea": "city", "UnnamedPlace": "city",
    "Place": "city", "Agency": "organisation", "Enterprise": "organisation", "Association": "organisation",
    "Institution": "organisation", "Organisation": "organisation", "PilotProgramme": "other", "Programme": "programme",
    "Measure": "measure", "Policy": "act", "Innovation": "innovation",
}  # fmt: skip


class Statements:
    """What a page needs of an open graph. `corpus` is a folder of source texts, if the words are to be shown."""

    def __init__(self, kg: KnowledgeGraph, corpus: Path | None = None) -> None:
        self.kg, self.passages = kg, Passages(corpus)
        self._names: dict[str, LangText] = {}
        self._source_lines: dict[str, str] = {}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Every claim by its id; read once, for pages that need most of them."""
        return {claim.id: claim for claim in read_claims(self.kg.store)}

    def of_kind(self, *kinds: str, unverified: bool = False) -> tuple[list[Claim], int]:
        """Claims of those kinds in the order of their ids, and how many unverified ones were left out."""
        found: list[Claim] = []
        for kind in kinds:
            typed = self.kg.store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(term(kind)), None)
            found += [self.kg.claim(identifier(q.subject.value)) for q in typed]  # type: ignore[union-attr]
        shown = [c for c in found if unverified or c.evidence_tier != UNVERIFIED]
        return sorted(shown, key=lambda c: c.id), len(found) - len(shown)

    def name(self, thing: str | None) -> LangText:
        """Names of a thing or concept in both languages."""
        if not thing:
            return EMPTY
        if thing not in self._names:
            self._names[thing] = self.kg.text(thing)
        return self._names[thing]

    def concept(self, scheme: str, key: str | None) -> LangText:
        """The label of a concept in both languages, of nothing for none."""
        if not key:
            return EMPTY
        name = f"{scheme}/{key}"
        if name not in self._names:
            self._names[name] = self.kg.concept(scheme, key)
        return self._names[name]

    def short_name(self, thing: str) -> str:
        """The shortest Chinese name of a place (杭州 for 杭州市); the label of anything else."""
        label = self.name(thing).zh
        if not thing.startswith("place/"):
            return label
        return min((n for n in self.kg.names(thing, "zh") if len(n) > 1), key=len, default=label)

    def kind(self, thing: str) -> str:
        """The kind that picks colour and shape (`cemai.viz.words.KINDS`)."""
        classes = self.kg.classes(thing)
        return next((kind for name, kind in _KINDS.items() if name in classes), "other")

    def province(self, place: str) -> str | None:
        """The province of a place, itself for a municipality; None where there is none."""
        quads = self.kg.store.quads_for_pattern(node(place), NamedNode(term("inProvince")), None, None)
        found = sorted({identifier(q.object.value) for q in quads})  # type: ignore[union-attr]
        return found[0] if found else place if "Province" in self.kg.classes(place) else None

    def thing(self, thing: str, claims: Iterable[str]) -> Thing:
        """A thing with the ids of its statements."""
        others = (*self.kg.names(thing, "zh"), *self.kg.names(thing, "en"))
        return Thing(thing, self.name(thing), self.kind(thing), tuple(claims), others)

    def fact(self, claim: str | Claim) -> Fact:
        """One claim as a page shows it."""
        c = self.kg.claim(claim) if isinstance(claim, str) else claim
        role, role_name = c.predicate, self.role(c.predicate)
        if c.date_kind == "ended":  # what the statement says is that it is over
            role, role_name = f"{role}{ENDED}", LangText(f"{role_name.zh}（终止）", f"{role_name.en} (ended)")
        return Fact(
            c.id, c.subject, self.name(c.subject), role, role_name, c.object or "", self.what(c),
            c.evidence_tier, self.concept("confidence", c.confidence), self.kg.locator(c),
            c.date or c.period_printed or c.period or str(c.year or ""), *span(c), day(c.valid_to),
            self.date_kind(c), c.act or "", self.name(c.act),
            c.claim_rank, self.passages.of(c),
        )  # fmt: skip

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

    def what(self, claim: Claim) -> LangText:
        """What a claim says of its subject: the object's name, a figure with its caliber, terms, or a text."""
        if claim.kind == "Provision":
            return Terms.of(claim).said(self.kg)
        name = self.name(claim.object)
        if claim.kind == "Observation":
            return figure_words(claim, name, self.concept)
        if claim.tier:
            tier = self.concept("evaluation-tier", claim.tier)
            return LangText(f"{name.zh}：{tier.zh}", f"{name.en or name.zh}: {tier.en or tier.zh}")
        return LangText(" ".join(filter(None, (name.zh, claim.text))), name.en if name.en and not claim.text else "")

    def notes(self, facts: Iterable[Fact], hidden: int = 0) -> tuple[LangText, ...]:
        """Data up to when, sources with date and interest, tiers, what was left out, what silence means."""
        shown = list(facts)
        dates = [f.end for f in shown if f.end and self._happened(f)]
        counted = tiers_counted(self.kg, Counter(f.tier for f in shown))
        notes = [LangText(f"数据截至 {max(dates)}", f"Data up to {max(dates)}")] if dates else []
        if shown:
            notes.append(LangText(f"证据层级：{counted.zh}", f"Evidence: {counted.en}"))
        notes += [LangText(f"来源：{line}", f"Source: {line}") for line in self._sources(shown)]
        if hidden:
            notes.append(LangText(f"{hidden} 条未核实的陈述未画出（--all 可见）",
                              f"{hidden} unverified statements are not drawn (see --all)"))  # fmt: skip
        return (*notes, UNKNOWN)

    def _happened(self, fact: Fact) -> bool:
        """Whether a date lies in the past of the record: a target's year says nothing on how fresh the data is."""
        claim = self._claim(fact.claim)
        late = claim.recorded_at is not None and fact.end > str(claim.recorded_at)
        return not late and claim.modality in (None, "actual")

    def _sources(self, facts: Iterable[Fact]) -> list[str]:
        used = {e.source for f in facts for e in self._claim(f.claim).evidence}
        return [self._source_line(s) for s in sorted(used) if s.startswith("source/")]

    def _claim(self, claim: str) -> Claim:
        """From those that were read already, where they were."""
        read: dict[str, Claim] = self.__dict__.get("claims", {})
        return read.get(claim) or self.kg.claim(claim)

    def _source_line(self, source: str) -> str:
        if source not in self._source_lines:
            self._source_lines[source] = source_line(self.kg, source)
        return self._source_lines[source]
