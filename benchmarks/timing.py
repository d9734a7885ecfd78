"""Every query with parameters, and how long something takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from cemai.queries.catalogue import Query, catalogue
from cemai.queries.runner import Term, bind

from cemai.api.knowledge_graph import KnowledgeGraph

KNOWN = Path(__file__).parents[1] / "tests" / "queries" / "known.yml"


def asked(kg: KnowledgeGraph) -> Iterator[tuple[Query, dict[str, Term]]]:
    """Every query with the parameters of its known answer, or with its defaults."""
    known: dict[str, Any] = yaml.safe_load(KNOWN.read_text(encoding="utf-8"))
    for name, query in catalogue().items():
        given = known.get(name, {}).get("given", {})
        if all(p.name in given or p.default is not None for p in query.parameters if p.required):
            yield query, bind(query, given, kg.one, kg.concepts)


def least(
    action: Callable[[], int], runs: int = 7, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, int]:
    """The least time of several runs in milliseconds by `clock`, and what the action gave."""
    best, given = float("inf"), 0
    for _ in range(runs):
        began = clock()
        given = action()
        best = min(best, (clock() - began) * 1000)
    return best, given
