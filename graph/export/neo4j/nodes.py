"""Nodes made of plain statements: entities, concepts, datasets; findings of the audit and derivations.

Which properties they have is read from the graph, because a dataset may use any property of the ontology: the type is
that of the values (text where they differ), and a property is a list where some node has it more than once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cemai.graph.model.entity import Entity, PropertyValue, Ref, TaggedText
from cemai.graph.model.statement import UNVERIFIED
from cemai.graph.rdf.writer import node, prop
from cemai.ontology.namespaces import CM, SKOS, local

from .model import Kind, Neo4jColumn, Neo4jTable, Row, Rows, Value, labels
from .terms import kind_of, last, property_name, relationship, text_of, value_of

_FIRST = (Neo4jColumn("name_zh"), Neo4jColumn("name_en"), Neo4jColumn("names", "string[]"))
_IN_SCHEME = SKOS + "inScheme"
_LEFT_OUT = {SKOS + "topConceptOf"}  # a top concept is in the scheme, too


@dataclass(frozen=True, slots=True)
class NodeLink:
    """A link to another node by the local name of a property; `derived` when no dataset states it."""

    name: str
    other: str
    derived: bool


@dataclass(slots=True)
class NodeRecord:
    """What stands about one node as Neo4j has it: values by property, and links in a stable order."""

    entity: Entity
    values: dict[str, list[PropertyValue]] = field(default_factory=lambda: defaultdict(list))
    links: list[NodeLink] = field(default_factory=list)


class NodeTable:
    """The table of some nodes, and their rows. Links to `concepts` become properties with the key (``talent``)."""

    def __init__(self, name: str, space: str, entities: Mapping[str, Entity], concepts: frozenset[str]) -> None:
        self.space = space
        self.nodes = [_described(entity, concepts) for entity in entities.values()]
        self.columns = _columns(self.nodes, named=space == "Thing")
        self.table = Neo4jTable(name, space, self.columns)

    def rows(self) -> Iterator[tuple[NodeRecord, Row]]:
        """Each node with its row."""
        for each in self.nodes:
            yield each, self._row(each)

    def _row(self, each: NodeRecord) -> Row:
        entity = each.entity
        classes = sorted({last(name) for name in (*entity.classes, *entity.derived_classes)})
        doubt = ["Unverified"] if UNVERIFIED in each.values.get("derived_tier", ()) else []
        named = labels(self.space, *classes, *doubt)
        return (entity.id, named, *(_cell(column, each) for column in self.columns))


def linked(table: Neo4jTable, each: NodeRecord, among: frozenset[str]) -> Rows:
    """A relationship for each link of a node that has one of certain names."""
    for link in each.links:
        if link.name in among:
            yield table, (each.entity.id, link.other, relationship(link.name))


def _described(entity: Entity, concepts: frozenset[str]) -> NodeRecord:
    described, links = NodeRecord(entity), dict[tuple[str, str], NodeLink]()
    stated = list(entity.stated())
    for derived, (name, value) in [*((False, each) for each in stated), *((True, each) for each in entity.derived)]:
        if name in _LEFT_OUT:
            continue
        if (plain := _plain(name, value, concepts)) is not None:
            language = value.language if isinstance(value, TaggedText) else ""
            described.values[property_name(name, language)].append(plain)
        elif isinstance(value, Ref) and "://" not in value.id:
            links.setdefault(_order(name, value.id), NodeLink(last(name), value.id, derived))
    for column, given in (("name_zh", entity.name_zh), ("name_en", entity.name_en)):
        if given:
            described.values[column].append(given)
    described.links = [links[key] for key in sorted(links)]
    return described


def _plain(name: str, value: PropertyValue, concepts: frozenset[str]) -> PropertyValue | None:
    """A value that is no link: a literal, the key of a concept, the local name of a term of the ontology."""
    if not isinstance(value, Ref):
        return value
    if value.id in concepts and name != _IN_SCHEME:
        return value.id.partition("/")[2]
    return local(value.id) if value.id.startswith(CM) else None


def _order(name: str, other: str) -> tuple[str, str]:
    """Links come as statements are sorted in N-Triples."""
    return str(prop(name)), str(node(other))


def _columns(described: Iterable[NodeRecord], named: bool) -> tuple[Neo4jColumn, ...]:
    kinds: dict[str, set[Kind]] = defaultdict(set)
    several = set()
    for each in described:
        for name, values in each.values.items():
            kinds[name].update(map(kind_of, values))
            if len(values) > 1:
                several.add(name)
    first = _FIRST if named else ()
    rest = (name for name in sorted(kinds) if name not in {column.name for column in _FIRST})
    return (*first, *(Neo4jColumn(name, _kind(kinds[name], name in several)) for name in rest))


def _kind(kinds: set[Kind], several: bool) -> Kind:
    return "string[]" if several else kinds.pop() if len(kinds) == 1 else "string"


def _cell(column: Neo4jColumn, each: NodeRecord) -> Value:
    if column.name == "names":
        return list(dict.fromkeys(each.entity.names)) or None
    found = each.values.get(column.name)
    if not found:
        return None
    if column.kind == "string[]":
        return [text_of(value) for value in found]
    return text_of(found[0]) if column.kind == "string" else value_of(found[0])
