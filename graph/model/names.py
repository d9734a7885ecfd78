"""Names to things: an index in memory, under the normal form of each name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from cemai.graph.errors import NameAmbiguous, NameUnknown

from .entity import Entity
from .normal_form import name_key, plain
from .suggestions import similar_names


def name_keys(thing: Entity) -> set[str]:
    """Every key under which a thing is found: its names and its code (330100)."""
    codes = {str(value) for name, value in thing.properties if name == "code"}
    return {key for name in thing.names if (key := name_key(name))} | codes


class NameIndex:
    """Things by name key. `classes` narrows a look-up: 吉林 as a City is 吉林市."""

    def __init__(self, things: Iterable[Entity]) -> None:
        self.things: dict[str, Entity] = {}
        self._by_key: dict[str, list[Entity]] = defaultdict(list)
        for thing in things:
            self.things[thing.id] = thing
            for key in sorted(name_keys(thing)):
                self._by_key[key].append(thing)

    def find(self, name: str, classes: frozenset[str] = frozenset()) -> list[Entity]:
        """All things of that name (or identifier), narrowed to `classes` when any is given."""
        written = name if name in self.things else plain(name).strip()
        found = [self.things[written]] if written in self.things else self._by_key.get(name_key(name), [])
        return [t for t in found if not classes or classes.intersection(t.classes)]

    def one(self, name: str, classes: frozenset[str] = frozenset()) -> Entity:
        """The one thing of that name; NameUnknown with near names, or NameAmbiguous with all of them."""
        found = self.find(name, classes)
        if not found:
            raise NameUnknown(name, self.suggest(name))
        if len(found) > 1:
            raise NameAmbiguous(name, [(t.id, t.name_zh) for t in found])
        return found[0]

    def suggest(self, name: str) -> list[str]:
        """Names that look like `name`, to help a user who mistyped."""
        return similar_names(name, self._labels)

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {name_key(n): n for t in self.things.values() for n in t.names}

    def shared(self) -> dict[str, list[Entity]]:
        """Keys that several things have, with those things in the order of the tables."""
        return {key: things for key, things in self._by_key.items() if len(things) > 1}
