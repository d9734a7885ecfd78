"""What concepts, classes and properties are called, as the Turtle says it: nowhere else in the code stands a label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from pyoxigraph import Literal

from .namespaces import RDFS, SKOS, iri, term
from .schema import all_quads, load
from .text import EMPTY, LangText

# In the place of a scheme: the classes and properties of the ontology (``cm:piloted``).
TERMS = "cm"


def label(scheme: str, key: str) -> LangText:
    """What a concept is called (``date-kind``, ``signed``), or a class or property (``cm``, ``piloted``).

    The key itself for one that the shipped ontology does not have.
    """
    return known(scheme, key) or LangText(key)


def known(scheme: str, key: str) -> LangText | None:
    """The same, None for one that the shipped ontology does not have."""
    return _labels(SKOS + "prefLabel", RDFS + "label").get(term(key) if scheme == TERMS else iri(f"{scheme}/{key}"))


def short(scheme: str, key: str) -> LangText:
    """How a concept is written inside a sentence: by the short form that its vocabulary gives (近 of 接近)."""
    full, brief = label(scheme, key), _labels(SKOS + "altLabel").get(iri(f"{scheme}/{key}"), EMPTY)
    return LangText(brief.zh or full.zh, brief.en or full.en)


def concepts(scheme: str) -> dict[str, LangText]:
    """The concepts of a vocabulary with their labels, in its order."""
    return {key: label(scheme, key) for key in load().concepts.get(scheme, ())}


def ordered(scheme: str, keys: Iterable[str]) -> list[str]:
    """Keys in the order of their vocabulary, those that it does not have last."""
    return sorted(set(keys), key=lambda key: (place(scheme, key), key))


def place(scheme: str, key: str) -> int:
    """Where a key stands in its vocabulary, from 0: its rank among tiers and stages; behind the last if not in it."""
    keys = load().concepts.get(scheme, ())
    return keys.index(key) if key in keys else len(keys)


@cache
def _labels(*properties: str) -> Mapping[str, LangText]:
    """By IRI the labels that stand in one of these properties."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in all_quads():
        if quad.predicate.value in properties and isinstance(quad.object, Literal) and quad.object.language:
            found[quad.subject.value][quad.object.language] = quad.object.value  # type: ignore[union-attr]
    return {name: LangText(texts.get("zh", ""), texts.get("en", "")) for name, texts in found.items()}
