"""Queries as methods of the graph: those of the catalogue, and those that a user writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from cemai.graph.errors import QueryError
from cemai.queries.answers.columns import AnswerColumn, AnswerTable
from cemai.queries.process.limits import Limits
from cemai.queries.runner import Cell, Given, Rows

from . import notes
from .frames import seen_kinds
from .result import Result

if TYPE_CHECKING:
    from cemai.queries.catalogue import Query

    from .knowledge_graph import KnowledgeGraph

Dictionary = Mapping[str, Cell]


def answer_query(kg: KnowledgeGraph, query: str, parameters: Given | None = None) -> Result[Dictionary]:
    """A query of the catalogue (``zones/by-batch``) with its parameters, as a result with frames and a table."""
    from cemai.queries.catalogue import query_named

    asked = query_named(query)
    head = (query, f"{asked.zh} {asked.en}") if asked else (query,)
    return _result(kg, head, kg.query(query, parameters), asked)


def answer_sparql(
    kg: KnowledgeGraph, text: str, parameters: Given | None = None, *, limits: Limits | None = None
) -> Result[Dictionary]:
    """A query in SPARQL, run in a process of its own within `limits` (30 s, a million rows, 2 GB).

    `parameters` are those that the head of the text declares. Where rows were cut, the last note says so. Raises
    QueryError for one that does not parse, updates or reaches other hosts, and QueryStopped for one over its limits.
    """
    from cemai.queries.process.runner import QueryRunner

    if kg.where is None:
        raise QueryError("this graph was not opened from a folder or server: cemai.open(…) 请用 cemai.open 打开图谱")
    limits = limits or Limits()
    with QueryRunner(kg.where) as runner:
        answer = runner.run("SPARQL", parameters, limits, text=text)
        found = Rows(answer.columns, tuple(answer))
    result = _result(kg, ("SPARQL",), found)
    return replace(result, notes=(*result.notes, notes.cut(limits.rows))) if answer.cut else result


def _result(kg: KnowledgeGraph, head: tuple[str, ...], found: Rows, asked: Query | None = None) -> Result[Dictionary]:
    rows = tuple(found.dicts())
    doubtful = sum("evidence-tier/unverified" in row.values() for row in rows)
    remarks = [f"{doubtful} 条未核实 rows are unverified: see tier"] if doubtful else []
    remarks += notes.nothing(rows)
    table = AnswerTable(tuple(AnswerColumn(key, kind) for key, kind in seen_kinds(found.columns, rows, asked).items()))
    return Result(kg, head, rows, rows, table, tuple(remarks), found)
