"""Entities by identifier and by name, with labels and classes: read when they are asked for, and then remembered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from cemai.graph.model.normal_form import name_key, plain
from cemai.graph.rdf.writer import node
from cemai.graph.store.backend import GraphBackend
from cemai.graph.store.solutions import one_of, values
from cemai.ontology.namespaces import IDENTIFIER, identifier, term
from pyoxigraph import Literal, NamedNode

from .descriptions import SHOWN, Description, describe

NAME_KEY = "nameKey"
_KEY_IRI = term(NAME_KEY)
_NOTHING = Description()
_IRI = re.compile(r"[^\s<>\"{}|\\^`]+")  # what may stand in an IRI


class Entities:
    """The entities of one graph. Whoever needs many says so first (`load`, `look_up`): that is one store call."""

    def __init__(self, store: GraphBackend) -> None:
        self._store = store
        self._known: dict[str, Description] = {}
        self._named: dict[str, tuple[str, ...]] = {}

    def load(self, things: Iterable[str | None]) -> None:
        """Read those of some things that are not known yet."""
        wanted = sorted({thing for thing in things if thing} - self._known.keys())
        self._known |= dict.fromkeys(wanted, _NOTHING)
        if nodes := [node(thing) for thing in wanted if _IRI.fullmatch(thing)]:
            self.select(one_of("node", nodes))

    def learn(self, found: dict[str, Description]) -> None:
        """Remember what was read elsewhere, by identifier."""
        self._known |= found

    def select(self, *patterns: str, keys: bool = False) -> dict[str, Description]:
        """By identifier the entities that one of the patterns binds to ``?node``, with their name keys if `keys`."""
        found = describe(self._store, patterns, (*SHOWN, _KEY_IRI) if keys else SHOWN)
        named = {identifier(iri): found[iri] for iri in sorted(found)}
        self.learn(named)
        return named

    def get(self, thing: str) -> Description:
        """One entity; an empty description of what the graph does not know."""
        if thing not in self._known:
            self.load([thing])
        return self._known.get(thing, _NOTHING)

    def look_up(self, names: Iterable[str]) -> None:
        """Find out what each of some names, or identifiers, means."""
        wanted = {name: name_key(name) for name in names if name not in self._named}
        if not wanted:
            return
        written = {name: plain(name).strip() for name in wanted}
        patterns = [f"{values('key', map(Literal, wanted.values()))} ?node <{_KEY_IRI}> ?key ."]
        if direct := [node(name) for name in written.values() if IDENTIFIER.fullmatch(name)]:
            patterns.append(one_of("node", direct))
        found = self.select(*patterns, keys=True)
        by_key: dict[str, list[str]] = defaultdict(list)
        for thing, description in found.items():
            for key in description.texts(NAME_KEY):
                by_key[key].append(thing)
        for name, key in wanted.items():
            self._named[name] = (written[name],) if written[name] in found else tuple(by_key[key])

    def named(self, name: str) -> tuple[str, ...]:
        """The identifiers of what a name, or an identifier, means, sorted."""
        self.look_up([name])
        return self._named[name]

    def keys(self, classes: Iterable[str]) -> dict[str, str]:
        """By each name in its normal form what a thing of some classes (of any) is called, for suggestions."""
        wanted = [NamedNode(term(name)) for name in classes]
        of_class = f"{values('class', wanted)} ?node a ?class ." if wanted else ""
        labels: dict[str, str] = {}
        for thing, description in self.select(f"{of_class} ?node <{_KEY_IRI}> ?key .", keys=True).items():
            for key in description.texts(NAME_KEY):
                labels.setdefault(key, description.label("zh") or thing)
        return labels
