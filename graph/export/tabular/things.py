"""The table of all things and one table a class, whose columns are the plain properties that its members have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from cemai.ontology.namespaces import ID, XSD, identifier
from cemai.ontology.text import Described, LangText
from pyoxigraph import Literal, NamedNode

from .items import Item, below
from .model import Column, Kind, Row, Table, Value
from .words import (
    classes,
    common,
    concept,
    identity,
    labels,
    link,
    other_names,
    property_iri,
    scheme_of,
    snake,
    words_of,
)

THINGS = "thing"
ABOUT = f"{ID}{{+id}}"
# Classes that only gather others: their members stand in the tables of the classes below.
_GATHERING = ("Entity", "Actor", "Area", "Place", "Zone", "Organisation")
_KINDS: dict[str, Kind] = {XSD + name: name for name in ("integer", "decimal", "date", "boolean")}
_READ: dict[Kind, Callable[[str], Value]] = {
    "integer": int, "decimal": Decimal, "date": date.fromisoformat, "boolean": lambda text: text == "true",
}  # fmt: skip
Properties = Mapping[str, Column]


def thing_tables(items: Mapping[str, Item]) -> Iterator[Table]:
    """The table of things, then those of the classes by name."""
    properties = _properties(items)
    meant = LangText("图谱中断言可以谈论的全部事物，一行一个。", "Everything that claims are about, one a row.")
    words = Described("全部事物", "all things", meant)
    yield _table(THINGS, words, list(items.values()), list(common()), properties)
    for name in table_classes(items.values()):
        members = [item for item in items.values() if not below(name).isdisjoint(item.classes)]
        own = {p for item in members for p in (*item.stated, *item.edges)} - common().keys()
        yield _table(snake(name), words_of(name), members, [*common(), *_order(own, properties)], properties)


def table_classes(items: Iterable[Item]) -> list[str]:
    """Classes that have a table: with members, and not above or below one another; a thing is in one at least."""
    found = set()
    for item in items:
        for stated in item.classes:
            found.add(next((c for c in _candidates() if stated in below(c)), stated))
    return sorted(found)


def _candidates() -> list[str]:
    """The highest classes that do not only gather others."""
    direct = {c for g in _GATHERING for c in below(g)} - set(_GATHERING)
    return sorted(c for c in direct if not any(c in below(d) for d in direct - {c}))


def _table(name: str, words: Described, members: list[Item], names: Iterable[str], properties: Properties) -> Table:
    kept = [(p, properties[p]) for p in names]
    start, end = [identity(), classes()], [other_names("zh"), other_names("en")]
    columns = (*start, *labels(), *end, *(column for _, column in kept))
    if name != THINGS:
        columns = (replace(start[0], refers=THINGS), *columns[1:])

    def rows() -> Iterator[Row]:
        for item in members:
            known: list[Value] = [item.id, list(item.classes), item.names.get("zh"), item.names.get("en")]
            known += [item.others.get(language, []) for language in ("zh", "en")]
            yield [*known, *(_value(item, p, column) for p, column in kept)]

    return Table(name, words, columns, rows, about=ABOUT)


def _order(names: set[str], properties: Properties) -> list[str]:
    """Single values first, then lists; by name."""
    return sorted(names, key=lambda n: (properties[n].kind == "list", n.casefold(), n))


def _properties(items: Mapping[str, Item]) -> dict[str, Column]:
    """A column for each property: a list where it is a plain edge or where a thing has several values."""
    stated, many = dict[str, set[NamedNode | Literal]](), set[str]()
    for item in items.values():
        many |= item.edges.keys()
        for name, values in item.stated.items():
            stated.setdefault(name, set()).update(values)
            if len(values) > 1:
                many.add(name)
    columns = {name: _single(name, values, items) for name, values in stated.items() if name not in many}
    return common() | columns | {name: _many(name) for name in many}


def _single(name: str, values: set[NamedNode | Literal], items: Mapping[str, Item]) -> Column:
    words, iri = words_of(name), property_iri(name)
    if scheme := scheme_of(name):
        return concept(snake(name), scheme, words, iri)
    if all(isinstance(v, NamedNode) for v in values):
        column = link(snake(name), THINGS, words, iri)
        return column if all(identifier(v.value) in items for v in values) else replace(column, refers=None)
    kinds = {_KINDS.get(v.datatype.value, "string") if isinstance(v, Literal) else "string" for v in values}
    return Column(snake(name), kinds.pop() if len(kinds) == 1 else "string", words, property=iri)


def _many(name: str) -> Column:
    return replace(link(snake(name), THINGS, words_of(name), property_iri(name)), kind="list", refers=None)


def _value(item: Item, name: str, column: Column) -> Value:
    stated = item.stated.get(name, [])
    if column.kind == "list":
        return sorted({*item.edges.get(name, []), *(identifier(v.value) for v in stated)})
    if not stated:
        return None
    text = identifier(stated[0].value)
    if column.choices:
        return text.partition("/")[2]
    return _READ.get(column.kind, str)(text)
