"""Nodes made of plain statements: things, concepts, datasets; findings of the audit and derivations.

Which properties they have is read from the graph, because a dataset may use any property of the ontology: the type is
that of the values (text where they differ), and a property is a list where some node has it more than once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from cemai.graph.store.backend import Source
from cemai.ontology.namespaces import ID, RDF, SKOS, identifier, term
from pyoxigraph import NamedNode

from .model import Column, Kind, Row, Rows, Table, Value, labels
from .terms import Described, describe, kind_of, relationship, value_of

_FIRST = ("name_zh", "name_en", "names")


def things(store: Source) -> list[str]:
    """Identifiers of all things that bear a name, sorted."""
    return _subjects(store, SKOS + "prefLabel", None)


def findings(store: Source) -> list[str]:
    """Identifiers of the findings of the audit and of the derivations, sorted."""
    kinds = map(term, ("Disagreement", "Derivation"))
    return sorted(name for kind in kinds for name in _subjects(store, RDF + "type", kind))


def _subjects(store: Source, predicate: str, object_: str | None) -> list[str]:
    found = store.quads_for_pattern(None, NamedNode(predicate), NamedNode(object_) if object_ else None, None)
    iris = {quad.subject.value for quad in found}  # type: ignore[union-attr]
    return sorted(identifier(iri) for iri in iris if iri.startswith(ID))


class Nodes:
    """The table of some nodes, and their rows."""

    def __init__(self, store: Source, known: frozenset[str], name: str, space: str, ids: list[str]) -> None:
        self.store, self.known, self.ids, self.space = store, known, ids, space
        self.columns = _columns(map(self.describe, ids), named=space == "Thing")
        self.table = Table(name, space, self.columns)

    def describe(self, node: str) -> Described:
        """What the graph says of one node."""
        return describe(self.store, node, self.known)

    def row(self, node: str, told: Described) -> Row:
        """The row of one node."""
        doubt = ["Unverified"] if any(v.value == "unverified" for v in told.values.get("derived_tier", ())) else []
        named = labels(self.space, *sorted(told.classes), *doubt)
        return (node, named, *(_cell(c, told) for c in self.columns))

    def rows(self) -> Iterator[tuple[str, Described, Row]]:
        """Each node with what the graph says of it and its row."""
        for node in self.ids:
            told = self.describe(node)
            yield node, told, self.row(node, told)


def _columns(told: Iterable[Described], named: bool) -> tuple[Column, ...]:
    kinds: dict[str, set[Kind]] = defaultdict(set)
    several = set()
    for one in told:
        for name, literals in one.values.items():
            kinds[name].update(map(kind_of, literals))
            if len(literals) > 1:
                several.add(name)
    first = [Column("name_zh"), Column("name_en"), Column("names", "string[]")] if named else []
    rest = (name for name in sorted(kinds) if not name.startswith("alias_") and name not in _FIRST)
    return (*first, *(Column(name, _kind(kinds[name], name in several)) for name in rest))


def _kind(kinds: set[Kind], several: bool) -> Kind:
    return "string[]" if several else kinds.pop() if len(kinds) == 1 else "string"


def _cell(column: Column, told: Described) -> Value:
    if column.name == "names":
        return names(told) or None
    found = told.values.get(column.name)
    if not found:
        return None
    return [each.value for each in found] if column.kind == "string[]" else value_of(found[0], column.kind)


def names(told: Described) -> list[str]:
    """Every name of a thing, Chinese first, the preferred before the others."""
    order = ("name_zh", "alias_zh", "name_en", "alias_en")
    return list(dict.fromkeys(each.value for name in order for each in told.values.get(name, ())))


def linked(table: Table, node: str, told: Described, among: frozenset[str]) -> Rows:
    """A relationship for each link of a node that has one of certain names."""
    for name, other in told.links:
        if name in among:
            yield table, (node, other, relationship(name))
