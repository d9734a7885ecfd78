"""The table of all entities and one table a class, whose columns are the plain properties that its members have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache

from cemai.graph.export.csvfile import cell
from cemai.graph.model.entity import Entity, PropertyValue, Ref, TaggedText
from cemai.ontology.describe import describe_ontology
from cemai.ontology.namespaces import ID, parted
from cemai.ontology.text import Described, LangText

from .model import FilledTable, Kind, Row, SchemaColumn, TableSchema, Value
from .schema_columns import (
    classes_column,
    column_name,
    common_columns,
    concept_column,
    described,
    identity_column,
    label_columns,
    link_column,
    other_names_column,
    property_iri,
    scheme_of,
)

THINGS = "thing"
ABOUT = f"{ID}{{+id}}"
# Classes that only gather others: their members stand in the tables of the classes below.
_GATHERING = ("Entity", "Actor", "Area", "Place", "Zone", "Organisation")
_KINDS: dict[type, Kind] = {int: "integer", Decimal: "decimal", date: "date", bool: "boolean"}
Properties = Mapping[str, SchemaColumn]


@dataclass
class Member:
    """An entity as tables have it: values that datasets state, identifiers that plain edges lead to, by property."""

    entity: Entity
    stated: dict[str, list[PropertyValue]] = field(default_factory=lambda: defaultdict(list))
    edges: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, entity: Entity) -> Member:
        """Only what the ontology names has a column."""
        member = cls(entity)
        for name, value in entity.stated():
            if _is_own(name):
                member.stated[name].append(value)
        for name, value in entity.derived:
            if _is_own(name):
                member.edges[name].append(_text(value))
        return member


@cache
def below(name: str) -> frozenset[str]:
    """A class and every class below it."""
    found = {c.name for c in describe_ontology().classes if name in c.parents}
    return frozenset({name}).union(*(below(child) for child in found))


def entity_tables(entities: Iterable[Entity]) -> Iterator[FilledTable]:
    """The table of all entities, then those of the classes by name."""
    members = list(map(Member.of, entities))
    properties = _properties(members)
    words = Described("全部事物", "all things", LangText(
        "图谱中断言可以谈论的全部事物，一行一个。", "Everything that claims are about, one per row.",
    ))  # fmt: skip
    yield _table(THINGS, words, members, list(common_columns()), properties)
    for name in table_classes(member.entity for member in members):
        of_class = [each for each in members if not below(name).isdisjoint(each.entity.classes)]
        own = {p for each in of_class for p in (*each.stated, *each.edges)} - common_columns().keys()
        yield _table(
            parted(name, "_"), described(name), of_class, [*common_columns(), *_order(own, properties)], properties
        )


def table_classes(entities: Iterable[Entity]) -> list[str]:
    """Classes that have a table: with members, and not above or below one another; an entity is in one at least."""
    stated = {name for entity in entities for name in entity.classes if "://" not in name}
    return sorted({next((c for c in _candidates() if name in below(c)), name) for name in stated})


@cache
def _candidates() -> tuple[str, ...]:
    """The highest classes that do not only gather others."""
    direct = {c for g in _GATHERING for c in below(g)} - set(_GATHERING)
    return tuple(sorted(c for c in direct if not any(c in below(d) for d in direct - {c})))


def _table(
    name: str, words: Described, members: list[Member], names: Iterable[str], properties: Properties
) -> FilledTable:
    kept = [(p, properties[p]) for p in names]
    start, end = [identity_column(), classes_column()], [other_names_column("zh"), other_names_column("en")]
    columns = (*start, *label_columns(), *end, *(column for _, column in kept))
    if name != THINGS:
        columns = (replace(start[0], refers=THINGS), *columns[1:])
    return FilledTable(TableSchema(name, words, columns, about=ABOUT), (_row(each, kept) for each in members))


def _row(each: Member, kept: list[tuple[str, SchemaColumn]]) -> Row:
    e = each.entity
    known = [name for name in e.classes if "://" not in name]
    own: list[Value] = [e.id, known, e.name_zh or None, e.name_en, [*e.aliases_zh], [*e.aliases_en]]
    return [*own, *(_value(each, p, column) for p, column in kept)]


def _order(names: set[str], properties: Properties) -> list[str]:
    """Single values first, then lists; by name."""
    return sorted(names, key=lambda n: (properties[n].kind == "list", n.casefold(), n))


def _properties(members: Iterable[Member]) -> dict[str, SchemaColumn]:
    """A column for each property: a list where it is a plain edge or where an entity has several values."""
    values, many, known = defaultdict[str, list[PropertyValue]](list), set[str](), set[str]()
    for each in members:
        known.add(each.entity.id)
        many |= each.edges.keys()
        for name, found in each.stated.items():
            values[name] += found
            if len(found) > 1:
                many.add(name)
    columns = {name: _single(name, found, known) for name, found in values.items() if name not in many}
    return common_columns() | columns | {name: _many(name) for name in many}


def _single(name: str, values: list[PropertyValue], known: set[str]) -> SchemaColumn:
    words, iri = described(name), property_iri(name)
    if scheme := scheme_of(name):
        return concept_column(column_name(name), scheme, words, iri)
    targets = [value.id for value in values if isinstance(value, Ref)]
    if len(targets) == len(values):
        column = link_column(column_name(name), THINGS, words, iri)
        return column if known.issuperset(targets) else replace(column, refers=None)
    kinds = {_KINDS.get(type(value), "string") for value in values}
    return SchemaColumn(column_name(name), kinds.pop() if len(kinds) == 1 else "string", words, property=iri)


def _many(name: str) -> SchemaColumn:
    return replace(
        link_column(column_name(name), THINGS, described(name), property_iri(name)), kind="list", refers=None
    )


def _value(each: Member, name: str, column: SchemaColumn) -> Value:
    stated = each.stated.get(name, [])
    if column.kind == "list":
        return sorted({*each.edges.get(name, []), *map(_text, stated)})
    if not stated:
        return None
    if column.choices:
        return _text(stated[0]).partition("/")[2]
    value = stated[0]
    return _text(value) if column.kind == "string" or isinstance(value, Ref | TaggedText) else value


def _is_own(name: str) -> bool:
    """Whether a property is one of the ontology, or a coordinate."""
    return "://" not in name and name != "title"


def _text(value: PropertyValue) -> str:
    return value.id if isinstance(value, Ref) else value.text if isinstance(value, TaggedText) else cell(value)
