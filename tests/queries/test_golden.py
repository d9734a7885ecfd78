"""Every query: golden rows on a small made-up graph, alike on both engines, and known rows on the shipped one.

`asked.yml` holds the parameters for the made-up graph, `golden/` the rows, `known.yml` facts of the shipped graph.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from cemai.queries.catalogue import catalogue
from cemai.queries.runner import bind, run
from rdflib import Dataset

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.queries.engines import counted, in_rdflib, rows_of_rdflib
from tests.running import Inside, embedded

HERE = Path(__file__).parent
# Topics that are tested with the audit and with diffusion.
ELSEWHERE = ("about", "disagreements", "diffusion")
NAMES = [name for name in sorted(catalogue()) if name.split("/")[0] not in ELSEWHERE]
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")


@cache
def asked(file: str) -> dict[str, dict[str, Any]]:
    """A file of parameters and expectations by query."""
    found: dict[str, dict[str, Any]] = yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def small_kg(made: Inside) -> KnowledgeGraph:
    """The graph of the made-up dataset."""
    return KnowledgeGraph.open(made.store)


@pytest.fixture(scope="module")
def rdflib(small_kg: KnowledgeGraph) -> Dataset:
    return in_rdflib(embedded(small_kg))


@pytest.mark.parametrize("name", NAMES)
def test_golden_rows_on_both_engines(small_kg: KnowledgeGraph, rdflib: Dataset, name: str) -> None:
    query, given = catalogue()[name], asked("asked.yml").get(name, {}).get("made", {})
    bound = bind(query, given, small_kg.one, small_kg.concepts)
    mine = run(small_kg.store, query, bound)
    golden = json.loads((HERE / "golden" / f"{name}.json").read_text(encoding="utf-8"))
    assert golden["given"] == given and golden["columns"] == list(mine.columns)
    assert [tuple(row) for row in golden["rows"]] == list(mine.rows)
    assert mine.rows, "a query without rows compares nothing"
    assert counted(rows_of_rdflib(rdflib, query, bound, mine.columns)) == counted(mine.rows)


@pytest.mark.parametrize("name", NAMES)
def test_the_header_names_every_column(small_kg: KnowledgeGraph, name: str) -> None:
    query, given = catalogue()[name], asked("asked.yml").get(name, {}).get("made", {})
    assert tuple(query.columns) == small_kg.query(name, given).columns
    assert all(column.zh and column.en for column in query.columns.values())


@pytest.mark.parametrize("name", NAMES)
def test_known_rows_of_the_shipped_graph(kg: KnowledgeGraph, name: str) -> None:
    known = asked("known.yml")[name]
    rows = list(kg.query(name, known["given"]).dicts())
    for fact in known["holds"]:
        assert any(fact.items() <= row.items() for row in rows), f"{fact} is not among {len(rows)} rows"
    for fact in known.get("lacks", ()):
        assert not any(fact.items() <= row.items() for row in rows), fact


def test_every_question_has_a_query_and_there_are_fifty() -> None:
    served = {question for query in catalogue().values() for question in query.questions}
    assert served == {f"CQ{n}" for n in range(1, 16)}
    assert len(catalogue()) >= 50
