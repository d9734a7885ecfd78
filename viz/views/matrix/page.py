"""A matrix as one offline page: cities by innovations, the first stated date in the cell, its statements a click away.

An empty cell means that nothing is known, never "no".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from cemai.ontology.text import LangText
from cemai.viz.content import EntityView, Head, StatementView
from cemai.viz.shell import ViewPage, render_view


@dataclass(frozen=True)
class MatrixRow:
    """A row of the matrix and what it is grouped under (its province), by id and name."""

    thing: EntityView
    group: str
    group_name: LangText


@dataclass(frozen=True)
class MatrixCell:
    """Where a row meets a column: the statements that say so."""

    row: str
    column: str
    claims: tuple[str, ...]


def matrix_page(
    head: Head,
    facts: tuple[StatementView, ...],
    rows: Sequence[MatrixRow],
    columns: Sequence[EntityView],
    cells: Sequence[MatrixCell],
) -> str:
    """The page as HTML text. The script orders rows and columns and chooses what a cell says."""
    groups: Mapping[str, LangText] = {row.group: row.group_name for row in rows}
    data = {
        "rows": [{"id": row.thing.id, "group": row.group} for row in rows],
        "columns": [column.id for column in columns],
        "groups": {key: asdict(name) for key, name in groups.items()},
        "cells": [asdict(cell) for cell in cells],
    }
    things = (*columns, *(row.thing for row in rows))
    return render_view(ViewPage("matrix", head, facts, things, data))
