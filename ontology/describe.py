"""The ontology as plain data for pages and contexts: modules, classes, properties, schemes with their concepts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode

from .namespaces import CM, DCT, OWL, RDF, RDFS, SKOS, identifier
from .reading import Reader, short, short_names
from .text import Described, LangText

KINDS = {f"{kind.title()}Property": kind for kind in ("object", "datatype", "annotation")} | {"Class": "class"}


@dataclass(frozen=True)
class Term:
    """A class or property. Names are local (``City``) or prefixed (``skos:Concept``).

    `kind` is class, object, datatype or annotation; `parents` are the terms above; `axioms` what else holds, as text;
    `disjoint` the classes that a class does not mix with; `no_domain` and `no_range` say why there is none.
    """

    name: str
    kind: str
    label: Described
    module: str
    questions: tuple[str, ...]
    parents: tuple[str, ...]
    axioms: tuple[str, ...]
    disjoint: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    no_domain: str
    no_range: str


@dataclass(frozen=True)
class Concept:
    """A value of a vocabulary; `id` is its identifier (``caliber/customs``)."""

    id: str
    label: Described


@dataclass(frozen=True)
class Scheme:
    """A vocabulary, the class of its concepts, and the concepts in the order of the file."""

    key: str
    label: Described
    of: str
    concepts: tuple[Concept, ...]


@dataclass(frozen=True)
class Ontology:
    """Everything that a reader can look up; `modules` are title and description by name of the file."""

    version: str
    modules: dict[str, Described]
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    schemes: tuple[Scheme, ...]


@cache
def describe_ontology() -> Ontology:
    """Read the shipped ontology. Terms in the order of their names, letters in either case alike."""
    reader = Reader()
    disjoint = reader.disjoint()
    terms = [
        _term(reader, node, kind, tuple(sorted(disjoint.get(short(node.value), ()))))
        for name, kind in KINDS.items()
        for node in reader.having(RDF + "type", NamedNode(OWL + name))
        if node.value.startswith(CM)
    ]
    terms.sort(key=lambda t: (t.name.casefold(), t.name))
    headers = reader.having(RDF + "type", NamedNode(OWL + "Ontology"))
    version = next(reader.text(h, OWL + "versionInfo") for h in headers if reader.home[h] == "cemai")
    modules = {reader.home[h]: _label(reader, h, DCT + "title", DCT + "description") for h in headers}
    schemes = [_scheme(reader, s) for s in reader.having(RDF + "type", NamedNode(SKOS + "ConceptScheme"))]
    classes = tuple(t for t in terms if t.kind == "class")
    properties = tuple(t for t in terms if t.kind != "class")
    return Ontology(version, modules, classes, properties, tuple(sorted(schemes, key=lambda s: s.key)))


def _label(reader: Reader, node: NamedNode, label: str, definition: str = SKOS + "definition") -> Described:
    zh, en, *defined = (reader.text(node, iri, lang) for iri in (label, definition) for lang in ("zh", "en"))
    return Described(zh, en, LangText(*defined))


def _term(reader: Reader, node: NamedNode, kind: str, disjoint: tuple[str, ...]) -> Term:
    above = RDFS + ("subClassOf" if kind == "class" else "subPropertyOf")
    questions = sorted((str(v.value) for v in reader.values(node, CM + "servesQuestion")), key=lambda q: int(q[2:]))
    return Term(
        short(node.value), kind, _label(reader, node, RDFS + "label"), reader.home[node], tuple(questions),
        short_names(reader.values(node, above)), tuple(reader.axioms(node)), disjoint,
        reader.ends(node, RDFS + "domain"), reader.ends(node, RDFS + "range"),
        reader.text(node, CM + "noDomainReason", "en"), reader.text(node, CM + "noRangeReason", "en"),
    )  # fmt: skip


def _scheme(reader: Reader, node: NamedNode) -> Scheme:
    members = reader.having(SKOS + "inScheme", node)
    classes = {name for c in members for name in short_names(reader.values(c, RDF + "type"))} - {"skos:Concept"}
    concepts = tuple(Concept(identifier(c.value), _label(reader, c, SKOS + "prefLabel")) for c in members)
    key = node.value.rpartition("/")[2]
    return Scheme(key, _label(reader, node, SKOS + "prefLabel"), ", ".join(sorted(classes)), concepts)
