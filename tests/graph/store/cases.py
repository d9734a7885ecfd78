"""Parameters for every query: those of its known answer, and others, for what a server does may hang on the values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from cemai.ontology.namespaces import identifier, term
from cemai.queries.catalogue import Parameter, Query
from pyoxigraph import QuerySolutions

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.house.rooms import ROOT

KNOWN: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "queries" / "known.yml").read_text(encoding="utf-8"))
RICH = ("place/330100", "place/410100", "innovation/1210")  # of which most is known
OTHERS = {"integer": ["2021", "2022", "6"], "date": ["2016-12-31", "2022-06-30"], "string": ["跨境", "行动"]}


def cases(kg: KnowledgeGraph, query: Query) -> Iterator[dict[str, str]]:
    """The known parameters; none, where none is required; then others, the second parameter running ahead."""
    yield KNOWN.get(query.name, {}).get("given", {})
    if not any(p.required and p.default is None for p in query.parameters):
        yield {}
    choices = {p.name: _choices(kg, p) for p in query.parameters}
    for turn in range(max(map(len, choices.values()), default=0)):
        yield {name: some[(turn + at) % len(some)] for at, (name, some) in enumerate(choices.items()) if some}


def _choices(kg: KnowledgeGraph, parameter: Parameter) -> list[str]:
    if parameter.type == "thing":
        things = _things(kg, parameter.classes or ("City", "Policy", "Innovation", "Enterprise"))
        return [*things[:: max(1, len(things) // 3)][:3], *(t for t in RICH if t in things)]
    if parameter.type == "concept":
        return sorted(kg.concepts(parameter.scheme))[:4] if parameter.scheme else list(parameter.values)[:4]
    return OTHERS[parameter.type]


def _things(kg: KnowledgeGraph, classes: tuple[str, ...]) -> list[str]:
    """The things of these classes that a claim is about."""
    ways = "|".join(f"<{term(name)}>" for name in ("subject", "object", "act"))
    wanted = " ".join(f"<{term(name)}>" for name in classes)
    text = f"SELECT DISTINCT ?x {{ VALUES ?c {{ {wanted} }} ?x a ?c . ?claim {ways} ?x }} ORDER BY ?x"
    found = kg.store.query(text, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    return [identifier(str(row["x"].value)) for row in found]
