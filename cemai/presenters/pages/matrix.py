"""The matrix of all adoptions: who stands in a role to which innovation, since when."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.ontology.text import LangText
from cemai.viz.facts import Head
from cemai.viz.matrix import Cell, Row, matrix_page

from .statements import Statements


def matrix(kg: KnowledgeGraph, *, unverified: bool = False, corpus: Path | None = None) -> tuple[str, int, int]:
    """The page as HTML, with the numbers of its rows and columns."""
    statements = Statements(kg, corpus)
    claims, hidden = statements.of_kind("Adoption", unverified=unverified)
    by_cell: dict[tuple[str, str], list[str]] = defaultdict(list)
    by_thing: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.object:
            by_cell[(claim.subject, claim.object)].append(claim.id)
            by_thing[claim.subject].append(claim.id)
            by_thing[claim.object].append(claim.id)
    facts = tuple(statements.fact(claim) for claim in claims)
    rows = [_row(statements, thing, by_thing[thing]) for thing in sorted({row for row, _ in by_cell})]
    columns = [statements.thing(thing, by_thing[thing]) for thing in sorted({column for _, column in by_cell})]
    cells = [Cell(row, column, tuple(ids)) for (row, column), ids in sorted(by_cell.items())]
    head = Head(
        LangText("城市与创新", "Cities by innovations"),
        LangText(f"{len(rows)} 行 × {len(columns)} 列，{len(facts)} 条陈述；格内为最早的日期",
             f"{len(rows)} rows × {len(columns)} columns, {len(facts)} statements; the first stated date in a cell"),
        statements.notes(facts, hidden),
    )  # fmt: skip
    return matrix_page(head, facts, rows, columns, cells), len(rows), len(columns)


def _row(statements: Statements, thing: str, claims: list[str]) -> Row:
    province = statements.province(thing)
    return Row(statements.thing(thing, claims), province or "", statements.name(province))
