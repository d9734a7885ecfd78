"""The tables of the shipped graph, written once by the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.export.tabular.making import hostile
from tests.running import Inside


def written(inside: Inside, out: Path, *options: str) -> Path:
    """The folder that `cemai export tables` writes."""
    done = inside("export", "tables", "--out", out, *options)
    assert done.status == 0, done.err
    return out


@pytest.fixture(scope="session")
def folder(inside: Inside, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every claim of the shipped graph as CSV."""
    return written(inside, tmp_path_factory.mktemp("tables") / "csv", "--all")


@pytest.fixture(scope="session")
def parquet(inside: Inside, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as Parquet."""
    return written(inside, tmp_path_factory.mktemp("tables") / "parquet", "--all", "--format", "parquet")


@pytest.fixture(scope="session")
def bad() -> KnowledgeGraph:
    """A graph whose labels break careless writers."""
    return hostile()
