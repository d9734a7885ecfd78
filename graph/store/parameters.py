"""Reads the text of a query as far as is needed to put terms in the place of variables, and no further."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cemai.graph.errors import QueryError
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

# Comments, IRIs and strings by the grammar of SPARQL 1.1; what is left are keywords, names and signs.
OPAQUE = (
    r'"""(?:(?:"|"")?(?:[^"\\]|\\.))*"""|' r"'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''|"
    r'"(?:[^"\\\n]|\\.)*"|' r"'(?:[^'\\\n]|\\.)*'|"
    r"<[^<>\"{}|^`\\\x00-\x20]*>|#[^\n]*"
)  # fmt: skip
_TOKEN = re.compile(
    rf"(?P<opaque>{OPAQUE}|@[\w-]+|[\w.-]*:[\w.:%-]*)|(?P<variable>[?$]\w+)|(?P<word>[A-Za-z]\w*)|(?P<sign>[{{}}])",
    re.DOTALL,
)
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")

Term = NamedNode | BlankNode | Literal | Triple


def form(text: str) -> str:
    """``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``; QueryError for a text that is none of them."""
    for token in _tokens(text):
        if token.lastgroup == "word" and token[0].upper() in _FORMS:
            return token[0].upper()
    raise QueryError("neither SELECT, ASK, CONSTRUCT nor DESCRIBE 查询须为 SELECT、ASK、CONSTRUCT 或 DESCRIBE")


def bound(text: str, terms: Mapping[str, Term]) -> str:
    """The query with these variables bound to terms, as the embedded store does it.

    In patterns and filters a term, as its own serialiser writes it, takes the variable's place; a query or subquery
    that selects, groups or orders by the variable gets a BIND at the end of its pattern. (VALUES at the head of each
    pattern would say the same, but under UNION Virtuoso 7.2 gives IRIs from it back as strings.)
    """
    if not terms:
        return text
    edits: list[tuple[int, int, str]] = []
    levels, before = [_Level()], ""
    for token in _tokens(text):
        kind, name, level = token.lastgroup, token[0][1:], levels[-1]
        if kind == "variable" and name in terms:
            _refuse(name, before)
            if level.selects:
                level.names.add(name)
            else:
                edits.append((token.start(), token.end(), str(terms[name])))
        before = token[0].upper() if kind == "word" else ""
        level.selects = level.selects or before == "SELECT"
        if token[0] == "{":
            levels.append(_Level())
        elif token[0] == "}" and len(levels) > 1:
            edits += levels.pop().binds(terms)
            levels[-1].close(token.start())
    edits += levels[0].binds(terms)
    if levels[0].selects and (hidden := set(terms) - levels[0].names):
        raise QueryError(f"SELECT each parameter: {', '.join(sorted(hidden))} 参数须出现在 SELECT 中")
    return _edited(text, edits)


@dataclass
class _Level:
    """What stands between two braces, or outside all: a query, if SELECT is among it."""

    selects: bool = False
    names: set[str] = field(default_factory=set)
    end: int | None = None

    def close(self, end: int) -> None:
        """A pair of braces on this level ends; a query's pattern is the first of them."""
        self.end = end if self.end is None else self.end

    def binds(self, terms: Mapping[str, Term]) -> Iterator[tuple[int, int, str]]:
        """One BIND for each parameter that the query names outside its pattern."""
        if self.end is not None:
            for name in sorted(self.names):
                yield self.end, self.end, f" BIND ({terms[name]} AS ?{name}) "


def among(text: str, choices: Mapping[str, Sequence[Term]]) -> str:
    """The query with each of these variables bound to its terms in turn, by VALUES.

    They stand at the head of each branch where the pattern is a UNION whose branches all name the variable, so that
    no branch is walked over for every other value; else at the head of the pattern.
    """
    edits: list[tuple[int, int, str]] = []
    start, branches = _pattern(text)
    for name, terms in sorted(choices.items()):
        words = f" VALUES ?{name} {{ {' '.join(map(str, terms))} }} "
        every = bool(branches) and all(name in branch.names for branch in branches)
        edits += [(at, at, words) for at in ([branch.start for branch in branches] if every else [start])]
    return _edited(text, edits)


@dataclass
class _Branch:
    """A branch of a UNION that is the query's pattern: where it begins, and the variables it names."""

    start: int
    names: set[str] = field(default_factory=set)
    joined: bool = False


def _pattern(text: str) -> tuple[int, list[_Branch]]:
    """Where the pattern of a query begins, and the branches of the UNION that stands in it."""
    depth, start, groups, union = 0, 0, list[_Branch](), False
    for token in _tokens(text):
        if token[0] == "{":
            depth += 1
            start = start or token.end()
            if depth == 2:
                groups.append(_Branch(token.end(), joined=union))
                union = False
        elif token[0] == "}":
            depth -= 1
            if not depth:
                break
        elif depth == 1 and token[0].upper() == "UNION":
            union = groups[-1].joined = True
        elif depth > 1 and token.lastgroup == "variable":
            groups[-1].names.add(token[0][1:])
    return start, [group for group in groups if group.joined]


def _tokens(text: str) -> Iterator[re.Match[str]]:
    return (token for token in _TOKEN.finditer(text) if token.lastgroup != "opaque")


def _refuse(name: str, before: str) -> None:
    if before in ("AS", "BOUND", "VALUES"):
        raise QueryError(
            f"the parameter {name} is used after {before}, where no value is allowed 参数不能用在 {before} 之后"
        )


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for begin, end, new in sorted(edits):
        parts += [text[at:begin], new]
        at = end
    return "".join([*parts, text[at:]])
