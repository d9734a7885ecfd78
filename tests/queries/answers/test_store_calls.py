"""No answer asks the store once a row: calls and rows of every question, on the shipped and on the made graph."""

from __future__ import annotations

import pytest
from cemai.queries.ask.templates import question_templates
from cemai.queries.catalogue import all_queries

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.counting import Counting
from tests.graph.store.cases import KNOWN
from tests.queries.answers.asked import MADE, SHIPPED, Ask, question
from tests.running import Inside

CALLS, CALLS_OF_TRACE = 10, 5
ROWS_A_CLAIM = 10
# The vocabularies are read once (181 concepts), and names of which a question may mean one (up to 350).
ROWS = 600
ROWS_OF_PAGE = 900  # a page also reads the places of the register (660): their English names spell how names are read
OPENING = 1  # what a server is asked when it is opened


def counted(kg: KnowledgeGraph, ask: Ask) -> tuple[int, int, int]:
    """The calls and rows of an answer on a graph of which nothing is known yet, and how many claims it rests on."""
    store = Counting(kg.store)
    claims = ask(KnowledgeGraph(store))
    return store.calls, store.rows, len(claims)


@pytest.fixture(scope="module")
def made_kg(made: Inside) -> KnowledgeGraph:
    return KnowledgeGraph.open(made.store)


@pytest.mark.parametrize("name", SHIPPED)
def test_on_the_shipped_graph(kg: KnowledgeGraph, name: str) -> None:
    calls, rows, claims = counted(kg, SHIPPED[name])
    assert calls + OPENING <= (CALLS_OF_TRACE if name == "trace" else CALLS)
    assert rows <= ROWS_A_CLAIM * claims + (ROWS_OF_PAGE if name.startswith("view") else ROWS)


@pytest.mark.parametrize("name", MADE)
def test_on_the_made_graph(made_kg: KnowledgeGraph, name: str) -> None:
    calls, rows, claims = counted(made_kg, MADE[name])
    assert calls + OPENING <= CALLS and rows <= ROWS_A_CLAIM * claims + ROWS and claims


def test_questions_in_words(kg: KnowledgeGraph) -> None:
    """The example of every form, the languages taking turns."""
    for number, form in enumerate(question_templates()):
        text = form.example("zh" if number % 2 else "en")
        calls, rows, claims = counted(kg, question(text))
        assert calls + OPENING <= CALLS and rows <= ROWS_A_CLAIM * claims + ROWS, text


@pytest.mark.parametrize("text", ["1210 为什么失败", "Who is the mayor of Qingdao?", "吉林什么时候获批综试区"])
def test_a_question_that_is_refused(kg: KnowledgeGraph, text: str) -> None:
    calls, _, claims = counted(kg, question(text))
    assert calls + OPENING <= CALLS and not claims


def test_queries_of_the_catalogue(kg: KnowledgeGraph) -> None:
    """One call for the rows, one for each name that a parameter gives, one where a key is checked."""
    for query in all_queries().values():
        given = KNOWN.get(query.name, {}).get("given", {})
        store = Counting(kg.store)
        KnowledgeGraph(store).select(query.name, given)
        assert store.calls <= 2 + len(given), query.name


def test_a_notebook_shows_a_table(kg: KnowledgeGraph) -> None:
    """The passages of the rows that are shown are read at once."""
    store = Counting(kg.store)
    found = KnowledgeGraph(store).peers("淄博")
    before = store.calls
    assert found._repr_html_() and store.calls == before + 1
    assert not found.to_polars(locators=True).is_empty() and store.calls <= before + 2
