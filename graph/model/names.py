"""Names to things: one normal form for look-up, an index in memory, and near names."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping

from cemai.graph.errors import NameAmbiguous, NameUnknown

from .statement import Thing

_BRACKETS = str.maketrans({"（": "(", "）": ")", "【": "[", "】": "]", "“": '"', "”": '"', "‘": "'", "’": "'"})


def name_key(name: str) -> str:
    """Normal form of a name: no white space, lower case, half-width brackets and quotes."""
    return "".join(name.split()).translate(_BRACKETS).casefold()


def name_keys(thing: Thing) -> set[str]:
    """Every key under which a thing is found: its names and its code (330100)."""
    return {name_key(n) for n in thing.names} | {str(value) for name, value in thing.properties if name == "code"}


class NameIndex:
    """Things by name key. `classes` narrows a look-up: 吉林 as a City is 吉林市."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self.things: dict[str, Thing] = {}
        self._by_key: dict[str, list[Thing]] = defaultdict(list)
        for thing in things:
            self.things[thing.id] = thing
            for key in sorted(name_keys(thing)):
                self._by_key[key].append(thing)

    def find(self, name: str, classes: frozenset[str] = frozenset()) -> list[Thing]:
        """All things of that name (or identifier), narrowed to `classes` when any is given."""
        found = [self.things[name]] if name in self.things else self._by_key.get(name_key(name), [])
        return [t for t in found if not classes or classes.intersection(t.classes)]

    def one(self, name: str, classes: frozenset[str] = frozenset()) -> Thing:
        """The one thing of that name; NameUnknown with near names, or NameAmbiguous with all of them."""
        found = self.find(name, classes)
        if not found:
            raise NameUnknown(name, self.near(name))
        if len(found) > 1:
            raise NameAmbiguous(name, [(t.id, t.name_zh) for t in found])
        return found[0]

    def near(self, name: str) -> list[str]:
        """Names that look like `name`, to help a user who mistyped."""
        return near_names(name, {name_key(n): n for t in self.things.values() for n in t.names})


def near_names(name: str, labels: Mapping[str, str], most: int = 5) -> list[str]:
    """Up to `most` names that look like `name` or hold it; `labels` maps name keys to names."""
    key = name_key(name)

    def likeness(other: str) -> tuple[bool, float, int]:
        """Names that hold one another first of all, then those that look alike; the same first character helps."""
        inside = len(other) > 1 and (key in other or other in key)
        ratio = difflib.SequenceMatcher(None, key, other).ratio()
        return inside, ratio + 0.2 * (other[:1] == key[:1]), -len(other)

    ranked = sorted(((likeness(k), labels[k]) for k in labels), reverse=True)
    good = [label for (inside, ratio, _), label in ranked if inside or ratio >= 0.5]
    return list(dict.fromkeys(good))[:most]
