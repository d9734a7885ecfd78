"""Answers as data frames: the same types whatever the data, dates as dates, numbers as numbers, clear errors."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import pandas  # type: ignore[import-untyped]
import polars
import pytest
from cemai.graph.errors import OutputError
from cemai.queries.catalogue import all_queries, read_query
from cemai.queries.runner import Cell, bind, run

from cemai.api.frames import seen_kinds, to_pandas, to_polars
from cemai.api.knowledge_graph import KnowledgeGraph
from tests.running import Inside

KINDS: dict[str, Any] = {"day": "date", "share": "number", "count": "integer", "sure": "boolean", "name": "text"}
ROWS: list[dict[str, Cell]] = [
    {"day": "2015-07-01", "share": "33.30", "count": 3, "sure": True, "name": "云港"},
    {"day": None, "share": None, "count": None, "sure": None, "name": None},
    {"day": "9999-12-31", "share": 1, "count": 2**40, "sure": False, "name": 7},
]


@pytest.fixture(scope="module")
def made_kg(made: Inside) -> KnowledgeGraph:
    return KnowledgeGraph.open(made.store)


def test_pandas_types() -> None:
    frame = to_pandas(KINDS, ROWS)
    assert list(map(str, frame.dtypes)) == ["datetime64[s]", "float64", "Int64", "boolean", "string"]
    assert frame["day"][0] == pandas.Timestamp("2015-07-01") and frame["day"][2].year == 9999
    assert frame["share"].tolist()[0] == 33.3 and frame["name"][2] == "7"
    assert frame.iloc[1].isna().all()
    assert list(to_pandas(KINDS, []).dtypes) == list(frame.dtypes), "no row, the same types"


def test_polars_types() -> None:
    frame = to_polars(KINDS, ROWS)
    assert frame.dtypes == [polars.Date, polars.Float64, polars.Int64, polars.Boolean, polars.String]
    assert frame.row(0) == (date(2015, 7, 1), 33.3, 3, True, "云港") and frame.row(1) == (None,) * 5
    assert to_polars(KINDS, []).schema == frame.schema


def test_both_libraries_say_the_same(made_kg: KnowledgeGraph) -> None:
    several = (
        made_kg.trace("甲一"), made_kg.series("云港", "进出口额"), made_kg.measures(unquantified=True), made_kg.audit(),
        made_kg.diffusion("甲一"), made_kg.diffusion(), made_kg.path("李某", "星城"),
    )  # fmt: skip
    for found in several:
        one, other = found.to_pandas(), found.to_polars()
        assert list(one.columns) == other.columns == list(found.columns)
        for column in found.columns:
            left = [None if pandas.isna(v) else v for v in one[column]]
            right = [pandas.Timestamp(v) if isinstance(v, date) else v for v in other[column]]
            assert left == right, (found.title, column)


def test_dates_and_figures_of_the_shipped_graph(kg: KnowledgeGraph) -> None:
    trace = kg.trace("1210").to_polars()
    assert trace.schema["begin"] == trace.schema["end"] == polars.Date and trace.schema["date"] == polars.String
    figures = kg.series("青岛", "跨境电商进出口额").to_pandas()
    stated = figures[(figures["period"] == "2023") & (figures["measure"] == "level")].iloc[0]
    assert stated["value"] == 85e9 and stated["printed"] == "850亿元" and stated["hedge"] == "over"
    order = kg.diffusion("9710").to_polars()
    assert order.schema["earliest"] == polars.Date and order.schema["rank_min"] == polars.Int64
    assert order["earliest"].min() == date(2020, 7, 1) and order["rank_max"].max() == 22


def test_a_locator_for_every_row(made_kg: KnowledgeGraph) -> None:
    frame = made_kg.peers("云溪").to_pandas(locators=True)
    assert frame["locator"].str.contains(r"\[(?:passage|act|unverified)\]").all()
    found = made_kg.trace("甲一")
    assert list(found.to_pandas(locators=True).columns) == list(found.columns), "it has one already"


def test_every_query_of_the_catalogue_becomes_a_frame(made_kg: KnowledgeGraph) -> None:
    for query in all_queries().values():
        if all(p.default is not None for p in query.parameters if p.required):
            rows = run(made_kg.store, query, bind(query, {}, made_kg.one, made_kg.concepts))
            records = list(rows.dicts())
            assert to_polars(seen_kinds(rows.columns, records, query), records).shape == (
                len(records),
                len(rows.columns),
            )


HEADER = """#+ columns:
#+   begin: {zh: 首日, en: first day, kind: date}
#+   value: {zh: 数值, en: value, kind: number}
#+   date: {zh: 写法, en: as written}
SELECT ?begin ?value ?date ?end { ?begin ?value ?date , ?end }"""


def test_what_a_query_holds_says_its_header_else_what_stands_there() -> None:
    query = read_query("x", HEADER)
    rows: list[dict[str, Cell]] = [
        {"begin": "2015-07-01", "end": 12, "date": "2015-07-01", "value": "1.50", "code": "0123", "n": 1},
        {"begin": None, "end": 30, "date": "2015年", "value": "2", "code": "330100", "n": None},
    ]
    kinds = ["date", "integer", "text", "number", "text", "integer"]
    assert list(seen_kinds(list(rows[0]), rows, query).values()) == kinds
    assert seen_kinds(["begin", "value"], [], query) == {"begin": "date", "value": "number"}, "no row, the same kinds"
    assert seen_kinds(["begin"], rows) == {"begin": "text"}, "nobody says that it is a day"
    assert seen_kinds(["begin"], [{"begin": "2015"}, {"begin": "2015-07-01"}], query) == {"begin": "text"}


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_without_the_library_the_extra_is_named(
    made_kg: KnowledgeGraph, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    found = made_kg.trace("甲一")
    with pytest.raises(OutputError, match=r"pip install 'cemai\[frames\]'"):
        getattr(found, f"to_{library}")()
    assert found._repr_html_() and found.records, "the rest stands"
