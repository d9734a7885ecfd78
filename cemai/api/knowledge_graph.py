"""The knowledge graph as an object: names, queries of the catalogue, claims."""

from __future__ import annotations

from pathlib import Path

from cemai.graph.store.opening import open_source
from cemai.queries.session import Session

from . import diffusion, places, tracing
from .asking import ask

DEFAULT = Path(".cemai")


class KnowledgeGraph(Session):
    """A built graph, opened read-only. Names are found in Chinese or English, full or short."""

    # The questions, each a function that takes the graph first.
    trace, rounds, tree = tracing.trace, tracing.rounds, tracing.tree
    show, compare, series = places.show, places.compare, places.series
    measures, peers, audit = places.measures, places.peers, places.audit
    diffusion, path, explain, select = diffusion.diffusion, tracing.path, tracing.explain, tracing.select
    ask = ask

    @classmethod
    def open(cls, root: Path | str = DEFAULT) -> KnowledgeGraph:
        """Open the graph that `cemai build` made at `root`, or one on a SPARQL server; StoreError without one."""
        return cls(open_source(root))
