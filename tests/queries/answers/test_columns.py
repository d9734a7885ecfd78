"""The columns of an answer are described once: its records, its table for a person and its frames follow from that."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Annotated

import pytest
from cemai.queries.answers.columns import AnswerColumn, AnswerRow, AnswerTable, Day, Heading, Number
from cemai.queries.answers.comparison import ComparisonLine
from cemai.queries.answers.figures import StatedFigure
from cemai.queries.answers.indicator_series import SeriesPoint
from cemai.queries.answers.paths import Hop
from cemai.queries.answers.peer_gaps import Lack
from cemai.queries.answers.steps import TraceStep
from cemai.queries.answers.support import Support
from cemai.queries.answers.trace_rounds import Round
from cemai.queries.answers.trace_tree import Branch

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.house.rooms import ROOT
from tests.running import Inside

TYPES = (TraceStep, Round, Branch, StatedFigure, SeriesPoint, Support, Lack, Hop)


@dataclass(frozen=True)
class Made(AnswerRow):
    """A row of every kind of column."""

    name: Annotated[str, Heading("名 name")]
    tier: Annotated[str | None, Heading("层级 tier", "evidence-tier")]
    count: int
    share: float | None
    sure: bool
    day: Annotated[Day, Heading("日 day", show=lambda _, row: f"on {row['day']}")]
    value: Number

    made = (AnswerColumn("both", None, "都 both", show=lambda _, row: f"{row['name']}/{row['count']}"),)
    shown = ("day", "both", "tier")


@pytest.fixture(scope="module")
def made_kg(made: Inside) -> KnowledgeGraph:
    return KnowledgeGraph.open(made.store)


def test_a_field_is_its_own_description(made_kg: KnowledgeGraph) -> None:
    table, row = Made.table(), Made("甲", "act", 2, None, True, "2020-01-02", "1.5")
    assert table.kinds == {"name": "text", "tier": "text", "count": "integer", "share": "number", "sure": "boolean",
                           "day": "date", "value": "number"}  # fmt: skip
    assert list(row.record()) == list(table.kinds) and row.record()["count"] == 2
    assert table.headings == {"day": "日 day", "both": "都 both", "tier": "层级 tier"}
    shown = table.show(made_kg, row.record())
    assert shown == {"day": "on 2020-01-02", "both": "甲/2", "tier": made_kg.concept("evidence-tier", "act").both()}


def test_a_table_that_chooses_nothing_shows_its_data() -> None:
    assert AnswerTable((AnswerColumn("a"), AnswerColumn("b", None, "乙"))).headings == {"a": "a"}


@pytest.mark.parametrize("row", TYPES, ids=lambda row: row.__name__)
def test_what_is_shown_has_a_heading_in_both_languages(row: type[AnswerRow]) -> None:
    table = row.table()
    assert set(table.shown) <= {column.key for column in table.columns} and len(set(table.shown)) == len(table.shown)
    assert all(heading.partition(" ")[2] for heading in table.headings.values())


def test_every_answer_gives_the_columns_that_it_describes(made_kg: KnowledgeGraph) -> None:
    answers = (
        made_kg.trace("甲一"), made_kg.rounds("甲一"), made_kg.tree("甲一"), made_kg.show("云港"),
        made_kg.compare("云港", "星城"), made_kg.series("云港", "进出口额"), made_kg.measures(unquantified=True),
        made_kg.peers("云溪"), made_kg.path("李某", "星城"), made_kg.audit(), made_kg.diffusion("甲一"),
        made_kg.diffusion(), made_kg.diffusion("甲一", view="curve"), made_kg.diffusion("甲一", view="survival"),
        made_kg.explain("made/designations/pilot-yungang"), made_kg.select("zones/by-batch"),
        made_kg.ask("云港什么时候获批跨境电商综试区的？"),
    )  # fmt: skip
    for found in answers:
        assert found.records, found.title
        for record, shown in zip(found.records, found.shown(), strict=True):
            assert set(found.columns) <= record.keys(), found.title
            assert list(shown) == list(found.table.headings), found.title


def test_a_line_of_a_comparison_is_no_fixed_row(made_kg: KnowledgeGraph) -> None:
    """Its columns are the places that were asked for."""
    found = made_kg.compare("云港", "云溪", "星城")
    assert isinstance(found[0], ComparisonLine) and [c for c in found.columns if c.endswith("市")][:3] == [
        "云港市",
        "云溪市",
        "星城市",
    ]


def test_no_command_has_headings_of_its_own() -> None:
    """A dictionary of words in both languages beside a command would describe the columns a second time."""
    both = re.compile(r"[\u4e00-\u9fff].* [a-z]")
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in ("cli", "api")
        for path in sorted((ROOT / "cemai" / folder).glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict) and len(node.values) > 1
        and all(isinstance(v, ast.Constant) and both.search(str(v.value)) for v in node.values)
    ]  # fmt: skip
    assert found == []
