"""The matrix of all adoptions: who stands in a role to which innovation, since when."""

from __future__ import annotations

from collections import defaultdict

from cemai.ontology.text import LangText
from cemai.viz.content import Head
from cemai.viz.views.matrix.page import MatrixCell, MatrixRow, matrix_page

from .notes import page_notes
from .presenter import StatementPresenter
from .registry import Page, view


@view(
    "matrix", "城市与创新的矩阵页，格内为最早日期 · Cities by innovations, the first stated date in each cell.",
    ("--all",), whole=LangText("城市与创新矩阵", "Cities by innovations"),
)  # fmt: skip
def matrix_view(presenter: StatementPresenter, *, unverified: bool = False) -> Page:
    """The matrix of all adoptions."""
    claims, hidden = presenter.of_kind("Adoption", unverified=unverified)
    by_cell: dict[tuple[str, str], list[str]] = defaultdict(list)
    by_thing: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.object:
            by_cell[(claim.subject, claim.object)].append(claim.id)
            by_thing[claim.subject].append(claim.id)
            by_thing[claim.object].append(claim.id)
    facts = presenter.statements(claims)
    presenter.kg.entities.load(presenter.province(row) for row, _ in by_cell)
    rows = [_row(presenter, entity, by_thing[entity]) for entity in sorted({row for row, _ in by_cell})]
    columns = [presenter.entity(entity, by_thing[entity]) for entity in sorted({column for _, column in by_cell})]
    cells = [MatrixCell(row, column, tuple(ids)) for (row, column), ids in sorted(by_cell.items())]
    head = Head(
        LangText("城市与创新", "Cities by innovations"),
        LangText(f"{len(rows)} 行 × {len(columns)} 列，{len(facts)} 条陈述；格内为最早的日期",
             f"{len(rows)} rows × {len(columns)} columns, {len(facts)} statements; the first stated date in a cell"),
        page_notes(presenter, facts, hidden),
    )  # fmt: skip
    return Page(matrix_page(head, facts, rows, columns, cells), {"rows 行": len(rows), "columns 列": len(columns)})


def _row(presenter: StatementPresenter, entity: str, claims: list[str]) -> MatrixRow:
    province = presenter.province(entity)
    return MatrixRow(presenter.entity(entity, claims), province or "", presenter.name(province))
