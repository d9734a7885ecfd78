"""What every file of a network says of itself: title, day of the data, sources, tiers, and what silence means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cemai.graph.rdf.reader import label
from cemai.graph.rdf.writer import node
from cemai.graph.store.backend import Source
from cemai.graph.store.self_description import WHOLE
from cemai.ontology.labels import label as concept
from cemai.ontology.labels import ordered
from cemai.ontology.namespaces import DCT, term
from pyoxigraph import Literal, NamedNode

TITLE = "策脉：中国跨境电商政策知识图谱 Cemai: a knowledge graph of China's cross-border e-commerce policy"
_SILENCE = "没有陈述的城市表示“未知”，不表示“没有”。 A city without a statement is not known, which is not a no."


def modified(store: Source) -> str:
    """The day of the youngest dataset; ``""`` where the graph does not describe itself."""
    return max(_values(store, WHOLE, DCT + "modified"), default="")


def notes(store: Source, sources: Counter[str], tiers: Counter[str]) -> str:
    """Lines for people, Chinese and English: how far edges are proven, who states them and with which interest."""
    found = [tier for tier in ordered("evidence-tier", tiers) if tiers[tier]]
    proven = "; ".join(f"{concept('evidence-tier', tier).both()} {tiers[tier]}" for tier in found)
    return "\n".join([f"证据层级 Evidence: {proven}", *_sources(store, sources), _SILENCE])


def _sources(store: Source, sources: Counter[str]) -> Iterator[str]:
    acts = sum(n for source, n in sources.items() if not source.startswith("source/"))
    for source, n in sorted(sources.items(), key=lambda item: (-item[1], item[0])):
        if source.startswith("source/"):
            me = node(source)
            told = [label(store, source) or source]
            for name in ("publisherName", "writtenEnd", "interest"):
                told += sorted(_values(store, me, term(name)))
            yield f"来源 Source: {'；'.join(told)} ({n})"
    if acts:
        yield f"引用的文件 Acts cited: {acts}"


def _values(store: Source, subject: NamedNode, predicate: str) -> list[str]:
    quads = store.quads_for_pattern(subject, NamedNode(predicate), None, None)
    return [quad.object.value for quad in quads if isinstance(quad.object, Literal)]
