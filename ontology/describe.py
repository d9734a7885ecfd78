"""The ontology as plain data for pages and contexts: modules, classes, properties, schemes with their concepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, parse

from .names import BASE, CM, DCT, OWL, PREFIXES, RDF, RDFS, SKOS
from .terms import files

KINDS = {"Class": "class", "ObjectProperty": "object", "DatatypeProperty": "datatype", "AnnotationProperty": "annotation"}
_TRAITS = {"TransitiveProperty": "transitive", "SymmetricProperty": "symmetric", "FunctionalProperty": "functional"}
_REST, _FIRST = NamedNode(RDF + "rest"), NamedNode(RDF + "first")
Node = NamedNode | BlankNode


@dataclass(frozen=True)
class Words:
    """A label and a definition in both languages."""

    zh: str
    en: str
    definition_zh: str
    definition_en: str


@dataclass(frozen=True)
class Term:
    """A class or property. Names are local (``City``) or prefixed (``skos:Concept``).

    `parents` are the terms above it; `axioms` what else holds, written as text (``inverse of partOf``).
    """

    name: str
    kind: str
    words: Words
    module: str
    questions: tuple[str, ...]
    parents: tuple[str, ...]
    axioms: tuple[str, ...]
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    no_domain: str = ""
    no_range: str = ""


@dataclass(frozen=True)
class Concept:
    """A value of a vocabulary; `key` is its identifier in the scheme (``customs``)."""

    key: str
    words: Words


@dataclass(frozen=True)
class Scheme:
    """A vocabulary, the class of its concepts, and the concepts in the order of the file."""

    key: str
    words: Words
    of: str
    concepts: tuple[Concept, ...]


@dataclass(frozen=True)
class Ontology:
    """Everything that a reader can look up; `modules` are title and description by name of the file."""

    version: str
    modules: dict[str, Words]
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    schemes: tuple[Scheme, ...]


@cache
def describe() -> Ontology:
    """Read the shipped ontology. Terms in the order of their names, letters in either case alike."""
    modules, schemes, terms, version = {}, [], [], ""
    for path in files():
        file = _File(path)
        modules[path.stem] = file.title()
        version = file.one(_header(path), OWL + "versionInfo") if path.stem == "cemai" else version
        schemes += [file.scheme(s) for s in file.typed(SKOS + "ConceptScheme")]
        for name, kind in KINDS.items():
            terms += [file.term(t, kind) for t in file.typed(OWL + name) if t.value.startswith(CM)]
    terms.sort(key=lambda t: (t.name.casefold(), t.name))
    return Ontology(
        version, modules, tuple(t for t in terms if t.kind == "class"), tuple(t for t in terms if t.kind != "class"),
        tuple(sorted(schemes, key=lambda s: s.key)),
    )  # fmt: skip


def short(iri: str) -> str:
    """A term as a page shows it: ``City``, ``xsd:string``."""
    if iri.startswith(CM):
        return iri.removeprefix(CM)
    return next((f"{p}:{iri.removeprefix(ns)}" for p, ns in PREFIXES.items() if iri.startswith(ns)), iri)


def _header(path: Path) -> NamedNode:
    below = "" if path.parent.name == "ontology" else f"/{path.parent.name}"
    return NamedNode(f"{BASE}ontology{below}" + ("" if path.stem == "cemai" else f"/{path.stem}"))


class _File:
    """One Turtle file and what this module asks of it."""

    def __init__(self, path: Path) -> None:
        self.path, self.store = path, Store()
        quads = list(parse(path=path, format=RdfFormat.TURTLE))
        self.order = list(dict.fromkeys(q.subject for q in quads if isinstance(q.subject, NamedNode)))
        self.store.extend(quads)

    def typed(self, iri: str) -> list[NamedNode]:
        """Subjects of a type, in the order of the file."""
        found = {q.subject for q in self.store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(iri), None)}
        return [node for node in self.order if node in found]

    def values(self, node: Node, iri: str) -> list[Node | Literal]:
        quads = self.store.quads_for_pattern(node, NamedNode(iri), None, None)
        return [q.object for q in quads if isinstance(q.object, NamedNode | BlankNode | Literal)]

    def one(self, node: Node, iri: str, language: str | None = None) -> str:
        """The value of a literal property in one language; empty when there is none."""
        literals = (v for v in self.values(node, iri) if isinstance(v, Literal) and v.language == language)
        return next((v.value for v in literals), "")

    def words(self, node: NamedNode, label: str, definition: str = SKOS + "definition") -> Words:
        return Words(*(self.one(node, iri, lang) for iri in (label, definition) for lang in ("zh", "en")))

    def title(self) -> Words:
        return self.words(_header(self.path), DCT + "title", DCT + "description")

    def scheme(self, node: NamedNode) -> Scheme:
        here = self.store.quads_for_pattern(None, NamedNode(SKOS + "inScheme"), node, None)
        inside = {q.subject for q in here}
        members = [c for c in self.order if c in inside]
        classes = {short(v.value) for c in members for v in self.values(c, RDF + "type") if isinstance(v, NamedNode)}
        concepts = tuple(Concept(c.value.rpartition("/")[2], self.words(c, SKOS + "prefLabel")) for c in members)
        of = ", ".join(sorted(classes - {"skos:Concept"}))
        return Scheme(node.value.rpartition("/")[2], self.words(node, SKOS + "prefLabel"), of, concepts)

    def term(self, node: NamedNode, kind: str) -> Term:
        above = RDFS + ("subClassOf" if kind == "class" else "subPropertyOf")
        questions = sorted((str(v.value) for v in self.values(node, CM + "servesQuestion")), key=lambda q: int(q[2:]))
        return Term(
            short(node.value), kind, self.words(node, RDFS + "label"), self.path.stem, tuple(questions),
            _named(self.values(node, above)), tuple(self._axioms(node)),
            tuple(n for v in self.values(node, RDFS + "domain") for n in self._members(v)),
            tuple(n for v in self.values(node, RDFS + "range") for n in self._members(v)),
            self.one(node, CM + "noDomainReason", "en"), self.one(node, CM + "noRangeReason", "en"),
        )  # fmt: skip

    def _members(self, value: Node | Literal) -> Iterator[str]:
        """The classes that a domain or range names: itself, or the members of a union."""
        if isinstance(value, NamedNode):
            yield short(value.value)
        elif isinstance(value, BlankNode):
            for union in self.values(value, OWL + "unionOf"):
                yield from (self._expression(member) for member in self._list(union))

    def _list(self, head: Node | Literal) -> Iterator[Node]:
        while isinstance(head, BlankNode):
            yield from (q.object for q in self.store.quads_for_pattern(head, _FIRST, None, None)
                        if isinstance(q.object, NamedNode | BlankNode))  # fmt: skip
            head = next((v for v in self.values(head, _REST.value)), Literal(""))

    def _expression(self, node: Node) -> str:
        """A property or class of an axiom as text: ``inverse of covers`` for a blank node."""
        if isinstance(node, NamedNode):
            return short(node.value)
        return " ".join(f"inverse of {name}" for name in _named(self.values(node, OWL + "inverseOf")))

    def _axioms(self, node: NamedNode) -> Iterator[str]:
        types = _named(self.values(node, RDF + "type"))
        yield from (word for name, word in _TRAITS.items() if f"owl:{name}" in types)
        yield from (f"inverse of {name}" for name in _named(self.values(node, OWL + "inverseOf")))
        yield from (f"disjoint with {name}" for name in _named(self.values(node, OWL + "disjointWith")))
        for chain in self.values(node, OWL + "propertyChainAxiom"):
            yield "follows from " + ", then ".join(self._expression(step) for step in self._list(chain))
        for value in self.values(node, RDFS + "subClassOf"):
            if isinstance(value, BlankNode):
                (on,), (some,) = (_named(self.values(value, OWL + p)) for p in ("onProperty", "someValuesFrom"))
                yield f"{on} some {some}"


def _named(values: Iterable[Node | Literal]) -> tuple[str, ...]:
    return tuple(sorted(short(v.value) for v in values if isinstance(v, NamedNode)))
