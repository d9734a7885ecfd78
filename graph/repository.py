"""Entities and statements of a store, found by name or identifier."""

from __future__ import annotations

from cemai.graph.model.normal_form import name_key, plain
from cemai.graph.model.statement import Claim, Evidence
from cemai.graph.model.suggestions import near_keys, near_names
from cemai.graph.rdf.reader import claim_ids, label, read_claim
from cemai.graph.rdf.writer import node
from cemai.graph.store.backend import Source
from cemai.ontology.labels import TERMS, known
from cemai.ontology.namespaces import IDENTIFIER, RDF, RDFS, SKOS, identifier, local, term
from cemai.ontology.text import LangText
from pyoxigraph import Literal, NamedNode

from .errors import NameAmbiguous, NameUnknown, QueryError

UNVERIFIED = "unverified"
_PREFIXES = (
    "cm:", "claim/", "date-kind/", "date-precision/", "basis/", "stage/", "evidence-tier/", "confidence/",
)  # fmt: skip


class Repository:
    """A store, read only. Names are found in Chinese or English, full or short."""

    def __init__(self, store: Source) -> None:
        self.store = store

    def find(self, name: str, classes: tuple[str, ...] = ()) -> list[str]:
        """Identifiers of every thing of that name, narrowed to things of `classes` or below."""
        wanted = {c for name_ in classes for c in self._below(name_)}
        written = plain(name).strip()
        direct = node(written) if IDENTIFIER.fullmatch(written) else None
        if direct is not None and any(self.store.quads_for_pattern(direct, None, None, None)):
            found = [written]
        else:
            quads = self.store.quads_for_pattern(None, NamedNode(term("nameKey")), Literal(name_key(name)), None)
            found = sorted({identifier(q.subject.value) for q in quads})  # type: ignore[union-attr]
        return [thing for thing in found if not wanted or wanted & self.classes(thing)]

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
            raise NameUnknown(name, self.near(name, classes))
        if len(found) > 1:
            raise NameAmbiguous(name, [(t, self.label(t) or t) for t in found])
        return found[0]

    def near(self, name: str, classes: tuple[str, ...] = ()) -> list[str]:
        """Names that look like `name`, of things of those classes."""
        wanted = {c for name_ in classes for c in self._below(name_)}
        labels: dict[str, str] = {}
        for quad in self.store.quads_for_pattern(None, NamedNode(term("nameKey")), None, None):
            thing = identifier(quad.subject.value)  # type: ignore[union-attr]
            if not wanted or wanted & self.classes(thing):
                labels.setdefault(str(quad.object.value), self.label(thing) or thing)  # type: ignore[union-attr]
        return near_names(name, labels)

    def classes(self, thing: str) -> set[str]:
        """Local names of the classes that a thing is of, as stated and as inferred (a City is a Place)."""
        quads = self.store.quads_for_pattern(node(thing), NamedNode(RDF + "type"), None, None)
        return {local(q.object.value) for q in quads}  # type: ignore[union-attr]

    def kinds(self, thing: str) -> list[str]:
        """The most specific of its classes: ``['City']``, for a municipality ``['City', 'Province']``."""
        found = self.classes(thing)
        return sorted(c for c in found if not (self._below(c) - {c}) & found)

    def label(self, thing: str, language: str = "zh") -> str | None:
        """Preferred label of a thing or concept."""
        return label(self.store, thing, language)

    def text(self, thing: str) -> LangText:
        """What a thing is called in both languages; its identifier where it has no label."""
        zh, en = (self.label(thing, language) for language in ("zh", "en"))
        return LangText(zh or ("" if en else thing), en or "")

    def concept(self, scheme: str, key: str) -> LangText:
        """What a concept is called, or with the scheme ``cm`` a class or property.

        The ontology that is shipped speaks first, then the store, which may hold a vocabulary or properties of its
        user's own; the key stands for what neither names.
        """
        return known(scheme, key) or self._stored(scheme, key)

    def _stored(self, scheme: str, key: str) -> LangText:
        subject = NamedNode(term(key)) if scheme == TERMS else node(f"{scheme}/{key}")
        name = NamedNode(RDFS + "label" if scheme == TERMS else SKOS + "prefLabel")
        labels = (q.object for q in self.store.quads_for_pattern(subject, name, None, None))
        found = {text.language: text.value for text in labels if isinstance(text, Literal)}
        return LangText(found.get("zh", "" if "en" in found else key), found.get("en", ""))

    def concepts(self, scheme: str) -> list[str]:
        """The keys of a scheme (``tier-1`` of evaluation-tier)."""
        quads = self.store.quads_for_pattern(None, NamedNode(SKOS + "inScheme"), node(f"scheme/{scheme}"), None)
        return sorted(identifier(q.subject.value).partition("/")[2] for q in quads)  # type: ignore[union-attr]

    def names(self, thing: str, language: str) -> list[str]:
        """Preferred and alternative labels in one language, the preferred first."""
        found = []
        for name in ("prefLabel", "altLabel"):
            quads = self.store.quads_for_pattern(node(thing), NamedNode(SKOS + name), None, None)
            found += sorted(
                q.object.value for q in quads if isinstance(q.object, Literal) and q.object.language == language
            )
        return found

    def claim(self, claim_id: str) -> Claim:
        """One claim by its id; NameUnknown with near ids when there is none."""
        key = plain(claim_id).strip().removeprefix("claim/")
        claim = read_claim(self.store, key) if IDENTIFIER.fullmatch(f"claim/{key}") else None
        if claim is None:
            raise NameUnknown(claim_id, near_keys(key, claim_ids(self.store)))
        return claim

    def _below(self, name: str) -> set[str]:
        """A class and every class below it."""
        found, todo = set[str](), [name]
        while todo:
            current = todo.pop()
            if current not in found:
                found.add(current)
                quads = self.store.quads_for_pattern(
                    None, NamedNode(RDFS + "subClassOf"), NamedNode(term(current)), None
                )
                todo += [local(q.subject.value) for q in quads]  # type: ignore[union-attr]
        return found

    def locator(self, claim: Claim) -> str:
        """Where a claim is stated: ``casebook-2024 8123–8160``, or the act that is cited; all its evidences."""
        return "; ".join(self._place(evidence) for evidence in claim.evidence)

    def _place(self, evidence: Evidence) -> str:
        source, span = evidence.source, evidence.main_span
        name = source.removeprefix("source/") if source.startswith("source/") else self.label(source) or source
        return f"{name} {span.start}–{span.end}" if span else name


def short(text: str) -> str:
    """Concepts by their key, terms by their local name; claims without their kind."""
    for prefix in (
        "cm:",
        "claim/",
        "date-kind/",
        "date-precision/",
        "basis/",
        "stage/",
        "evidence-tier/",
        "confidence/",
    ):
        if text.startswith(prefix):
            return text.removeprefix(prefix)
    return text
