"""The knowledge graph as an object: names, queries of the catalogue, claims."""

from __future__ import annotations

from pathlib import Path

from cemai.graph.store.embedded import is_url
from cemai.graph.store.opening import open_graph
from cemai.queries.session import Session

from . import asking, places, querying, spreading, tracing

DEFAULT = Path(".cemai")


class KnowledgeGraph(Session):
    """A built graph, opened read-only. Names are found in Chinese or English, full or short."""

    where: Path | str | None = None  # the folder or address that it was opened from

    # The questions, each a function that takes the graph first.
    trace, rounds, tree = tracing.answer_trace, tracing.answer_rounds, tracing.answer_tree
    path, explain = tracing.answer_path, tracing.answer_evidence
    select, sparql = querying.answer_query, querying.answer_sparql
    show, compare, series = places.answer_show, places.answer_compare, places.answer_series
    measures, peers, audit = places.answer_measures, places.answer_peers, places.answer_audit
    diffusion, ask = spreading.answer_diffusion, asking.answer_question

    @classmethod
    def open(cls, root: Path | str = DEFAULT) -> KnowledgeGraph:
        """Open the graph that `cemai build` made at `root`, or one on a SPARQL server; StoreError without one."""
        graph = cls(open_graph(root))
        graph.where = root if is_url(root) else Path(root).absolute()
        return graph
