"""The same query on rdflib's own engine: terms there and back, so that rows can be compared with Oxigraph's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from cemai.graph.rdf.writer import node
from cemai.ontology.namespaces import term
from cemai.queries.catalogue import Query
from cemai.queries.runner import Cell, Term, cell
from pyoxigraph import Literal as OxLiteral
from pyoxigraph import NamedNode, RdfFormat, Store, serialize
from rdflib import Dataset, Literal, URIRef
from rdflib.query import ResultRow
from rdflib.term import Identifier, Node


def in_rdflib(store: Store) -> Dataset:
    """The quads of a store in rdflib, the default graph being the union of all."""
    dataset = Dataset(default_union=True)
    dataset.parse(data=serialize(store, format=RdfFormat.N_QUADS) or b"", format="nquads")
    return dataset


def cut(store: Store, things: tuple[str, ...]) -> Store:
    """The quads of these things and of every claim that has one of them as its subject."""
    smaller = Store()
    for thing in map(node, things):
        smaller.extend(store.quads_for_pattern(thing, None, None, None))
        for about in store.quads_for_pattern(None, NamedNode(term("subject")), thing, None):
            smaller.extend(store.quads_for_pattern(about.subject, None, None, None))
    return smaller


def to_rdflib(term: Term) -> Identifier:
    """A term of pyoxigraph as one of rdflib."""
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value))


def to_cell(term: Node | None) -> Cell:
    """A term of rdflib as the plain cell that the runner makes of it."""
    if term is None:
        return None
    if isinstance(term, Literal):
        if term.language:
            return cell(OxLiteral(str(term), language=term.language))
        return cell(OxLiteral(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None))
    return cell(NamedNode(str(term)))


def rows_of_rdflib(
    dataset: Dataset, query: Query, bound: dict[str, Term], columns: tuple[str, ...]
) -> list[tuple[Cell, ...]]:
    """The answer of rdflib's own engine, in the columns that the runner shows."""
    result = dataset.query(query.text, initBindings={name: to_rdflib(term) for name, term in bound.items()})
    return [
        tuple(to_cell(row.asdict().get(column)) for column in columns) for row in result if isinstance(row, ResultRow)
    ]


def counted(rows: Iterable[tuple[Cell, ...]]) -> Counter[tuple[Cell, ...]]:
    """Rows without their order, numbers by value: engines write 1.10 in their own ways."""
    return Counter(tuple(map(_normal, row)) for row in rows)


def _normal(value: Cell) -> Cell:
    try:
        return str(Decimal(str(value)).normalize()) if value is not None else None
    except ArithmeticError:
        return value
