"""Fills the term lists of ``docs/competency-questions.md`` from the ontology.

The questions are written by
hand in the document; after each heading ``## CQn`` the lines that begin with a marker are made here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from cemai.ontology.namespaces import CM, OWL, RDF, local
from cemai.ontology.schema import all_quads

MARKERS = {"Class": "- Classes 类：", "Property": "- Properties 属性："}
_HEADING = re.compile(r"## (CQ\d+)\b")


def terms_by_question() -> dict[str, dict[str, list[str]]]:
    """For each question the local names of its classes and properties, sorted."""
    sorts: dict[str, str] = {}
    serves: set[tuple[str, str]] = set()
    for quad in all_quads():
        if not isinstance(quad.subject, NamedNode):
            continue
        name = local(quad.subject.value)
        if quad.predicate.value == CM + "servesQuestion" and isinstance(quad.object, Literal):
            serves.add((quad.object.value, name))
        elif quad.predicate.value == RDF + "type" and isinstance(quad.object, NamedNode):
            sorts |= _sort(name, quad.object.value)
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: {"Class": [], "Property": []})
    for question, name in sorted(serves, key=lambda pair: (pair[0], pair[1].casefold(), pair[1])):
        found[question][sorts[name]].append(name)
    return dict(found)


def _sort(name: str, kind: str) -> dict[str, str]:
    if kind == OWL + "Class":
        return {name: "Class"}
    if kind in {OWL + k for k in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")}:
        return {name: "Property"}
    return {}


def filled(text: str) -> str:
    """The document with its term lists made anew. Raises ValueError for a question without heading."""
    terms = terms_by_question()
    lines = list(_fill(text.splitlines(), terms))
    missing = set(terms) - set(_HEADING.findall(text))
    if missing:
        raise ValueError(f"the document lacks questions that terms serve: {', '.join(sorted(missing))}")
    return "\n".join(lines) + "\n"


def _fill(lines: list[str], terms: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    question = ""
    for line in lines:
        if match := _HEADING.match(line):
            question = match[1]
        for sort, marker in MARKERS.items():
            if line.startswith(marker):
                names = terms.get(question, {}).get(sort, [])
                line = marker + (" " + ", ".join(f"`{n}`" for n in names) if names else " –")
        yield line
