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
            yield DataError(Where(where.file, where.row, "things", thing), "no such thing 编号不存在", "correct the id")
            return
    if (row.decision == "merged") != (len(row.things) == 1):
        yield DataError(Where(where.file, where.row, "things", "|".join(row.things)),
                        "`merged` names one thing, `kept-apart` several", "correct the row")  # fmt: skip
        return
    for name in row.names:
        found = {t.id for t in names.find(name)}
        if row.decision == "merged" and found != set(row.things):
            problem = f"is said to be {row.things[0]}, the register finds {sorted(found) or 'nothing'}"
            yield DataError(Where(where.file, where.row, "names", name), problem, "add the alias or drop the row")
        if row.decision == "kept-apart" and not found & set(row.things):
            problem = "names none of the things that are kept apart"
            yield DataError(Where(where.file, where.row, "names", name), problem, "correct the row")
