"""On the shipped graph rdflib and Oxigraph give the same rows.

Every query runs on both engines on the made-up graph (`test_golden.py`); here run those that rdflib can answer on
the real one within seconds.
"""

from __future__ import annotations

import pytest
from cemai.ontology.namespaces import GRAPH
from cemai.queries.catalogue import catalogue
from cemai.queries.runner import bind, run
from pyoxigraph import NamedNode, Store
from rdflib import Dataset

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.queries.engines import counted, cut, in_rdflib, rows_of_rdflib

# rdflib's own reader of N-Quads asks for a name that rdflib has retired.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
# Parameters for the queries that need some; a query that is not here runs with its defaults.
GIVEN: dict[str, list[dict[str, str]]] = {
    "show/about": [{"thing": "杭州"}, {"thing": "innovation/1210"}],
    "show/thing": [{"thing": "place/330100"}],
    "trace/adoptions": [{"innovation": "1210"}, {"innovation": "9710", "role": "piloted"}],
    "trace/predecessors": [{"innovation": "1210"}],
    "zones/by-province": [{}, {"until": "2019-12-31"}, {"until": "2025-12-31"}],
    "zones/dates-of": [{"place": "郑州"}],
    "evaluation/results": [{}, {"year": "2022"}],
}
# rdflib joins slowly: it gets the datasets of this issue's known answers and the reference, not every table.
GRAPHS = ("casebook-2024", "public-acts", "places", "register", "inferred", "ontology", "description", "audit")
# rdflib takes most of a minute for these; they get the claims and things that the answer is made of, no more.
SLOW = {"zones/dates-of": ("place/410100", "zone/410100", "policy/guohan-2016-17")}
CASES = [(name, given) for name, several in GIVEN.items() for given in several]


@pytest.fixture(scope="module")
def oxigraph(kg: KnowledgeGraph) -> Store:
    """The graphs that both engines get."""
    store = Store()
    for name in GRAPHS:
        store.extend(kg.store.quads_for_pattern(None, None, None, NamedNode(GRAPH + name)))
    return store


@pytest.fixture(scope="module")
def rdflib(oxigraph: Store) -> Dataset:
    """The same quads in rdflib."""
    return in_rdflib(oxigraph)


@pytest.mark.parametrize(
    ("name", "given"), CASES, ids=lambda v: v if isinstance(v, str) else " ".join(map(str, v.values()))
)
def test_both_engines_give_the_same_rows(
    kg: KnowledgeGraph, oxigraph: Store, rdflib: Dataset, name: str, given: dict[str, str]
) -> None:
    query = catalogue()[name]
    bound = bind(query, given, kg.one, kg.concepts)
    store = cut(oxigraph, SLOW[name]) if name in SLOW else oxigraph
    mine = run(store, query, bound)
    theirs = rows_of_rdflib(in_rdflib(store) if name in SLOW else rdflib, query, bound, mine.columns)
    if name in SLOW:
        assert mine == run(oxigraph, query, bound), "the cut leaves nothing out"
    assert mine.rows, "a query without rows compares nothing: choose other parameters"
    assert counted(mine.rows) == counted(theirs)
