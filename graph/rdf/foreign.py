"""Statements from elsewhere as the graph holds them, or told with file, line, subject, value and fix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from cemai.graph.errors import DataError, Where
from cemai.ontology.namespaces import BASE, GRAPH, ID, KEY, PREFIXES, identifier
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from .input_file import line_with, numbered_quads, read_quads
from .literals import Unreadable, read_literal
from .writer import graph_node

IMPORTED = graph_node("imported")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_OURS = "w3id.org/cemai"
_Found = tuple[int | None, Quad]


def read_foreign(file: Path, form: RdfFormat) -> Iterator[Quad]:
    """Every statement of a file as the readers need it; one in no graph of ours goes to the graph ``imported``.

    Raises DataError for the first that cannot be read.
    """
    for number, quad in enumerate(read_quads(file, form)):
        try:
            yield as_needed(quad)
        except Unreadable as problem:
            line, found = _again(file, form, number, quad)
            raise _error(file, line, found, problem) from None


def as_needed(quad: Quad) -> Quad:
    """The statement with its value and its graph as the readers need them. Raises Unreadable."""
    s, p, o, g = quad.subject, quad.predicate, quad.object, quad.graph_name
    if not isinstance(s, NamedNode) or not isinstance(o, NamedNode | Literal):
        raise Unreadable("a blank node or quoted triple 不接受空白节点", "give it an IRI 请给它一个 IRI")
    if not isinstance(g, NamedNode | DefaultGraph):
        raise Unreadable("a blank node for a graph 命名图不接受空白节点", "give it an IRI 请给它一个 IRI")
    _judge(s.value)
    _judge(p.value)
    if isinstance(o, Literal):
        value: NamedNode | Literal = read_literal(p.value, o)
    else:
        _judge(o.value)
        value = o
    graph = g if isinstance(g, NamedNode) and _is_ours(g.value) else IMPORTED
    return quad if value is o and graph is g else Quad(s, p, value, graph)


def _is_ours(graph: str) -> bool:
    return graph.startswith(GRAPH) and bool(KEY.fullmatch(graph.removeprefix(GRAPH)))


@lru_cache(1 << 16)
def _judge(iri: str) -> None:
    """Raises Unreadable for an IRI that is not whole, or that is ours but for its base."""
    if not _ABSOLUTE.fullmatch(iri):
        raise Unreadable(f"{iri!r} is no whole IRI 不是完整的 IRI",
                         "give the file a base, or map the key in @context 请写明基址或在 @context 中映射")  # fmt: skip
    if iri.startswith(BASE) or iri == BASE.rstrip("/"):
        return
    if _OURS in iri.lower():
        raise Unreadable(f"{iri!r} has another base than {BASE} IRI 基址不同", f"write {BASE}… 请改为此基址")


def _again(file: Path, form: RdfFormat, number: int, quad: Quad) -> _Found:
    """The line of the statement of that number. Only JSON-LD has none: there its text is looked for."""
    if form == RdfFormat.JSON_LD:
        return line_with(file, str(getattr(quad.object, "value", "")) or "\0", *_texts(quad)), quad
    return next(pair for at, pair in enumerate(numbered_quads(file, form)) if at == number)


def _texts(quad: Quad) -> tuple[str, ...]:
    iri = str(getattr(quad.subject, "value", ""))
    return (iri, identifier(iri)) if iri else ()


def _error(file: Path, line: int | None, quad: Quad, problem: Unreadable) -> DataError:
    at = f"{file}, line {line}" if line else str(file)
    about = identifier(str(getattr(quad.subject, "value", quad.subject)))
    name = next((f"{p}:{quad.predicate.value.removeprefix(space)}" for p, space in PREFIXES.items()
                 if quad.predicate.value.startswith(space)), quad.predicate.value)  # fmt: skip
    return DataError(Where(f"{at}, subject {about}", column=None, value=_shown(quad.object)),
                     f"{name}: {problem.problem}", problem.fix)  # fmt: skip


def _shown(term: object) -> str:
    return identifier(term.value) if isinstance(term, NamedNode) else str(term)


def find_statement(
    file: Path, form: RdfFormat, subject: str, property_: str = "", value: str = ""
) -> tuple[int | None, str]:
    """The line of the statement on a subject with that property and value, and its value.

    Without a value the last with the property, and without one of that the first on the subject, whose value is not
    given. JSON-LD has no lines of statements: there texts are looked for.
    """
    if form == RdfFormat.JSON_LD:
        return line_with(file, *filter(None, (value, subject, subject.removeprefix(ID)))), value
    best: tuple[int, int | None, str] = (0, None, value)
    for line, quad in numbered_quads(file, form):
        if str(getattr(quad.subject, "value", "")) == subject:
            of_property = quad.predicate.value == property_
            found = _shown(quad.object)
            exact = of_property and value in (found, str(getattr(quad.object, "value", "")))
            fits = 1 + of_property + exact
            if fits > best[0] or fits == best[0] == 2:
                best = (fits, line, found if of_property else value)
    return best[1:]
