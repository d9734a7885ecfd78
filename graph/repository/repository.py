"""The statements and entities of a graph, found by name or identifier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cemai.graph.errors import NameAmbiguous, NameUnknown, QueryError
from cemai.graph.model.normal_form import name_key, plain
from cemai.graph.model.statement import Claim, Evidence
from cemai.graph.model.suggestions import similar_keys, similar_names
from cemai.graph.rdf.writer import node
from cemai.graph.store.backend import GraphBackend
from cemai.graph.store.solutions import solve
from cemai.ontology.labels import known
from cemai.ontology.namespaces import IDENTIFIER, RDF, SKOS, identifier, term
from cemai.ontology.text import LangText

from .claims import Claims, of_ids, of_kinds, read_batch
from .descriptions import Description, describe
from .entities import Entities
from .vocabularies import Vocabularies

_NAMES = (SKOS + "prefLabel", SKOS + "altLabel")


class Repository:
    """A graph, read only: what was read once is remembered. Names are found in Chinese or English, full or short."""

    def __init__(self, store: GraphBackend) -> None:
        self.store = store
        self.entities = Entities(store)
        self.vocabularies = Vocabularies(store)
        self._claims: dict[str, Claim] = {}

    def find(self, name: str, classes: tuple[str, ...] = ()) -> list[str]:
        """Identifiers of every thing of that name, narrowed to things of `classes` or below."""
        found = self.entities.named(name)
        return [thing for thing in found if not classes or self.entities.get(thing).classes.intersection(classes)]

    def one(self, name: str, classes: tuple[str, ...] = ()) -> str:
        """The one thing of that name; NameUnknown with near names, NameAmbiguous with the candidates.

        Raises QueryError for a thing of another kind than is wanted.
        """
        if not name_key(name):
            raise QueryError("the name is empty 名称为空")
        found = self.find(name, classes)
        if not found and classes and (other := self.find(name)):
            listed = "; ".join(f"{self.label(thing) or thing} ({thing})" for thing in other)
            raise QueryError(f"{name!r} is {listed}, not {' or '.join(classes)} 没有名为“{name}”的此类事物; "
                             f"what is known of it 已知陈述: cemai show {other[0]}")  # fmt: skip
        if not found:
            raise NameUnknown(name, self.suggest(name, classes))
        if len(found) > 1:
            raise NameAmbiguous(name, [(t, self.label(t) or t) for t in found])
        return found[0]

    def suggest(self, name: str, classes: tuple[str, ...] = ()) -> list[str]:
        """Names that look like `name`, of things of those classes."""
        return similar_names(name, self.entities.keys(classes))

    def classes(self, thing: str) -> frozenset[str]:
        """Local names of the classes that a thing is of, as stated and as inferred (a City is a Place)."""
        return self.entities.get(thing).classes

    def kinds(self, thing: str) -> list[str]:
        """The most specific of its classes: ``['City']``, for a municipality ``['City', 'Province']``."""
        found = self.classes(thing)
        above = {name for class_ in found for name in self.vocabularies.above.get(class_, ())}
        return sorted(found - above)

    def label(self, thing: str, language: str = "zh") -> str | None:
        """Preferred label of a thing or concept."""
        return self.entities.get(thing).label(language)

    def text(self, thing: str) -> LangText:
        """What a thing or a concept is called in both languages; its identifier where it has no label."""
        scheme, _, key = thing.partition("/")
        return known(scheme, key) or self.entities.get(thing).text or LangText(thing)

    def names(self, thing: str, language: str) -> list[str]:
        """Preferred and alternative labels in one language, the preferred first."""
        return _names(self.entities.get(thing), language)

    def names_of(self, class_: str) -> list[tuple[list[str], list[str]]]:
        """The names of every entity of a class in Chinese and in English, as `names` gives them. One store call."""
        found = describe(self.store, [f"?node a <{term(class_)}> ."], _NAMES)
        return [(_names(found[iri], "zh"), _names(found[iri], "en")) for iri in sorted(found)]

    def concept(self, scheme: str, key: str) -> LangText:
        """What a concept is called, or with the scheme ``cm`` a class or property.

        The ontology that is shipped speaks first, then the store, which may hold a vocabulary or properties of its
        user's own; the key stands for what neither names.
        """
        return known(scheme, key) or self.vocabularies.label(scheme, key) or LangText(key)

    def concepts(self, scheme: str) -> list[str]:
        """The keys of a scheme (``tier-1`` of evaluation-tier), sorted."""
        return list(self.vocabulary(scheme))

    def vocabulary(self, scheme: str) -> Mapping[str, LangText]:
        """The concepts of a scheme by their keys, with their labels; empty for one that is none."""
        return self.vocabularies.schemes.get(scheme, {})

    def inside(self, place: str) -> set[str]:
        """A place and all that lies within it. One store call."""
        rows = solve(self.store, f"SELECT ?within {{ ?within <{term('within')}> {node(place)} }}")
        return {place, *(identifier(within.value) for (within,) in rows if within)}

    def claim(self, claim_id: str) -> Claim:
        """One claim by its id; NameUnknown with near ids when there is none."""
        return self.claims([claim_id])[0]

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """Claims by their ids, in that order. One store call for all that were not read before.

        NameUnknown with near ids when one is none.
        """
        keys = [plain(claim_id).strip().removeprefix("claim/") for claim_id in ids]
        new = sorted({key for key in keys if key not in self._claims and IDENTIFIER.fullmatch(f"claim/{key}")})
        if new:
            self._read(of_ids(new))
        for key in keys:
            if key not in self._claims:
                raise NameUnknown(key, similar_keys(key, self._claim_ids()))
        return [self._claims[key] for key in keys]

    def claims_of(self, *kinds: str) -> list[Claim]:
        """Every claim of some kinds (``Adoption``), in the order of their ids. One store call."""
        return [claim for _, claim in sorted(self._read(of_kinds(kinds)).items())]

    def locator(self, claim: Claim) -> str:
        """Where a claim is stated: ``casebook-2024 8123–8160``, or the act that is cited; all its evidences."""
        return "; ".join(self._place(evidence) for evidence in claim.evidence)

    def _place(self, evidence: Evidence) -> str:
        source, span = evidence.source, evidence.main_span
        name = source.removeprefix("source/") if source.startswith("source/") else self.label(source) or source
        return f"{name} {span.start}–{span.end}" if span else name

    def _read(self, claims: Claims) -> dict[str, Claim]:
        found, sources = read_batch(self.store, claims)
        self._claims |= found
        self.entities.learn(sources)
        return found

    def _claim_ids(self) -> list[str]:
        rows = solve(self.store, f"SELECT ?claim {{ ?claim <{RDF}type> <{term('Claim')}> }}")
        return sorted(identifier(claim.value).removeprefix("claim/") for (claim,) in rows if claim)


def _names(found: Description, language: str) -> list[str]:
    return [name for property_ in _NAMES for name in found.names(property_, language)]
