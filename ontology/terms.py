"""What code asks of the ontology: its files, classes, properties, schemes. Parsed once, by pyoxigraph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from .namespaces import CM, ID, OWL, RDF, RDFS, SKOS

HERE = Path(__file__).parent


def files() -> list[Path]:
    """Every module and vocabulary that is part of the graph (alignments stand outside the DL closure)."""
    return sorted([*HERE.glob("*.ttl"), *(HERE / "vocabularies").glob("*.ttl")])


def alignment_files() -> list[Path]:
    return sorted((HERE / "alignments").glob("*.ttl"))


@dataclass(frozen=True)
class Terms:
    """Local names of classes and properties, superclasses (reflexive), and concept keys by scheme."""

    classes: frozenset[str]
    properties: frozenset[str]
    ancestors: dict[str, frozenset[str]]
    concepts: dict[str, frozenset[str]]

    def is_a(self, name: str, wanted: frozenset[str]) -> bool:
        """Whether a class is one of `wanted` or below one of them."""
        return not wanted or bool(self.ancestors.get(name, frozenset({name})) & wanted)


@cache
def load() -> Terms:
    """Read the shipped ontology."""
    types: dict[str, set[str]] = defaultdict(set)
    parents: dict[str, set[str]] = defaultdict(set)
    concepts: dict[str, set[str]] = defaultdict(set)
    for path in files():
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            s, p, o = quad.subject, quad.predicate.value, quad.object
            if not isinstance(s, NamedNode) or isinstance(o, Literal):
                continue
            if p == RDF + "type" and isinstance(o, NamedNode):
                types[o.value].add(s.value.removeprefix(CM))
            elif p == RDFS + "subClassOf" and isinstance(o, NamedNode):
                parents[s.value.removeprefix(CM)].add(o.value.removeprefix(CM))
            elif p == SKOS + "inScheme":
                scheme, _, key = s.value.removeprefix(ID).partition("/")
                concepts[scheme].add(key)
    classes = frozenset(types[OWL + "Class"])
    properties = frozenset(types[OWL + "ObjectProperty"] | types[OWL + "DatatypeProperty"])
    ancestors = {c: frozenset(_up(c, parents)) for c in classes}
    return Terms(classes, properties, ancestors, {k: frozenset(v) for k, v in concepts.items()})


def _up(name: str, parents: dict[str, set[str]]) -> set[str]:
    found, todo = set[str](), [name]
    while todo:
        current = todo.pop()
        if current not in found:
            found.add(current)
            todo.extend(parents.get(current, ()))
    return found
