"""Nodes with all that the graph says of them, any number by one query that answers with one row a node.

A claim has some thirty statements, so rows of statements would be thirty times as many. A row holds them as lines,
``property kind value``: the kind is ``<`` for an IRI, else the language of a text or nothing. A value's line breaks
are written as %0A, its percent signs as %25.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cemai.graph.store.backend import Source
from cemai.graph.store.solutions import solutions
from cemai.ontology.namespaces import RDF, RDFS, SKOS, WGS84, identifier, local, term
from cemai.ontology.text import LangText

# What a thing is shown by; of its other statements (a province has hundreds) nothing is read.
SHOWN = (
    RDF + "type", RDFS + "label", SKOS + "prefLabel", SKOS + "altLabel", WGS84 + "lat", WGS84 + "long",
    *map(term, ("inProvince", "publisherName", "writtenBegin", "writtenEnd", "interest")),
)  # fmt: skip
_LINE = r"""BIND (CONCAT(STR(?property), " ", IF(isIRI(?value), "<", LANG(?value)), " ",
  REPLACE(REPLACE(STR(?value), "%", "%25"), "\n", "%0A")) AS ?line)"""


class Value(NamedTuple):
    """One value of a property: an IRI, or a text with its language (``""`` for none)."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Description:
    """What the graph says of one node: the values of each property, by the property's IRI."""

    statements: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)

    def texts(self, property_: str) -> tuple[str, ...]:
        """The values of a property as texts, IRIs whole."""
        return tuple(value.text for value in self.statements.get(property_, ()))

    def first(self, name: str) -> str | None:
        """The value of a property of the ontology by its local name; things by their identifiers."""
        return next(map(identifier, self.texts(term(name))), None)

    def names(self, property_: str, language: str) -> list[str]:
        """The values of a property in one language, sorted."""
        return sorted({v.text for v in self.statements.get(property_, ()) if v.language == language})

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


def describe(
    store: Source, *, whole: Iterable[str] = (), shown: Iterable[str] = (), properties: Iterable[str] = SHOWN
) -> dict[str, Description]:
    """By IRI, every node that one of the patterns binds to ``?node``. One store call.

    Of nodes bound by `whole` everything is read, of those bound by `shown` what they are shown by. Each pattern
    holds its own VALUES: with a join around the union of them every node of the graph would be walked over.
    """
    only = f"FILTER (?property IN ({', '.join(f'<{iri}>' for iri in properties)}))"
    parts = [_part(patterns, rest) for patterns, rest in ((whole, ""), (shown, only)) if patterns]
    if not parts:
        return {}
    text = (
        'SELECT ?node (GROUP_CONCAT(?line; SEPARATOR="\\n") AS ?lines) '
        f"WHERE {{ {' UNION '.join(parts)} {_LINE} }} GROUP BY ?node"
    )
    return {node.value: _decoded(lines.value) for node, lines in solutions(store, text) if node and lines}


def _part(patterns: Iterable[str], rest: str) -> str:
    found = " UNION ".join(f"{{ {pattern} }}" for pattern in patterns)
    return f"{{ {{ SELECT DISTINCT ?node WHERE {{ {found} }} }} ?node ?property ?value . {rest} }}"


def _decoded(lines: str) -> Description:
    found: dict[str, dict[Value, None]] = defaultdict(dict)
    for property_, value in _statements(lines):
        found[property_][value] = None
    return Description({property_: tuple(values) for property_, values in found.items()})


def _statements(lines: str) -> Iterator[tuple[str, Value]]:
    for line in lines.split("\n"):
        property_, kind, text = line.split(" ", 2)
        if "%" in text:
            text = text.replace("%0A", "\n").replace("%25", "%")
        yield property_, Value(text, "" if kind == "<" else kind)
