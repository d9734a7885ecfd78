"""Decisions on names: which names are one thing, which one name is several. Recorded, and held by the build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cemai.graph.errors import DataError, Where
from cemai.graph.model.names import NameIndex

from .dataset import Dataset
from .schema import IdentityRow


def check_identities(datasets: Iterable[Dataset], names: NameIndex) -> list[DataError]:
    """Every decision that the register does not follow."""
    return [
        error
        for dataset in datasets
        for table, rows in dataset.tables.items()
        for number, row in rows
        if isinstance(row, IdentityRow)
        for error in _check(row, names, Where(dataset.path(table), number))
    ]


def _check(row: IdentityRow, names: NameIndex, where: Where) -> Iterator[DataError]:
    for thing in row.things:
        if thing not in names.things:
            yield DataError(
                Where(where.file, where.row, "things", thing), "no such thing 编号不存在", "correct the id 请改正编号"
            )
            return
    if (row.decision == "merged") != (len(row.things) == 1):
        problem = "`merged` names one thing, `kept-apart` several 一物与多物之别不符"
        yield DataError(
            Where(where.file, where.row, "things", "|".join(row.things)), problem, "correct the row 请改正此行"
        )
        return
    for name in row.names:
        bearers = {t.id for t in names.find(name)}
        if row.decision == "merged" and bearers != set(row.things):
            problem = f"is said to be {row.things[0]}, the register has {sorted(bearers) or 'nothing'} 与登记不符"
            yield DataError(
                Where(where.file, where.row, "names", name), problem, "add the alias or drop the row 请补别名或删去此行"
            )
        if row.decision == "kept-apart" and not bearers & set(row.things):
            problem = "names none of the things that are kept apart 不是其中任何一物的名称"
            yield DataError(Where(where.file, where.row, "names", name), problem, "correct the row 请改正此行")
