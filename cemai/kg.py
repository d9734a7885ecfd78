"""The knowledge graph as an object: names, queries of the catalogue, claims."""

from __future__ import annotations

from pathlib import Path

from cemai.graph.source import open_source
from cemai.queries.session import Session

from . import api, api_cities, api_diffusion
from .ask import ask

DEFAULT = Path(".cemai")


class KnowledgeGraph(Session):
    """A built graph, opened read-only. Names are found in Chinese or English, full or short."""

    # The questions, each a function that takes the graph first.
    trace, rounds, tree, curve = api.trace, api.rounds, api.tree, api.curve
    show, compare, series = api_cities.show, api_cities.compare, api_cities.series
    measures, peers, audit = api_cities.measures, api_cities.peers, api_cities.audit
    diffusion, path, explain, select = api_diffusion.diffusion, api.path, api.explain, api.select
    ask = ask

    @classmethod
    def open(cls, root: Path | str = DEFAULT) -> KnowledgeGraph:
        """Open the graph that `cemai build` made at `root`, or one on a SPARQL server; StoreError without one."""
        return cls(open_source(root))
