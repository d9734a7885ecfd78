"""Axioms: the statements of an ontology grouped so that each group can be left out alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from cemai.graph.errors import DataError, Where
from cemai.ontology.namespaces import CM, ID, OWL, RDF, RDFS
from cemai.ontology.schema import files, quads
from pyoxigraph import BlankNode, Literal, NamedNode, Triple, parse

Axiom = frozenset[Triple]
_DECLARATIONS = {OWL + name for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")}


def shipped() -> list[Axiom]:
    """The axioms of Cemai's own modules and vocabularies."""
    return [axiom for path in files() for axiom in grouped(quad.triple for quad in quads(path))]


def read(path: Path) -> list[Axiom]:
    """The axioms of a file of RDF, by its suffix. Raises DataError with the file and the cause."""
    try:
        triples = [quad.triple for quad in parse(path=path, rename_blank_nodes=True)]
    except (OSError, ValueError, SyntaxError) as error:
        fix = "give RDF whose ending tells its format: .ttl .nt .rdf 请给出后缀与格式相符的 RDF"
        raise DataError(Where(path), f"not read as RDF 无法读作 RDF: {error}", fix) from None
    return list(grouped(triples))


def grouped(triples: Iterable[Triple]) -> Iterator[Axiom]:
    """One axiom a statement, together with the blank nodes (restrictions, lists) that hang on it.

    Left out is what entails nothing or what a reasoner for OWL 2 DL does not take: labels and other values, imports.
    """
    kept = [t for t in triples if _reasoned(t)]
    hanging: dict[BlankNode, list[Triple]] = defaultdict(list)
    for triple in kept:
        if isinstance(triple.subject, BlankNode):
            hanging[triple.subject].append(triple)
    inner = {triple.object for triple in kept if isinstance(triple.object, BlankNode)}
    for triple in kept:
        if isinstance(triple.subject, NamedNode):
            yield frozenset({triple, *_below(triple.object, hanging)})
    for node in hanging:
        if node not in inner:
            yield frozenset(_below(node, hanging))


def declares(axiom: Axiom) -> bool:
    """Whether it only says that a name is a class or a property."""
    return all(t.predicate.value == RDF + "type" and getattr(t.object, "value", "") in _DECLARATIONS for t in axiom)


def is_about_a_name(axiom: Axiom) -> bool:
    """Whether it is said of a name; what keeps several classes apart hangs on none."""
    return any(isinstance(t.subject, NamedNode) for t in axiom)


def names(axiom: Axiom) -> set[str]:
    """IRIs of classes, properties and things in an axiom, those of OWL and RDF left out."""
    terms = (term for t in axiom for term in (t.subject, t.predicate, t.object) if isinstance(term, NamedNode))
    return {term.value for term in terms if not term.value.startswith((OWL, RDF, RDFS))}


def sentence(axiom: Axiom) -> str:
    """An axiom for a person: ``City ⊑ Place``; classes that must not mix on one line."""
    outer = [t for t in axiom if isinstance(t.subject, NamedNode)]
    if len(outer) == 1 and not isinstance(outer[0].object, BlankNode):
        return f"{short(outer[0].subject)} {short(outer[0].predicate)} {short(outer[0].object)}"
    listed = sorted(short(NamedNode(name)) for name in names(axiom))
    kinds = sorted({short(t.object) for t in axiom if t.predicate.value == RDF + "type"} - {"List", "Class"})
    begin = f"{short(outer[0].subject)} {short(outer[0].predicate)} " if len(outer) == 1 else ""
    return f"{begin}{' '.join(kinds)}({', '.join(listed)})"


def short(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """The last part of an IRI."""
    value = str(getattr(term, "value", term))
    return value.removeprefix(CM).removeprefix(ID).rpartition("#")[2]


def _reasoned(triple: Triple) -> bool:
    return triple.predicate.value != OWL + "imports" and not isinstance(triple.object, Literal)


def _below(node: object, hanging: dict[BlankNode, list[Triple]]) -> Iterator[Triple]:
    for triple in hanging.get(node, []) if isinstance(node, BlankNode) else []:
        yield triple
        yield from _below(triple.object, hanging)
