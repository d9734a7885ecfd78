"""What every file of a network says of itself: how far its edges are proven, by which sources, what silence means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from cemai.graph.export.provenance import UNKNOWN, SourceRecord, source_record
from cemai.graph.model.entity import Entity

_TIERS = {"passage": "核对原文 passage verified", "act": "引用文件 act cited", "unverified": "未核实 unverified"}


def notes(nodes: Mapping[str, Entity], sources: Counter[str], tiers: Counter[str]) -> str:
    """Lines for people, Chinese and English. `sources` and `tiers` count the edges that rest on each."""
    proven = "; ".join(f"{words} {tiers[tier]}" for tier, words in _TIERS.items() if tiers[tier])
    return "\n".join([f"证据层级 Evidence: {proven}", *_sources(nodes, sources), " ".join(UNKNOWN[0])])


def _sources(nodes: Mapping[str, Entity], sources: Counter[str]) -> Iterator[str]:
    acts = sum(n for source, n in sources.items() if not source.startswith("source/"))
    for source, n in sorted(sources.items(), key=lambda item: (-item[1], item[0])):
        if source.startswith("source/"):
            record = source_record(nodes[source]) if source in nodes else SourceRecord(source, source)
            yield f"来源 Source: {record.line} ({n})"
    if acts:
        yield f"引用的文件 Acts cited: {acts}"
