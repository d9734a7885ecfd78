"""What tables leave out is counted and told; where nothing is left out nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.export.base import Options, run_exporters
from cemai.graph.export.tabular.exporter import TablesExporter
from cemai.graph.store.embedded import open_read_only
from pyoxigraph import Store

from tests.conftest import Small
from tests.queries.answers.edges import edges
from tests.running import Inside


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A graph with one unverified statement."""
    root = tmp_path_factory.mktemp("edges")
    assert Inside(root / "store")("build", "--data", edges().write(root)).status == 0
    return open_read_only(root / "store")


def report(store: Store, out: Path, *, unverified: bool = False) -> tuple[list[str], str]:
    """The lines for people, and the README beside the tables."""
    exporter = TablesExporter(out, Options(unverified=unverified))
    run_exporters(store, exporter)
    return exporter.report, (out / "README.md").read_text(encoding="utf-8")


def test_unverified_statements_are_counted_as_left_out(doubtful: Store, tmp_path: Path) -> None:
    lines, readme = report(doubtful, tmp_path / "some")
    assert lines[0].startswith("1 条未核实的陈述未收入") and lines[0] in readme
    everything, readme = report(doubtful, tmp_path / "all", unverified=True)
    assert len(everything) == 1 and "未收入" not in readme


def test_nothing_is_said_of_what_is_not_there(small: Small, tmp_path: Path) -> None:
    lines, readme = report(open_read_only(small.store), tmp_path / "out")
    assert len(lines) == 1 and lines[0].endswith(f"→ {tmp_path / 'out'}") and "未收入" not in readme
