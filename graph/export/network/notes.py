"""What every file of a network says of itself: how far its edges are proven, by which sources, what silence means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cemai.graph.export.provenance import UNKNOWN, source_record
from cemai.graph.export.snapshot import Snapshot

_TIERS = {"passage": "核对原文 passage verified", "act": "引用文件 act cited", "unverified": "未核实 unverified"}


def notes(snapshot: Snapshot, sources: Counter[str], tiers: Counter[str]) -> str:
    """Lines for people, Chinese and English. `sources` and `tiers` count the edges that rest on each."""
    proven = "; ".join(f"{words} {tiers[tier]}" for tier, words in _TIERS.items() if tiers[tier])
    return "\n".join([f"证据层级 Evidence: {proven}", *_sources(snapshot, sources), " ".join(UNKNOWN[0])])


def _sources(snapshot: Snapshot, sources: Counter[str]) -> Iterator[str]:
    acts = sum(n for source, n in sources.items() if not source.startswith("source/"))
    for source, n in sorted(sources.items(), key=lambda item: (-item[1], item[0])):
        if source.startswith("source/"):
            yield f"来源 Source: {source_record(snapshot.entity(source)).line} ({n})"
    if acts:
        yield f"引用的文件 Acts cited: {acts}"
