"""The questions in Cypher beside the queries of the catalogue that they equal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from cemai.graph.export.neo4j.folder import ASSETS
from cemai.graph.export.neo4j.terms import concepts

from cemai.api.knowledge_graph import KnowledgeGraph

NAMES = sorted(path.stem for path in (ASSETS / "queries").glob("*.cypher"))


@dataclass(frozen=True)
class Question:
    """A Cypher file: its text, the query of the catalogue that its header names, the names of its parameters."""

    text: str
    equals: str
    parameters: tuple[str, ...]


def question(name: str) -> Question:
    """The question of that file name."""
    text = (ASSETS / "queries" / f"{name}.cypher").read_text(encoding="utf-8")
    [equals] = re.findall(r"cemai query (\S+)", text)
    return Question(text.rstrip().rstrip(";"), equals, tuple(re.findall(r":param (\w+) =>", text)))


class Plain:
    """Rows of either engine as Neo4j tells them: concepts by their key, terms of the ontology by their local name."""

    def __init__(self, kg: KnowledgeGraph) -> None:
        self.concepts = concepts(kg.store)

    def __call__(self, rows: Iterable[Sequence[object]]) -> Counter[tuple[object, ...]]:
        """The rows without their order; numbers and days by value."""
        return Counter(tuple(map(self._cell, row)) for row in rows)

    def _cell(self, value: object) -> object:
        if isinstance(value, bool) or value is None:
            return value
        text = value.isoformat() if hasattr(value, "isoformat") else str(value)
        text = text.partition("/")[2] if text in self.concepts else text.removeprefix("cm:")
        try:
            return Decimal(text).normalize()
        except InvalidOperation:
            return text
