"""Patterns: ``[please] where (does|did) {innovation} <run>``. A pattern must explain every token of a question.

``[x]`` may be left out, ``(x|y)`` is one of several, ``<name>`` a set of words of `words.yml`, ``{kind}`` a slot for a
name or value of that kind, ``{kind:name}`` the same under a name of its own, ``{kind+}`` a list of two or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from cemai.graph.errors import QueryError

from .mentions import Mention, Mentions, Tokens
from .templates import question_vocabulary
from .tokens import tokenize

_SYNTAX = re.compile(r"[\[\]()|]|\{[a-z_]+\+?(?::[a-z_]+)?\}|<[a-z-]+>|[^\[\]()|{}<>]+")
Bound = tuple[tuple[str, Mention], ...]


@dataclass(frozen=True)
class PatternNode:
    """A part of a pattern: ``word``, ``slot``, ``list``, ``set``, ``all`` of its parts in order or ``one`` of them."""

    kind: str
    text: str = ""
    name: str = ""
    parts: tuple[PatternNode, ...] = ()

    @property
    def slots(self) -> dict[str, str]:
        """The kind of the slot of each name in it."""
        return {node.name: node.text for node in _nodes(self) if node.kind in ("slot", "list")}

    def alike(self, other: PatternNode) -> bool:
        """Whether both are slots of one kind, so that only their order tells one from the other."""
        return self.kind == other.kind == "slot" and self.text == other.text


@cache
def parse(pattern: str) -> PatternNode:
    """A pattern as a tree. Raises QueryError where brackets do not match or a set is unknown."""
    found = _SYNTAX.findall(pattern)
    if "".join(found) != pattern:
        raise QueryError(f"pattern {pattern!r}: stray bracket 样式括号有误")
    rest = iter(found)
    node, end = _one_of(rest, pattern)
    if end:
        raise QueryError(f"pattern {pattern!r}: {end!r} without its beginning 样式括号有误")
    return node


def _one_of(rest: Iterator[str], pattern: str) -> tuple[PatternNode, str]:
    """Alternatives up to a closing bracket (which is returned) or the end."""
    ways: list[list[PatternNode]] = [[]]
    for piece in rest:
        match piece[0]:
            case "]" | ")":
                return _join(ways), piece
            case "|":
                ways.append([])
            case "[" | "(":
                inner, end = _one_of(rest, pattern)
                if end != {"[": "]", "(": ")"}[piece]:
                    raise QueryError(f"pattern {pattern!r}: {piece!r} without its end 样式括号有误")
                ways[-1].append(PatternNode("one", parts=(inner, PatternNode("all"))) if piece == "[" else inner)
            case "{":
                kind, _, name = piece[1:-1].partition(":")
                plain = kind.rstrip("+")
                ways[-1].append(PatternNode("slot" if plain == kind else "list", plain, name or plain))
            case "<":
                if piece[1:-1] not in question_vocabulary().sets:
                    raise QueryError(f"pattern {pattern!r}: no set of words {piece} 没有此词组")
                ways[-1].append(PatternNode("set", piece[1:-1]))
            case _:
                ways[-1] += [PatternNode("word", token) for token in tokenize(piece)]
    return _join(ways), ""


def _join(ways: list[list[PatternNode]]) -> PatternNode:
    alternatives = tuple(way[0] if len(way) == 1 else PatternNode("all", parts=tuple(way)) for way in ways)
    return alternatives[0] if len(alternatives) == 1 else PatternNode("one", parts=alternatives)


@cache
def word_set(name: str) -> PatternNode:
    """A set of words as one pattern."""
    return PatternNode("one", parts=tuple(parse(text) for text in question_vocabulary().sets[name]))


@dataclass
class Matcher:
    """One question: its tokens, and its names by kind of slot and first token."""

    text: Tokens
    mentions: Mentions
    _sets: dict[tuple[str, int], frozenset[int]] = field(default_factory=dict)

    def whole(self, node: PatternNode) -> Iterator[Bound]:
        """Every way in which a pattern explains the whole question, polite words around it left aside."""
        for start in self._ends_of_set("before", 0) | {0}:
            for end, bound in self._ends(node, start):
                if end == len(self.text) or len(self.text) in self._ends_of_set("after", end):
                    yield bound

    def cover(self, needs: tuple[PatternNode, ...], may: tuple[PatternNode, ...]) -> Iterator[Bound]:
        """Every way in which parts in any order explain the whole question, each of `needs` standing there once.

        Between them may stand parts of `may`, light words and words that change nothing.
        """
        dead: set[tuple[int, frozenset[int]]] = set()
        again = {i for i, node in enumerate(needs) if not node.slots}
        light = (*may, *(PatternNode("set", name) for name in ("light", "filler", "before", "after", "and")))

        def walk(at: int, left: frozenset[int]) -> Iterator[Bound]:
            if at == len(self.text) and not left:
                yield ()
            if (at, left) in dead or at == len(self.text):
                return
            found = False
            steps = [(needs[i], left - {i}) for i in left if not any(needs[j].alike(needs[i]) for j in left if j < i)]
            steps += [(needs[i], left) for i in again - left] + [(node, left) for node in light]
            for node, after in steps:
                for end, bound in self._ends(node, at):
                    for more in walk(end, after) if end > at else ():
                        found = True
                        yield bound + more
            if not found:
                dead.add((at, left))

        yield from walk(0, frozenset(range(len(needs))))

    def _ends(self, node: PatternNode, at: int) -> Iterator[tuple[int, Bound]]:
        """Where a part that begins at a token may end, with the names it takes."""
        match node.kind:
            case "word":
                if at < len(self.text) and self.text[at] == node.text:
                    yield at + 1, ()
            case "slot":
                for mention in self.mentions.get(node.text, {}).get(at, ()):
                    yield mention.end, ((node.name, mention),)
            case "list":
                yield from self._list(node, at)
            case "set":
                yield from ((end, ()) for end in self._ends_of_set(node.text, at))
            case "one":
                for part in node.parts:
                    yield from self._ends(part, at)
            case _:
                yield from self._sequence(node.parts, at)

    def _sequence(self, parts: tuple[PatternNode, ...], at: int) -> Iterator[tuple[int, Bound]]:
        if not parts:
            yield at, ()
            return
        for start in self._ends_of_set("filler", at) | {at}:
            for middle, bound in self._ends(parts[0], start):
                for end, more in self._sequence(parts[1:], middle):
                    yield end, bound + more

    def _list(self, node: PatternNode, at: int) -> Iterator[tuple[int, Bound]]:
        """Two or more names with or without ``and`` between them."""
        bound: Bound = ()
        reach = frozenset({at})
        while mention := next((s for i in sorted(reach) for s in self.mentions.get(node.text, {}).get(i, ())), None):
            bound += ((node.name, mention),)
            if len(bound) > 1:
                yield mention.end, bound
            reach = self._ends_of_set("and", mention.end) | {mention.end}

    def _ends_of_set(self, name: str, at: int) -> frozenset[int]:
        key = (name, at)
        if key not in self._sets:
            self._sets[key] = frozenset()  # a set within itself adds nothing
            self._sets[key] = frozenset(end for end, _ in self._ends(word_set(name), at))
        return self._sets[key]


@cache
def slots(pattern: str) -> dict[str, str]:
    """The slots of a pattern: the kind of each name."""
    return parse(pattern).slots


@cache
def vocabulary(pattern: str) -> frozenset[str]:
    """Every word that a pattern knows, those of its sets with them."""
    return frozenset(node.text for node in _nodes(parse(pattern)) if node.kind == "word")


def _nodes(node: PatternNode) -> Iterator[PatternNode]:
    yield node
    for part in (*node.parts, *([word_set(node.text)] if node.kind == "set" else [])):
        yield from _nodes(part)
