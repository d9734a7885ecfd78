"""What a question names: things of the register, topics, roles, years, days and numbers, by where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING

from cemai.graph.model.normal_form import name_key, plain
from cemai.graph.repository import NAME_KEY
from cemai.ontology.namespaces import term
from cemai.queries.answers.topics import topic_names
from pyoxigraph import Literal

from .templates import question_vocabulary
from .tokens import chinese, tokenize

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
_SOURCE = term("Source")


@dataclass(frozen=True)
class Mention:
    """A name or value from token `start` to `end`: what to ask with, and the things that it may mean."""

    start: int
    end: int
    value: str
    things: tuple[str, ...] = ()


# By kind of slot and first token.
Mentions = Mapping[str, Mapping[int, Sequence[Mention]]]


class MentionFinder:
    """The names of one graph that stand in questions; those of a question are read when it is asked."""

    def __init__(self, kg: Session) -> None:
        self.kg = kg
        self._seen: set[str] = set()
        self.things: dict[Tokens, dict[str, str]] = defaultdict(dict)

    def load_names(self, *texts: str) -> None:
        """Read what may be named in some questions, by tokens, each with the name as the register writes it.

        One store call for all that were not seen yet.
        """
        new = [text for text in dict.fromkeys(texts) if text not in self._seen]
        if not new:
            return
        self._seen.update(new)
        written = [_IDENTIFIER.findall(plain(text)) for text in new]
        self.kg.entities.look_up(name for names in written for one in names for name in _as_named(one))
        others = {
            other: name
            for other, name in question_vocabulary().names.items()
            if any(_joined(other) in _joined(t) for t in new)
        }
        for thing, found in self.kg.entities.select(
            _beginning([*new, *others.values()]), f"?node a <{_SOURCE}> ."
        ).items():
            self._learn(thing, "City" in found.classes)
        for other, name in others.items():
            self.things[tokenize(other)] |= self.things[tokenize(name)]

    def _learn(self, thing: str, is_city: bool) -> None:
        for name in (*self.kg.names(thing, "zh"), *self.kg.names(thing, "en")):
            for form in (name, f"{name} city", f"city of {name}") if is_city and name.isascii() else (name,):
                self.things[tokenize(form)].setdefault(thing, name)
        if thing.startswith("source/"):
            self.things[tokenize(thing.partition("/")[2])].setdefault(thing, thing)

    @cached_property
    def values(self) -> dict[str, dict[Tokens, str]]:
        """By kind of slot the words for each key: of the schemes of the graph, and of `words.yml`."""
        found: dict[str, dict[Tokens, str]] = defaultdict(dict)
        for kind, scheme in question_vocabulary().schemes.items():
            for key in self.kg.concepts(scheme):
                label = self.kg.vocabulary(scheme)[key]
                for name in (key, label.zh or key, label.en or key):
                    found[kind][tokenize(name)] = key
        found["topic"] |= {tokenize(name): key for name, key in topic_names(self.kg).items()}
        for kind, keys in question_vocabulary().values.items():
            found[kind] |= {tokenize(name): key for key, names in keys.items() for name in names}
        found["topic"] = {name: key for name, key in found["topic"].items() if key != "other"}
        return found

    def words_of(self, kind: str, key: str, tongue: str) -> str:
        """A word for a key in a language: its label, else the first that `words.yml` gives, else the key."""
        scheme = question_vocabulary().schemes.get(kind)
        text = self.kg.vocabulary(scheme).get(key) if scheme else None
        label = text and (text.zh if tongue == "zh" else text.en)
        given = question_vocabulary().values.get(kind, {}).get(key, ())
        return label or next((word for word in given if chinese(word) == (tongue == "zh")), key)

    def find(self, question: str) -> dict[str, dict[int, list[Mention]]]:
        """By kind of slot and first token: the longest name of things, every key, year, day and claim there."""
        text = tokenize(question)
        self.load_names(question)
        found: dict[str, dict[int, list[Mention]]] = defaultdict(dict)
        for start in range(len(text)):
            for end in range(min(len(text), start + _LONGEST), start, -1):
                part = text[start:end]
                self._named(found, start, end, dict(sorted(self.things.get(part, {}).items())))
                for kind, keys in self.values.items():
                    if part in keys:
                        found[kind].setdefault(start, []).append(Mention(start, end, keys[part]))
            for mention, kind in _read(text, start):
                found[kind].setdefault(start, []).append(mention)
        self._written(found, question, text)
        return found

    def _named(self, found: dict[str, dict[int, list[Mention]]], start: int, end: int, named: dict[str, str]) -> None:
        classes = {thing: self.kg.classes(thing) for thing in named}
        for kind, wanted in question_vocabulary().classes.items():
            things = tuple(thing for thing in named if classes[thing] & set(wanted))
            if things:
                found[kind].setdefault(start, [Mention(start, end, named[things[0]], things)])

    def _written(self, found: dict[str, dict[int, list[Mention]]], question: str, text: Tokens) -> None:
        """Identifiers of claims and things that stand in the question as such."""
        for written in _IDENTIFIER.findall(plain(question)):
            part = tokenize(written)
            start = next(i for i in range(len(text)) if text[i : i + len(part)] == part)
            claim = written.removeprefix("claim/")
            if self.kg.find(f"claim/{claim}"):
                found["claim"][start] = [Mention(start, start + len(part), claim)]
            elif self.kg.find(written):
                classes = self.kg.classes(written)
                for kind in (k for k, wanted in question_vocabulary().classes.items() if classes & set(wanted)):
                    found[kind][start] = [Mention(start, start + len(part), written, (written,))]


def _as_named(written: str) -> tuple[str, str]:
    """What an identifier in a question may name: a claim, or a thing."""
    return f"claim/{written.removeprefix('claim/')}", written


def _joined(text: str) -> str:
    return "".join(tokenize(text))


def _beginning(texts: Iterable[str]) -> str:
    """The pattern of entities that have a name of which the first three signs stand side by side in one of some texts.

    Names that have among them what a question may leave out (marks, articles) come always: they are few.
    """
    sought = Literal("\n".join(form for text in texts for form in (_joined(text), name_key(text))))
    marks = Literal("的了" + _marks())
    return (
        f"?node <{term(NAME_KEY)}> ?key . BIND (STR(?key) AS ?name) FILTER (CONTAINS({sought}, SUBSTR(?name, 1, 3)) "
        + "".join(f"|| (STRLEN(?name) >= {at} && CONTAINS({marks}, SUBSTR(?name, {at}, 1))) " for at in (1, 2, 3))
        + "".join(f'|| SUBSTR(?name, {at}, 3) = "the" ' for at in (1, 2, 3))
        + '|| STRSTARTS(?name, "an"))'
    )


@cache
def _marks() -> str:
    """Every mark that stands in names and that tokens leave out."""
    return "".join(sign for sign in map(chr, range(0x3100)) if unicodedata.category(sign)[0] == "P" and name_key(sign)
                   and not tokenize(sign))  # fmt: skip


def _read(text: Tokens, start: int) -> Iterator[tuple[Mention, str]]:
    """Years and days that begin at a token."""
    rest = "".join(f"{token} " for token in text[start : start + 8])
    for pattern in _DAYS:
        if (match := pattern.match(rest)) and (day := _day(match)):
            yield Mention(start, start + match[0].count(" "), day), "day"
    if match := _YEAR.match(rest):
        yield Mention(start, start + match[0].count(" "), match[1]), "year"


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


def wording(question: str, mentions: Mentions) -> list[str]:
    """The tokens around the names."""
    named = {
        i for by_start in mentions.values() for found in by_start.values() for s in found for i in range(s.start, s.end)
    }
    return [token for i, token in enumerate(tokenize(question)) if i not in named]


def language(question: str, mentions: Mentions) -> str:
    """The language of the words around the names: ``zh`` or ``en``; of the names where there are no other words."""
    return "zh" if any(map(chinese, wording(question, mentions) or tokenize(question))) else "en"
