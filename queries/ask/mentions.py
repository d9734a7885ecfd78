"""What a question names: things of the register, topics, roles, years, days and numbers, by where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from cemai.graph.model.normal_form import plain
from cemai.ontology.namespaces import RDF, SKOS, identifier, term
from cemai.queries.answers.topics import topic_names
from pyoxigraph import Literal, NamedNode

from .templates import words
from .tokens import chinese, tokens

if TYPE_CHECKING:
    from cemai.queries.session import Session

Tokens = tuple[str, ...]
_LONGEST = 60
_YEAR = re.compile(r"((?:19|20)\d\d) (?:年 度 |年 )?")
_DAYS = (
    re.compile(r"(?P<year>\d{4}) (?:年 )?(?P<month>\d{1,2}) (?:月 )?(?P<day>\d{1,2}) (?:日 |号 )?"),
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<name>[a-z]{3,9}) (?P<year>\d{4}) "),
    re.compile(r"(?P<name>[a-z]{3,9}) (?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<year>\d{4}) "),
)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_IDENTIFIER = re.compile(r"[a-z][\w-]*(?:/[\w.-]+)+")


@dataclass(frozen=True)
class Spot:
    """A name or value from token `start` to `end`: what to ask with, and the things that it may mean."""

    start: int
    end: int
    value: str
    things: tuple[str, ...] = ()


# By kind of slot and first token.
Spots = Mapping[str, Mapping[int, Sequence[Spot]]]


class Names:
    """The register of one graph, made once: every name of a thing in the form of tokens."""

    def __init__(self, kg: Session) -> None:
        self.kg = kg

    @cached_property
    def things(self) -> dict[Tokens, dict[str, str]]:
        """By tokens the things that bear the name, each with the name as the register writes it."""
        found: dict[Tokens, dict[str, str]] = defaultdict(dict)
        cities = self._cities()
        for thing, name in self._labels():
            for form in (name, f"{name} city", f"city of {name}") if thing in cities and name.isascii() else (name,):
                found[tokens(form)].setdefault(thing, name)
            if thing.startswith("source/"):
                found[tokens(thing.partition("/")[2])].setdefault(thing, thing)
        for other, name in words().names.items():
            found[tokens(other)] |= found[tokens(name)]
        return found

    def _labels(self) -> Iterator[tuple[str, str]]:
        for label in ("prefLabel", "altLabel"):
            for quad in self.kg.store.quads_for_pattern(None, NamedNode(SKOS + label), None, None):
                if isinstance(quad.object, Literal):
                    yield identifier(quad.subject.value), quad.object.value  # type: ignore[union-attr]

    def _cities(self) -> set[str]:
        quads = self.kg.store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(term("City")), None)
        return {identifier(quad.subject.value) for quad in quads}  # type: ignore[union-attr]

    @cached_property
    def values(self) -> dict[str, dict[Tokens, str]]:
        """By kind of slot the words for each key: of the schemes of the graph, and of `words.yml`."""
        found: dict[str, dict[Tokens, str]] = defaultdict(dict)
        for kind, scheme in words().schemes.items():
            for key in self.kg.concepts(scheme):
                for name in (key, *(self.kg.label(f"{scheme}/{key}", language) or key for language in ("zh", "en"))):
                    found[kind][tokens(name)] = key
        found["topic"] |= {tokens(name): key for name, key in topic_names(self.kg).items()}
        for kind, keys in words().values.items():
            found[kind] |= {tokens(name): key for key, names in keys.items() for name in names}
        found["topic"] = {name: key for name, key in found["topic"].items() if key != "other"}
        return found

    def words_of(self, kind: str, key: str, tongue: str) -> str:
        """A word for a key in a language: its label, else the first that `words.yml` gives, else the key."""
        scheme = words().schemes.get(kind)
        label = self.kg.label(f"{scheme}/{key}", tongue) if scheme else None
        given = words().values.get(kind, {}).get(key, ())
        return label or next((word for word in given if chinese(word) == (tongue == "zh")), key)

    def spots(self, question: str) -> dict[str, dict[int, list[Spot]]]:
        """By kind of slot and first token: the longest name of things, every key, year, day and claim there."""
        text = tokens(question)
        found: dict[str, dict[int, list[Spot]]] = defaultdict(dict)
        for start in range(len(text)):
            for end in range(min(len(text), start + _LONGEST), start, -1):
                part = text[start:end]
                self._named(found, start, end, self.things.get(part, {}))
                for kind, keys in self.values.items():
                    if part in keys:
                        found[kind].setdefault(start, []).append(Spot(start, end, keys[part]))
            for spot, kind in _read(text, start):
                found[kind].setdefault(start, []).append(spot)
        self._written(found, question, text)
        return found

    def _named(self, found: dict[str, dict[int, list[Spot]]], start: int, end: int, named: dict[str, str]) -> None:
        classes = {thing: self.kg.classes(thing) for thing in named}
        for kind, wanted in words().classes.items():
            things = tuple(thing for thing in named if classes[thing] & set(wanted))
            if things:
                found[kind].setdefault(start, [Spot(start, end, named[things[0]], things)])

    def _written(self, found: dict[str, dict[int, list[Spot]]], question: str, text: Tokens) -> None:
        """Identifiers of claims and things that stand in the question as such."""
        for written in _IDENTIFIER.findall(plain(question)):
            part = tokens(written)
            start = next(i for i in range(len(text)) if text[i : i + len(part)] == part)
            claim = written.removeprefix("claim/")
            if self.kg.find(f"claim/{claim}"):
                found["claim"][start] = [Spot(start, start + len(part), claim)]
            elif self.kg.find(written):
                classes = self.kg.classes(written)
                for kind in (k for k, wanted in words().classes.items() if classes & set(wanted)):
                    found[kind][start] = [Spot(start, start + len(part), written, (written,))]


def _read(text: Tokens, start: int) -> Iterator[tuple[Spot, str]]:
    """Years and days that begin at a token."""
    rest = "".join(f"{token} " for token in text[start : start + 8])
    for pattern in _DAYS:
        if (match := pattern.match(rest)) and (day := _day(match)):
            yield Spot(start, start + match[0].count(" "), day), "day"
    if match := _YEAR.match(rest):
        yield Spot(start, start + match[0].count(" "), match[1]), "year"


def _day(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    name = found.get("name")
    months = [i for i, month in enumerate(_MONTHS, 1) if name and month.startswith(name)]
    if name and not months:
        return None
    month = months[0] if name else int(found["month"])
    try:
        return date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError:
        return None


def wording(question: str, spots: Spots) -> list[str]:
    """The tokens around the names."""
    named = {
        i for by_start in spots.values() for found in by_start.values() for s in found for i in range(s.start, s.end)
    }
    return [token for i, token in enumerate(tokens(question)) if i not in named]


def language(question: str, spots: Spots) -> str:
    """The language of the words around the names: ``zh`` or ``en``; of the names where there are no other words."""
    return "zh" if any(map(chinese, wording(question, spots) or tokens(question))) else "en"
