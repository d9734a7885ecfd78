"""What every file of a network says of itself: how far its edges are proven, by which sources, what silence means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cemai.graph.export.provenance import UNKNOWN, source_record
from cemai.graph.export.snapshot import Snapshot
from cemai.ontology.labels import label, ordered

from .keys import legend
from .ties import EDGE_COLUMNS


def network_notes(snapshot: Snapshot, sources: Counter[str], tiers: Counter[str]) -> str:
    """Lines for people, Chinese and English. `sources` and `tiers` count the edges that rest on each."""
    found = [tier for tier in ordered("evidence-tier", tiers) if tiers[tier]]
    proven = "; ".join(f"{label('evidence-tier', tier).both()} {tiers[tier]}" for tier in found)
    lines = (f"证据层级 Evidence: {proven}", *_sources(snapshot, sources), *legend(EDGE_COLUMNS), " ".join(UNKNOWN[0]))
    return "\n".join(lines)


def _sources(snapshot: Snapshot, sources: Counter[str]) -> Iterator[str]:
    acts = sum(n for source, n in sources.items() if not source.startswith("source/"))
    for source, n in sorted(sources.items(), key=lambda item: (-item[1], item[0])):
        if source.startswith("source/"):
            yield f"来源 Source: {source_record(snapshot.entity(source)).line} ({n})"
    if acts:
        yield f"引用的文件 Acts cited: {acts}"
