"""Reads the shipped Turtle files into one store and answers what `ontology.describe` asks of a term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from .namespaces import CM, OWL, PREFIXES, RDF, RDFS
from .schema import files, quads

Node = NamedNode | BlankNode
_TRAITS = {"TransitiveProperty": "transitive", "SymmetricProperty": "symmetric", "FunctionalProperty": "functional"}


def short(iri: str) -> str:
    """A term as a page shows it: ``City``, ``xsd:string``."""
    if iri.startswith(CM):
        return iri.removeprefix(CM)
    return next((f"{p}:{iri.removeprefix(ns)}" for p, ns in PREFIXES.items() if iri.startswith(ns)), iri)


def short_names(values: Iterable[Node | Literal]) -> tuple[str, ...]:
    """The short names of the IRIs among the values, sorted."""
    return tuple(sorted(short(v.value) for v in values if isinstance(v, NamedNode)))


class Reader:
    """The modules and vocabularies as one store; `home` names the file in which an IRI first stands as subject."""

    def __init__(self) -> None:
        self.store = Store()
        self.home: dict[NamedNode, str] = {}
        for path in files():
            for quad in quads(path):
                self.store.add(quad)
                if isinstance(quad.subject, NamedNode) and quad.predicate.value == RDF + "type":
                    self.home.setdefault(quad.subject, path.stem)

    def having(self, iri: str, value: NamedNode) -> list[NamedNode]:
        """IRIs that have this value of a property, in the order of the files."""
        found = {q.subject for q in self.store.quads_for_pattern(None, NamedNode(iri), value, None)}
        return [node for node in self.home if node in found]

    def values(self, node: Node, iri: str) -> list[Node | Literal]:
        """The values of a property."""
        quads = self.store.quads_for_pattern(node, NamedNode(iri), None, None)
        return [q.object for q in quads if isinstance(q.object, NamedNode | BlankNode | Literal)]

    def text(self, node: Node, iri: str, language: str | None = None) -> str:
        """A literal in one language; empty when there is none."""
        literals = (v for v in self.values(node, iri) if isinstance(v, Literal) and v.language == language)
        return next((v.value for v in literals), "")

    def ends(self, node: NamedNode, iri: str) -> tuple[str, ...]:
        """The classes that a domain or range names: itself, or the members of a union."""
        found: list[str] = []
        for value in self.values(node, iri):
            if isinstance(value, NamedNode):
                found.append(short(value.value))
            elif isinstance(value, BlankNode):
                found += (self._expression(m) for u in self.values(value, OWL + "unionOf") for m in self._list(u))
        return tuple(found)

    def axioms(self, node: NamedNode) -> Iterator[str]:
        """What holds of a term beside its place in the order: ``inverse of partOf``, ``transitive``."""
        types = short_names(self.values(node, RDF + "type"))
        yield from (word for name, word in _TRAITS.items() if f"owl:{name}" in types)
        yield from (f"inverse of {name}" for name in short_names(self.values(node, OWL + "inverseOf")))
        for chain in self.values(node, OWL + "propertyChainAxiom"):
            yield "follows from " + ", then ".join(self._expression(step) for step in self._list(chain))
        for value in self.values(node, RDFS + "subClassOf"):
            if isinstance(value, BlankNode):
                on, some = (short_names(self.values(value, OWL + p)) for p in ("onProperty", "someValuesFrom"))
                yield f"{' '.join(on)} some {' '.join(some)}"

    def disjoint(self) -> dict[str, set[str]]:
        """For each class the classes with which it shares no individual, as stated (not inherited)."""
        groups: list[list[str]] = []
        for quad in self.store.quads_for_pattern(None, NamedNode(OWL + "members"), None, None):
            groups.append([self._expression(m) for m in self._list(quad.object)])  # type: ignore[arg-type]
        for quad in self.store.quads_for_pattern(None, NamedNode(OWL + "disjointWith"), None, None):
            groups.append([*short_names([quad.subject]), *short_names([quad.object])])  # type: ignore[list-item]
        found: dict[str, set[str]] = {name: set() for group in groups for name in group}
        for group in groups:
            for name in group:
                found[name] |= set(group) - {name}
        return found

    def _list(self, head: Node | Literal) -> Iterator[Node]:
        while isinstance(head, BlankNode):
            yield from (v for v in self.values(head, RDF + "first") if not isinstance(v, Literal))
            head = next(iter(self.values(head, RDF + "rest")), Literal(""))

    def _expression(self, node: Node) -> str:
        """A property or class of an axiom as text: ``inverse of covers`` for a blank node."""
        if isinstance(node, NamedNode):
            return short(node.value)
        return " ".join(f"inverse of {name}" for name in short_names(self.values(node, OWL + "inverseOf")))
