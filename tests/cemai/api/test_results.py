"""The questions as methods of the graph: typed rows, claims, notes, options, the same rows as the commands."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cemai.graph.errors import CemaiError, NameUnknown, QueryError
from cemai.queries.answers.steps import Trace, TraceStep
from cemai.queries.answers.trace_rounds import Round
from cemai.queries.runner import Cell

import cemai
from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.api.references import claims_of
from cemai.api.result import Result
from tests.house.rooms import ROOT
from tests.running import Inside

Ask = Callable[[KnowledgeGraph], Result[Any]]
# Each method with the command that must give the same rows, on the made-up graph.
SAME: dict[str, tuple[Ask, tuple[str, ...]]] = {
    "trace": (lambda kg: kg.trace("甲一"), ("trace", "甲一")),
    "trace of a topic": (lambda kg: kg.trace("独立站", unverified=True), ("trace", "独立站", "--all")),
    "rounds": (lambda kg: kg.rounds("甲一"), ("trace", "甲一", "--rounds")),
    "tree": (lambda kg: kg.tree("甲一"), ("trace", "甲一", "--tree")),
    "show": (lambda kg: kg.show("云港"), ("show", "云港")),
    "compare": (lambda kg: kg.compare("云港", "星城"), ("compare", "云港", "星城")),
    "series": (lambda kg: kg.series("云港", "进出口额"), ("series", "云港", "进出口额")),
    "measures": (lambda kg: kg.measures(unquantified=True), ("measures", "--with-unquantified")),
    "peers": (lambda kg: kg.peers("云溪"), ("peers", "云溪")),
    "path": (lambda kg: kg.path("李某", "星城"), ("path", "李某", "星城")),
    "audit": (lambda kg: kg.audit(), ("audit",)),
    "diffusion": (lambda kg: kg.diffusion(), ("diffusion",)),
    "curve of diffusion": (lambda kg: kg.diffusion("甲一", view="curve"), ("diffusion", "甲一", "--curve")),
    "survival": (lambda kg: kg.diffusion("甲一", view="survival"), ("diffusion", "甲一", "--survival")),
    "explain": (
        lambda kg: kg.explain("made/designations/pilot-yungang"), ("explain", "made/designations/pilot-yungang"),
    ),
    "select": (lambda kg: kg.select("zones/by-batch"), ("query", "zones/by-batch")),
}  # fmt: skip


@pytest.fixture(scope="module")
def made_kg(made: Inside) -> KnowledgeGraph:
    return cemai.open(made.store)


@pytest.mark.parametrize("question", SAME)
def test_the_rows_are_those_of_the_command(made: Inside, made_kg: KnowledgeGraph, question: str) -> None:
    ask, command = SAME[question]
    found = ask(made_kg)
    assert [{c: r.get(c) for c in found.columns} for r in found.records] == made.rows(*command)
    assert len(found) == len(found.rows) == len(found.records) > 0
    assert list(found) == list(found.rows)
    assert found.title in repr(found) and found.title
    for number, claim in enumerate(found.claims):
        assert made_kg.claim(claim).id == claim, number


def test_rows_are_typed(made_kg: KnowledgeGraph) -> None:
    found = made_kg.trace("甲一")
    assert isinstance(found[0], TraceStep) and isinstance(found.answer, Trace) and isinstance(found[:2], tuple)
    assert found.claims == tuple(step.claim for step in found)
    (first, *_) = made_kg.rounds("甲一")
    assert isinstance(first, Round) and first.subjects == len(first.claims.split())


def test_options_are_those_of_the_commands(made: Inside, made_kg: KnowledgeGraph) -> None:
    by_text, by_day = (made_kg.trace("甲一", until=day) for day in ("2015-12-31", date(2015, 12, 31)))
    assert by_text.records == by_day.records == tuple(made.rows("trace", "甲一", "--until", "2015-12-31"))
    assert 0 < len(by_text) < len(made_kg.trace("甲一"))
    assert {s.role for s in made_kg.trace("甲一", role="piloted")} == {"piloted"}
    shown, everything = made_kg.show("云溪"), made_kg.show("云溪", unverified=True)
    hidden = len(everything) - len(shown)
    assert hidden and any(note.startswith(f"{hidden} ") and "unverified=True" in note for note in shown.notes)
    one, other = (made_kg.diffusion("甲一", unit=unit) for unit in ("云港", ["云港"]))
    assert one.head == other.head, "one name is a list of one"


def test_where_a_row_is_stated(made_kg: KnowledgeGraph) -> None:
    for found in (
        made_kg.trace("甲一"),
        made_kg.rounds("甲一"),
        made_kg.peers("云溪"),
        made_kg.compare("云港", "星城"),
    ):
        for number, record in enumerate(found.records):
            assert "[" in found.located(number) and all(made_kg.claim(c) for c in claims_of(record))
        fields = [row["field"] for row in found.explain(0)]
        assert fields.count("id") == len(claims_of(found.records[0]))


def test_columns_that_name_claims() -> None:
    record: dict[str, Cell] = {"claim": "claim/a/b/c", "claims": 3, "claims 云港市": "a/b/d a/b/e", "claim_a": None,
              "central_claims": "a/b/f|a/b/c", "claimed": "no"}  # fmt: skip
    assert claims_of(record) == ["a/b/c", "a/b/d", "a/b/e", "a/b/f"]


def test_an_empty_answer_says_so(made_kg: KnowledgeGraph) -> None:
    found = made_kg.series("云溪", "进出口额")
    assert not found and found.claims == () and any("not a no" in note for note in found.notes)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda kg: kg.trace("甲二"), "甲一"),
        (lambda kg: kg.trace("甲一", until="2015-13-01"), "2015-13-01"),
        (lambda kg: kg.trace("甲一", until=2015), "2015"),
        (lambda kg: kg.trace("  "), "empty"),
        (lambda kg: kg.diffusion("甲一", view="map"), "survival"),
        (lambda kg: kg.peers("云港", by="size"), "province"),
        (lambda kg: kg.compare("云山", "星城"), "place/790300"),
        (lambda kg: kg.explain("made/designations/pilot-yungan"), "made/designations/pilot-yungang"),
        (lambda kg: kg.select("zones/by-bach"), "zones/by-batch"),
    ],
)  # fmt: skip
def test_bad_input_is_reported(made_kg: KnowledgeGraph, ask: Ask, told: str) -> None:
    with pytest.raises(CemaiError, match=told):
        ask(made_kg)


def test_errors_keep_their_kinds(made_kg: KnowledgeGraph) -> None:
    with pytest.raises(NameUnknown):
        made_kg.claim("made/none/none")
    with pytest.raises(QueryError, match="cemai show place/790100"):
        made_kg.trace("云港")


def test_the_most_specific_classes(kg: KnowledgeGraph) -> None:
    assert kg.kinds("place/330100") == ["City"] and kg.kinds("place/310000") == ["City", "Province"]
    assert kg.kinds("innovation/1210") == ["SupervisionMode"] and kg.kinds("place/none") == []
    assert {"City", "Place", "Area"} <= kg.classes("place/330100")


def test_open_looks_where_the_commands_do(graph: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CEMAI_STORE", str(graph))
    assert cemai.open().one("杭州") == "place/330100"
    monkeypatch.delenv("CEMAI_STORE")
    with pytest.raises(CemaiError):
        cemai.open()


def test_the_examples_of_the_page(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CEMAI_STORE", str(graph))
    page = ROOT / "docs" / "python.md"
    test = doctest.DocTestParser().get_doctest(
        page.read_text(encoding="utf-8").replace("```", ""), {}, "python.md", str(page), 0
    )
    assert len(test.examples) > 8
    assert doctest.DocTestRunner().run(test).failed == 0
