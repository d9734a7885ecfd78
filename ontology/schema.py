"""The ontology as it is shipped: its files, each parsed once, and what code asks of them by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from .namespaces import CM, GRAPH, ID, OWL, RDF, RDFS, SKOS

HERE = Path(__file__).parent
ONTOLOGY_GRAPH = NamedNode(GRAPH + "ontology")


def files() -> list[Path]:
    """Every module and vocabulary that is part of the graph (alignments stand outside the DL closure)."""
    return sorted([*HERE.glob("*.ttl"), *(HERE / "vocabularies").glob("*.ttl")])


def alignment_files() -> list[Path]:
    return sorted((HERE / "alignments").glob("*.ttl"))


@cache
def quads(path: Path) -> tuple[Quad, ...]:
    """The statements of one file. Raises SyntaxError, with the line, where it is no Turtle."""
    return tuple(parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True))


def all_quads() -> Iterator[Quad]:
    """The statements of all modules and vocabularies, in the order of `files`."""
    for path in files():
        yield from quads(path)


def ontology_quads() -> Iterator[Quad]:
    """Those that need no blank node (lists, restrictions), in the named graph of the ontology."""
    for quad in all_quads():
        if not isinstance(quad.subject, BlankNode) and not isinstance(quad.object, BlankNode):
            yield Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY_GRAPH)


@dataclass(frozen=True)
class OntologyTerms:
    """Local names of classes and properties, each with those above it and itself, and concept keys by scheme.

    Keys stand in the order of their vocabulary, which is a rank where there is one (tiers, stages). `domains` and
    `ranges` are the classes of ours that a property goes out from and leads to, where the ontology says so.
    """

    classes: frozenset[str]
    properties: frozenset[str]
    ancestors: Mapping[str, frozenset[str]]
    concepts: Mapping[str, tuple[str, ...]]
    domains: Mapping[str, frozenset[str]]
    ranges: Mapping[str, frozenset[str]]

    def is_a(self, name: str, wanted: frozenset[str]) -> bool:
        """Whether a class is one of `wanted` or below one of them."""
        return not wanted or bool(self.ancestors.get(name, frozenset({name})) & wanted)

    def leaves(self, name: str) -> frozenset[str]:
        """The classes or properties below one that have none below themselves (``piloted`` of hasRoleIn)."""
        below = {n for n, above in self.ancestors.items() if name in above and n != name}
        inner = {a for n in below for a in self.ancestors[n] - {n}}
        return frozenset(below - inner)


@cache
def load() -> OntologyTerms:
    """Read the shipped ontology."""
    types: dict[str, set[str]] = defaultdict(set)
    parents: dict[str, set[str]] = defaultdict(set)
    concepts: dict[str, dict[str, None]] = defaultdict(dict)
    for quad in all_quads():
        s, p, o = quad.subject, quad.predicate.value, quad.object
        if not isinstance(s, NamedNode) or isinstance(o, Literal):
            continue
        if p == RDF + "type" and isinstance(o, NamedNode):
            types[o.value].add(s.value.removeprefix(CM))
        elif p in (RDFS + "subClassOf", RDFS + "subPropertyOf") and isinstance(o, NamedNode):
            parents[s.value.removeprefix(CM)].add(o.value.removeprefix(CM))
        elif p == SKOS + "inScheme":
            scheme, _, key = s.value.removeprefix(ID).partition("/")
            concepts[scheme][key] = None
    classes = frozenset(types[OWL + "Class"])
    properties = frozenset(types[OWL + "ObjectProperty"] | types[OWL + "DatatypeProperty"])
    ancestors = {name: frozenset(_up([name], parents)) for name in classes | properties}
    return OntologyTerms(
        classes, properties, ancestors, {scheme: tuple(keys) for scheme, keys in concepts.items()},
        _ends(RDFS + "domain"), _ends(RDFS + "range"),
    )  # fmt: skip


def _ends(end: str) -> dict[str, frozenset[str]]:
    """The classes of ours at one end of each property, those of a union one by one."""
    nodes = {(q.subject, q.predicate.value): q.object for q in all_quads() if isinstance(q.subject, BlankNode)}
    found = {}
    for quad in all_quads():
        if quad.predicate.value == end and isinstance(quad.subject, NamedNode):
            names = frozenset(_members(quad.object, nodes))
            if all(name.startswith(CM) for name in names):
                found[quad.subject.value.removeprefix(CM)] = frozenset(name.removeprefix(CM) for name in names)
    return found


def _members(node: Any, nodes: Mapping[tuple[BlankNode, str], Any]) -> Iterator[str]:
    """The class that a node is, or the classes of its union."""
    if isinstance(node, NamedNode):
        yield node.value
        return
    rest = nodes[node, OWL + "unionOf"]
    while isinstance(rest, BlankNode):
        yield nodes[rest, RDF + "first"].value
        rest = nodes[rest, RDF + "rest"]


def _up(names: Iterable[str], parents: Mapping[str, set[str]]) -> set[str]:
    found, todo = set[str](), list(names)
    while todo:
        current = todo.pop()
        if current not in found:
            found.add(current)
            todo.extend(parents.get(current, ()))
    return found
