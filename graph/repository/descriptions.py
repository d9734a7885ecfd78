"""Nodes with what the graph says of them, any number by one query that answers with one row a node.

A claim has some thirty statements, so rows of statements would be thirty times as many. A row holds them as lines,
``property kind value``: the property of the ontology by its local name, another by its IRI; the kind is ``:`` for an
identifier of ours, ``<`` for another IRI, else the language of a text or nothing. Line breaks of a value are written
as %0A, its percent signs as %25.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cemai.graph.store.backend import GraphBackend
from cemai.graph.store.solutions import solve
from cemai.ontology.namespaces import CM, ID, RDF, RDFS, SKOS, WGS84, local, term
from cemai.ontology.text import LangText

# What an entity is shown by; of its other statements (a province has hundreds) nothing is read.
SHOWN = (
    RDF + "type", RDFS + "label", SKOS + "prefLabel", SKOS + "altLabel", WGS84 + "lat", WGS84 + "long",
    *map(term, ("inProvince", "publisherName", "writtenBegin", "writtenEnd", "interest", "sha256")),
)  # fmt: skip
STATEMENTS = rf"""?node ?property ?value . BIND (CONCAT(
  IF(STRSTARTS(STR(?property), "{CM}"), SUBSTR(STR(?property), {len(CM) + 1}), STR(?property)), " ",
  IF(isIRI(?value),
     IF(STRSTARTS(STR(?value), "{ID}"), CONCAT(": ", SUBSTR(STR(?value), {len(ID) + 1})), CONCAT("< ", STR(?value))),
     CONCAT(LANG(?value), " ", REPLACE(REPLACE(STR(?value), "%", "%25"), "\n", "%0A")))) AS ?line)"""


class DescriptionLine(NamedTuple):
    """One statement about a node, as the query writes it: the property's name, the kind and text of the value."""

    name: str
    kind: str
    text: str


class Value(NamedTuple):
    """One value of a property: an IRI or identifier, or a text with its language (``""`` for none)."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Description:
    """What an entity is shown by: the values of each property, by its local name, or its IRI where it is not ours."""

    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)

    def texts(self, name: str) -> list[str]:
        """The values of a property as texts, sorted; things by their identifiers."""
        return sorted(value.text for value in self.values.get(name, ()))

    def first(self, name: str) -> str | None:
        """The first value of a property."""
        return next(iter(self.texts(name)), None)

    def names(self, property_: str, language: str) -> list[str]:
        """The values of a property in one language, sorted."""
        return sorted(value.text for value in self.values.get(property_, ()) if value.language == language)

    @cached_property
    def classes(self) -> frozenset[str]:
        """Local names of its classes, stated and inferred."""
        return frozenset(map(local, self.texts(RDF + "type")))

    def label(self, language: str) -> str | None:
        """The preferred label in a language; of a class or property its label."""
        found = self.names(SKOS + "prefLabel", language) or self.names(RDFS + "label", language)
        return found[0] if found else None

    @cached_property
    def text(self) -> LangText | None:
        """Both labels, None where there is none."""
        zh, en = self.label("zh") or "", self.label("en") or ""
        return LangText(zh, en) if zh or en else None


def describe(store: GraphBackend, patterns: Iterable[str], properties: Iterable[str] = SHOWN) -> dict[str, Description]:
    """By IRI, every node that one of the patterns binds to ``?node``. One store call, none without a pattern."""
    return {node: description(lines) for node, lines in grouped(store, shown(patterns, properties)).items()}


def shown(patterns: Iterable[str], properties: Iterable[str] = SHOWN) -> list[str]:
    """The part of a query for `grouped` that says what nodes are shown by.

    Each pattern holds its own VALUES: with a join around the union of them every node of the graph is walked over.
    """
    nodes = " UNION ".join(f"{{ {pattern} }}" for pattern in patterns)
    only = f"FILTER (?property IN ({', '.join(f'<{iri}>' for iri in properties)}))"
    return [f"{{ SELECT DISTINCT ?node WHERE {{ {nodes} }} }} {STATEMENTS} {only}"] if nodes else []


def grouped(store: GraphBackend, parts: Iterable[str]) -> dict[str, str]:
    """By IRI the lines of every node: each part of the query binds ``?node`` and ``?line``. One store call."""
    whole = " UNION ".join(f"{{ {part} }}" for part in parts)
    if not whole:
        return {}
    text = f'SELECT ?node (GROUP_CONCAT(?line; SEPARATOR="\\n") AS ?lines) WHERE {{ {whole} }} GROUP BY ?node'
    return {node.value: lines.value for node, lines in solve(store, text) if node and lines}


def statements(lines: str) -> Iterator[DescriptionLine]:
    """The statements of a node; a text as it was before it was written in a line."""
    for line in lines.split("\n"):
        name, kind, text = line.split(" ", 2)
        yield DescriptionLine(name, kind, text.replace("%0A", "\n").replace("%25", "%") if "%" in text else text)


def description(lines: str) -> Description:
    """A node as described by its lines."""
    found: dict[str, dict[Value, None]] = defaultdict(dict)
    for name, kind, text in statements(lines):
        found[name][Value(text, kind if kind not in (":", "<") else "")] = None
    return Description({name: tuple(values) for name, values in found.items()})
