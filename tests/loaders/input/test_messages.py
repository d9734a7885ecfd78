"""What bad inputs are told: each message has a file, a row or key where there is one, a cause and a fix, in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from cemai.graph.errors import DataError, gathering
from cemai.loaders.collection import collect

from tests.house.messages import in_both_languages
from tests.loaders.input import test_files, test_relations, test_tables
from tests.making import Folder, mini

JARGON = re.compile(r"Input should|pydantic|NoneType|dict|tuple|instance|Traceback|Errno|codec|\bstr\b|\bint\b|0x")
WHOLE = {"table that is empty", "table not UTF-8"}


def refused(folder: Path) -> list[DataError]:
    """The errors that a dataset gives."""
    errors: list[DataError] = []
    with gathering(errors):
        collect([folder])
    return errors


def written(root: Path, change: Callable[[Folder], object]) -> Path:
    """The small dataset, spoilt before it is written."""
    folder = mini()
    change(folder)
    return folder.write(root)


def by_tables(root: Path) -> list[list[DataError]]:
    return [refused(written(root / str(n), case.change)) for n, case in enumerate(test_tables.CASES)]


def by_files(root: Path) -> list[list[DataError]]:
    found = []
    for n, (spoil, _) in enumerate(test_files.CASES.values()):
        folder = mini().write(root / str(n))
        spoil(folder)
        found.append(refused(folder))
    return found


def by_relations(root: Path) -> list[list[DataError]]:
    found = []
    for n, (content, _) in enumerate(test_relations.CASES.values()):
        found.append(refused(test_relations.written(root / str(n), content)))
    return found


@pytest.mark.parametrize("inputs", [by_tables, by_files, by_relations], ids=lambda f: f.__name__)
def test_every_message_says_where_what_and_how_to_mend_it(
    tmp_path: Path, inputs: Callable[[Path], list[list[DataError]]]
) -> None:
    found = inputs(tmp_path)
    assert len(found) > 10 and all(found), "each bad input is refused"
    for error in (error for errors in found for error in errors):
        said = f"{error.problem} → {error.fix}"
        assert in_both_languages(error.problem) and in_both_languages(error.fix), said
        assert not JARGON.search(said), said
        assert str(error).startswith(str(error.where.file)) and str(tmp_path) in str(error.where.file)
        assert len(str(error).splitlines()) == 1
        if error.where.column and str(error.where.file).endswith(".csv"):
            assert error.where.row, f"{error}: a column without its row"
