"""The knowledge graph as an object: names, queries of the catalogue, claims."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from cemai.graph.claims import Claim
from cemai.graph.errors import NameAmbiguous, NameUnknown, QueryError
from cemai.graph.names import name_key, near_names
from cemai.graph.rdf import node
from cemai.graph.read import claim_ids, label, read_claim
from cemai.graph.source import Source, open_source
from cemai.ontology.names import IDENTIFIER, RDF, RDFS, SKOS, identifier, local, term
from cemai.queries.catalogue import Query, catalogue, named
from cemai.queries.runner import Rows, bind, run

from . import api, api_cities, api_diffusion
from .ask import ask

DEFAULT = Path(".cemai")


class KnowledgeGraph:
    """A built graph, opened read-only. Names are found in Chinese or English, full or short."""

    # The questions, each a function that takes the graph first.
    trace, rounds, tree, curve = api.trace, api.rounds, api.tree, api.curve
    show, compare, series = api_cities.show, api_cities.compare, api_cities.series
    measures, peers, audit = api_cities.measures, api_cities.peers, api_cities.audit
    diffusion, path, explain, select = api_diffusion.diffusion, api.path, api.explain, api.select
    ask = ask

    def __init__(self, store: Source) -> None:
        self.store = store

    @classmethod
    def open(cls, root: Path | str = DEFAULT) -> KnowledgeGraph:
        """Open the graph that `cemai build` made at `root`, or one on a SPARQL server; StoreError without one."""
        return cls(open_source(root))

    def find(self, name: str, classes: tuple[str, ...] = ()) -> list[str]:
        """Identifiers of every thing of that name, narrowed to things of `classes` or below."""
        wanted = {c for name_ in classes for c in self._below(name_)}
        direct = node(name) if IDENTIFIER.fullmatch(name) else None
        if direct is not None and any(self.store.quads_for_pattern(direct, None, None, None)):
            found = [name]
        else:
            quads = self.store.quads_for_pattern(None, NamedNode(term("nameKey")), Literal(name_key(name)), None)
            found = sorted({identifier(q.subject.value) for q in quads})  # type: ignore[union-attr]
        return [thing for thing in found if not wanted or wanted & self.classes(thing)]

    def one(self, name: str, classes: tuple[str, ...] = ()) -> str:
        """The one thing of that name; NameUnknown with near names, NameAmbiguous with the candidates.

        Raises QueryError for a thing of another kind than is wanted.
        """
        if not name.strip():
            raise QueryError("the name is empty 名称为空")
        found = self.find(name, classes)
        if not found and classes and (other := self.find(name)):
            listed = "; ".join(f"{self.label(thing) or thing} ({thing})" for thing in other)
            raise QueryError(f"{name!r} is {listed}, not {' or '.join(classes)} 没有名为“{name}”的此类事物; "
                             f"what is known of it 已知陈述: cemai show {other[0]}")  # fmt: skip
        if not found:
            raise NameUnknown(name, self.near(name, classes))
        if len(found) > 1:
            raise NameAmbiguous(name, [(t, self.label(t) or t) for t in found])
        return found[0]

    def near(self, name: str, classes: tuple[str, ...] = ()) -> list[str]:
        """Names that look like `name`, of things of those classes."""
        wanted = {c for name_ in classes for c in self._below(name_)}
        labels: dict[str, str] = {}
        for quad in self.store.quads_for_pattern(None, NamedNode(term("nameKey")), None, None):
            thing = identifier(quad.subject.value)  # type: ignore[union-attr]
            if not wanted or wanted & self.classes(thing):
                labels.setdefault(str(quad.object.value), self.label(thing) or thing)  # type: ignore[union-attr]
        return near_names(name, labels)

    def classes(self, thing: str) -> set[str]:
        """Local names of the classes that a thing is of, as stated and as inferred (a City is a Place)."""
        quads = self.store.quads_for_pattern(node(thing), NamedNode(RDF + "type"), None, None)
        return {local(q.object.value) for q in quads}  # type: ignore[union-attr]

    def kinds(self, thing: str) -> list[str]:
        """The most specific of its classes: ``['City']``, for a municipality ``['City', 'Province']``."""
        found = self.classes(thing)
        return sorted(c for c in found if not (self._below(c) - {c}) & found)

    def label(self, thing: str, language: str = "zh") -> str | None:
        """Preferred label of a thing or concept."""
        return label(self.store, thing, language)

    def concepts(self, scheme: str) -> list[str]:
        """The keys of a scheme (``tier-1`` of evaluation-tier)."""
        quads = self.store.quads_for_pattern(None, NamedNode(SKOS + "inScheme"), node(f"scheme/{scheme}"), None)
        return sorted(identifier(q.subject.value).partition("/")[2] for q in quads)  # type: ignore[union-attr]

    def names(self, thing: str, language: str) -> list[str]:
        """Preferred and alternative labels in one language, the preferred first."""
        found = []
        for name in ("prefLabel", "altLabel"):
            quads = self.store.quads_for_pattern(node(thing), NamedNode(SKOS + name), None, None)
            found += sorted(
                q.object.value for q in quads if isinstance(q.object, Literal) and q.object.language == language
            )
        return found

    def claim(self, claim_id: str) -> Claim:
        """One claim by its id; NameUnknown with near ids when there is none."""
        key = claim_id.removeprefix("claim/")
        claim = read_claim(self.store, key) if IDENTIFIER.fullmatch(f"claim/{key}") else None
        if claim is None:
            raise NameUnknown(claim_id, get_close_matches(key, claim_ids(self.store), n=5))
        return claim

    def query(self, query: Query | str, parameters: Mapping[str, str] | None = None) -> Rows:
        """Run a query of the catalogue by its name, or a Query, with its parameters."""
        if isinstance(query, str):
            found = named(query)
            if found is None:
                near = near_names(query, {name_key(n): n for n in catalogue()})
                raise QueryError(f"no query is called {query!r}; near: {', '.join(near) or '-'} 没有此查询")
            query = found
        return run(self.store, query, bind(query, parameters or {}, self.one, self.concepts))

    def _below(self, name: str) -> set[str]:
        """A class and every class below it."""
        found, todo = set[str](), [name]
        while todo:
            current = todo.pop()
            if current not in found:
                found.add(current)
                quads = self.store.quads_for_pattern(
                    None, NamedNode(RDFS + "subClassOf"), NamedNode(term(current)), None
                )
                todo += [local(q.subject.value) for q in quads]  # type: ignore[union-attr]
        return found
