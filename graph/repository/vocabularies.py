"""What is small and asked for again and again, read once: concepts of vocabularies, terms, classes with those above."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from cemai.graph.store.backend import GraphBackend
from cemai.graph.store.solutions import solve
from cemai.ontology.labels import TERMS
from cemai.ontology.namespaces import OWL, RDFS, SKOS, identifier, local
from cemai.ontology.text import LangText

from .descriptions import describe


class Vocabularies:
    """The schemes, classes and properties of one graph, its user's own among them. Each part is one store call."""

    def __init__(self, store: GraphBackend) -> None:
        self._store = store

    @cached_property
    def schemes(self) -> dict[str, dict[str, LangText]]:
        """The concepts of each scheme by their keys, sorted, with their labels."""
        found: dict[str, dict[str, LangText]] = defaultdict(dict)
        concepts = describe(self._store, [f"?node <{SKOS}inScheme> ?scheme ."])
        for iri in sorted(concepts):
            scheme, _, key = identifier(iri).partition("/")
            found[scheme][key] = concepts[iri].text or LangText(key)
        return found

    @cached_property
    def terms(self) -> dict[str, LangText]:
        """The labels of classes and properties by their local names."""
        kinds = ("Class", "ObjectProperty", "DatatypeProperty")
        found = describe(self._store, [f"?node a <{OWL}{kind}> ." for kind in kinds])
        return {local(iri): described.text for iri, described in found.items() if described.text}

    @cached_property
    def above(self) -> dict[str, frozenset[str]]:
        """The classes above each class, near and far."""
        direct: dict[str, set[str]] = defaultdict(set)
        for below, above in solve(self._store, f"SELECT ?a ?b {{ ?a <{RDFS}subClassOf> ?b . FILTER isIRI(?b) }}"):
            if below and above:
                direct[local(below.value)].add(local(above.value))
        return {name: frozenset(_reached(name, direct) - {name}) for name in direct}

    def label(self, scheme: str, key: str) -> LangText | None:
        """What a concept is called, or with the scheme ``cm`` a class or property."""
        return self.terms.get(key) if scheme == TERMS else self.schemes.get(scheme, {}).get(key)


def _reached(name: str, direct: dict[str, set[str]]) -> set[str]:
    found, todo = set[str](), [name]
    while todo:
        current = todo.pop()
        if current not in found:
            found.add(current)
            todo.extend(direct.get(current, ()))
    return found
