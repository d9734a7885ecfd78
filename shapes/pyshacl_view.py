"""The store as pySHACL sees it: a read-only rdflib view that reads one property at a time.

pySHACL asks for the values of one property of many nodes, and for the nodes of a class. So the view reads a property
whole at its first use, and never the rest: much less is turned into rdflib terms than the graph holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterator
from typing import Any

from pyoxigraph import BlankNode, NamedNode, RdfFormat
from pyoxigraph import Literal as OxLiteral
from pyoxigraph import Store as OxStore
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.store import Store

Term = URIRef | BNode | Literal
Values = dict[Term, list[Term]]


class PropertyView(Store):
    """An rdflib store over a pyoxigraph store; all named graphs are one."""

    # pySHACL wants these of every store; the view knows one graph only.
    context_aware = True
    graph_aware = True

    def add_graph(self, graph: Graph) -> None:
        """Nothing to do: there is one graph."""

    def __init__(self, store: OxStore) -> None:
        super().__init__()
        self._store = store
        self._size = len(store)  # a scan: pySHACL asks for it at every finding
        self._forward: dict[Term, Values] = {}
        self._backward: dict[Term, Values] = {}
        self._terms: dict[Any, Term] = {}

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[tuple[Any, Any]]:
        """What rdflib asks a store for; the property must be given (pySHACL always gives it)."""
        s, p, o = triple_pattern
        if p is None:
            raise ValueError("the view is asked by property only")
        if s is not None:
            for value in self._of(p).get(s, ()):
                if o is None or value == o:
                    yield (s, p, value), iter(())
        elif o is not None:
            for subject in self._back(p).get(o, ()):
                yield (subject, p, o), iter(())
        else:
            for subject, values in self._of(p).items():
                for value in values:
                    yield (subject, p, value), iter(())

    def __len__(self, context: Any = None) -> int:
        return self._size

    def values(self, subject: Any, predicate: Any) -> list[Term]:
        """The values of one property of one node."""
        return self._of(predicate).get(subject, [])

    def read(self) -> int:
        """How many statements have been read so far."""
        return sum(len(values) for table in self._forward.values() for values in table.values())

    def _of(self, p: Term) -> Values:
        if p not in self._forward:
            self._forward[p] = self._read(p)
        return self._forward[p]

    def _back(self, p: Term) -> Values:
        if p not in self._backward:
            found: Values = defaultdict(list)
            for subject, values in self._of(p).items():
                for value in values:
                    found[value].append(subject)
            self._backward[p] = dict(found)
        return self._backward[p]

    def _read(self, p: Term) -> Values:
        """The statements of one property; one that stands in several named graphs counts once."""
        found: Values = defaultdict(list)
        for quad in self._store.quads_for_pattern(None, NamedNode(str(p)), None, None):
            values, value = found[self._term(quad.subject)], self._term(quad.object)
            if value not in values:
                values.append(value)
        return dict(found)

    def _term(self, node: Any) -> Term:
        found = self._terms.get(node)
        if found is None:
            found = self._terms[node] = as_rdflib(node)
        return found


class FocusGraph(Graph):
    """The view as an rdflib graph, with a short way for the question that pySHACL asks most."""

    def __init__(self, store: OxStore) -> None:
        self.view = PropertyView(store)
        super().__init__(store=self.view, bind_namespaces="none")

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Generator[Any, None, None]:
        """The values of a property; `unique` says nothing here, for no value stands twice."""
        if isinstance(subject, URIRef) and isinstance(predicate, URIRef):
            yield from self.view.values(subject, predicate)
        else:
            yield from super().objects(subject, predicate, unique)


def in_memory(store: OxStore) -> OxStore:
    """A copy in memory: queries on it are three times as fast as on the disk, and that pays for the copying."""
    copy = OxStore()
    copy.bulk_load(store.dump(format=RdfFormat.N_QUADS), format=RdfFormat.N_QUADS)
    return copy


def focus_graph(store: OxStore) -> FocusGraph:
    """What pySHACL gets to judge."""
    return FocusGraph(store)


def as_rdflib(node: Any) -> Any:
    """A pyoxigraph term as an rdflib term, its written form kept."""
    if isinstance(node, NamedNode):
        return URIRef(node.value)
    if isinstance(node, BlankNode):
        return BNode(node.value)
    assert isinstance(node, OxLiteral)  # noqa: S101 - there are no triple terms
    if node.language:
        return Literal(node.value, lang=node.language)
    return Literal(node.value, datatype=URIRef(node.datatype.value), normalize=False)
