"""Whether a graph holds what its own description counts: one that lost a part says so itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from cemai.ontology.namespaces import GRAPH, identifier
from pyoxigraph import Literal, NamedNode, Quad, Store

from .self_description import DESCRIBED, DESCRIPTION, VOID, WHOLE, describe_graph

_ABOUT = {"triples": "statements 条陈述", "entities": "things 个事物", "distinctSubjects": "subjects 个主语",
          "properties": "properties 个属性"}  # fmt: skip
Counts = Mapping[tuple[str, str], str]


def describes(quad: Quad, default: NamedNode) -> bool:
    """Whether a statement is of the description; without named graphs (all in `default`) its subject tells."""
    if quad.graph_name == DESCRIPTION:
        return True
    return quad.graph_name == default and str(getattr(quad.subject, "value", "")).startswith(DESCRIBED)


def lost(store: Store, description: Iterable[Quad], *, in_graphs: bool) -> list[str]:
    """What the description counts and the store does not hold, one line each; empty where all is there.

    `in_graphs`: whether the statements stand in their graphs. A file without graphs gives a statement once that stands
    in two, and its description counts it once.
    """
    said, held = _counts(description), _counts(describe_graph(store))
    if not said:
        return []
    if (WHOLE.value, "triples") not in said:
        return ["the description of the graph is cut short 自述不完整"]
    wanted = said if in_graphs else {key: value for key, value in said.items() if not key[0].startswith(GRAPH)}
    if not in_graphs:
        held |= {(WHOLE.value, "triples"): str(len(store))}
    return [_line(*key, number, held.get(key, "0")) for key, number in sorted(wanted.items())
            if number != held.get(key, "0")]  # fmt: skip


def _counts(description: Iterable[Quad]) -> dict[tuple[str, str], str]:
    """By what is counted (graph, partition or the whole) and how, the number."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for quad in description:
        name = quad.predicate.value.removeprefix(VOID)
        if name in _ABOUT and isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
            found[quad.subject.value, name].add(quad.object.value)
    return {key: " and ".join(sorted(numbers)) for key, numbers in found.items()}


def _line(about: str, name: str, said: str, held: str) -> str:
    what = about.removeprefix(GRAPH) if about.startswith(GRAPH) else identifier(about).removeprefix("description/")
    what = "the whole 全图" if about == WHOLE.value else what
    return f"{what}: {_ABOUT[name]}, {said} told, {held} held 自述 {said}，实有 {held}"
