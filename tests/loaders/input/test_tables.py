"""A dataset that does not say what it must: one clear message, exit status 2, and the old graph answers."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from cemai.graph.errors import DataError
from cemai.loaders.csv_reader import LARGEST_CELL, read_cells
from cemai.queries.answers.tracing import trace_steps

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.conftest import Small
from tests.making import Folder, mini

Change = Callable[[Folder], object]


def cell(table: str, column: str, value: str) -> Change:
    """Spoil one cell in the first row of a table."""
    return lambda folder: folder.tables[table][0].update({column: value})


def again(table: str) -> Change:
    """Repeat the first row of a table."""
    return lambda folder: folder.tables[table].append(dict(folder.tables[table][0]))


def described(**more: object) -> Change:
    """Change a line of dataset.yml."""
    return lambda folder: folder.meta.update(more)


def listed(file: str, kind: str) -> Change:
    """Add a table to dataset.yml."""
    return lambda folder: folder.meta["tables"].append({"file": file, "kind": kind})


@dataclass(frozen=True)
class Case:
    """What is spoilt, and what the message must name."""

    name: str
    change: Change
    told: tuple[str, ...]


CASES = [
    Case("unknown city", cell("adoptions", "subject", "杭洲"),
         ("adoptions.csv", "row 2", "column subject", "'杭洲'", "未登记", "→", "杭州")),
    Case("no such day", cell("zones", "date", "2015-13-01"),
         ("zones.csv", "row 2", "column date", "'2015-13-01'", "month", "→")),
    Case("30 February", cell("zones", "date", "2020-02-30"), ("zones.csv", "row 2", "column date", "'2020-02-30'")),
    Case("duplicate key", again("adoptions"), ("adoptions.csv", "row 3", "column key", "'ningbo'", "row 2", "→")),
    Case("duplicate thing", again("things"), ("things.csv", "row 4", "column id", "'zone/330100'", "row 2", "→")),
    Case("unknown column", cell("adoptions", "colour", "red"), ("adoptions.csv", "row 1", "column colour", "→")),
    Case("unknown kind of table", listed("more.csv", "Adoptions"),
         ("dataset.yml", "tables.4.kind", "'Adoptions'", "→")),
    Case("missing table", listed("more.csv", "Adoption"), ("more.csv", "missing", "→")),
    Case("unknown key in dataset.yml", described(colour="red"), ("dataset.yml", "column colour", "'red'", "→")),
    Case("unknown concept", cell("zones", "date_kind", "born"),
         ("zones.csv", "row 2", "column date_kind", "'born'", "→")),
    Case("unknown confidence of a dataset", described(confidence="sortof"), ("dataset.yml", "confidence", "'sortof'")),
    Case("unknown basis of a name", cell("places", "name_en_basis", "sort of"),
         ("places.csv", "row 2", "column name_en_basis", "'sort of'")),
    Case("unknown class", cell("things", "class", "Zoo"), ("things.csv", "row 2", "column class", "'Zoo'", "→")),
    Case("no evidence", lambda f: f.anchors.pop(("adoptions", "ningbo")),
         ("adoptions.csv", "row 2", "column key", "'ningbo'", "→")),
    Case("a date without its kind", cell("zones", "date_kind", ""), ("zones.csv", "row 2", "column date_kind", "→")),
    Case("an empty cell that is needed", cell("adoptions", "object", ""),
         ("adoptions.csv", "row 2", "column object", "→")),
    Case("a batch that is no number", cell("zones", "batch", "first"),
         ("zones.csv", "row 2", "column batch", "'first'", "→")),
    Case("a key in capitals", cell("zones", "key", "Hangzhou"),
         ("zones.csv", "row 2", "column key", "'Hangzhou'", "→")),
    Case("too few rows", lambda f: f.meta["tables"][3].update({"min": 2}), ("adoptions.csv", "1 rows", "→")),
    Case("a province that is not there", cell("places", "province", "990000"),
         ("places.csv", "row 2", "place/990000", "→")),
    Case("one table twice", listed("adoptions.csv", "Adoption"), ("dataset.yml", "adoptions.csv")),
]  # fmt: skip


def still_answers(store: Path) -> bool:
    """Whether the graph that stood before the failure answers as before."""
    found = trace_steps(KnowledgeGraph.open(store), "1210")
    return [(s.subject_zh, s.begin) for s in found.steps] == [("宁波市", "2016-01-01")]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_one_clear_message(small: Small, tmp_path: Path, case: Case) -> None:
    folder = mini()
    case.change(folder)
    message = small.inside("build", "--data", folder.write(tmp_path)).complaint
    missing = [part for part in case.told if part not in message]
    assert missing == [], message
    assert len([line for line in message.splitlines() if line.startswith("cemai: ")]) == 1
    assert still_answers(small.store)


def test_all_faults_are_reported_in_one_go(small: Small, tmp_path: Path) -> None:
    folder = mini()
    cell("zones", "date", "2015-13-01")(folder)
    cell("adoptions", "predicate", "loved")(folder)
    message = small.inside("build", "--data", folder.write(tmp_path)).complaint
    assert "zones.csv, row 2, column date" in message
    assert "adoptions.csv, row 2, column predicate" in message


def test_an_overlong_cell_is_refused_here_only(tmp_path: Path) -> None:
    """The csv module has one limit for the whole process: other readers keep theirs."""
    limit, path = csv.field_size_limit(), tmp_path / "t.csv"
    path.write_text("key\n" + "x" * LARGEST_CELL + "\n", encoding="utf-8")
    assert len(list(read_cells(path))) == 1
    path.write_text("key\n" + "x" * (LARGEST_CELL + 1) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"row 2, column key, .*larger"):
        list(read_cells(path))
    program = "import csv, cemai.loaders.csv_reader; print(csv.field_size_limit())"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    assert csv.field_size_limit() == limit and int(done.stdout) >= 131_072, "as the csv module comes"


def test_the_command_answers_as_before(small: Small, tmp_path: Path) -> None:
    """The same by the command: what it printed before a failed build, it prints after it."""
    before = small.cli("trace", "1210")
    folder = mini()
    cell("adoptions", "subject", "杭洲")(folder)
    assert small.cli("build", "--data", folder.write(tmp_path)).status == 2
    assert small.cli("trace", "1210") == before
    assert before.status == 0
