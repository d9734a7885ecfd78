"""What the tests share: one graph for the session, the command, the source texts, a small graph to spoil."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cemai.loaders.collection import SHIPPED
from cemai.viz.plots.fonts import chinese_font
from hypothesis import settings
from playwright.sync_api import Browser

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.components import absent, need
from tests.making import mini
from tests.running import Cli, Inside
from tests.viz.browser import browser

HERE = Path(__file__).parent

# Enough cases to find a fault, few enough for every run; no deadline, because other work may share the machine.
settings.register_profile("suite", max_examples=60, deadline=None)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped datasets, as they are when the session's graph is built."""
    return Path(shutil.copytree(SHIPPED, tmp_path_factory.mktemp("data") / "datasets"))


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Path:
    """The store of one graph, built by `cemai build` from the shipped datasets, for the whole session."""
    store = tmp_path_factory.mktemp("graph") / "store"
    done = Cli(store)("build")
    assert done.status == 0, done.err
    return store


@pytest.fixture(scope="session")
def cli(graph: Path) -> Cli:
    """The installed command with CEMAI_STORE set to the session's graph."""
    return Cli(graph)


@pytest.fixture(scope="session")
def ask(graph: Path) -> Inside:
    """The same command run inside this process: for the many tests that ask for an answer only."""
    return Inside(graph)


@pytest.fixture(scope="session")
def kg(graph: Path) -> KnowledgeGraph:
    """The session's graph, opened in this process."""
    return KnowledgeGraph.open(graph)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Inside:
    """The command on the graph of the small dataset in tests/queries/fixture, where every answer is known."""
    inside = Inside(tmp_path_factory.mktemp("made") / "store")
    done = inside("build", "--data", HERE / "queries" / "fixture" / "made")
    assert done.status == 0, done.err
    return inside


@pytest.fixture(scope="session")
def inside(graph: Path) -> Inside:
    """The command on the session's graph, run in this process."""
    return Inside(graph)


@pytest.fixture(scope="session")
def font() -> str:
    """The Chinese font of this machine; without one the pictures cannot be drawn."""
    found = chinese_font()
    if not found:
        absent("no Chinese font is installed: apt-get install fonts-noto-cjk")
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, or the test is skipped with the reason; one for all, for its driver runs once in a process."""
    with browser(need("chromium")) as found:
        yield found


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of source texts: CEMAI_CORPUS, else ../shared/corpus; without one the test is skipped."""
    named = os.environ.get("CEMAI_CORPUS")
    folder = Path(named) if named else HERE.parent.parent / "shared" / "corpus"
    if not any(folder.glob("*.txt")):
        pytest.skip(f"no source texts in {folder} (set CEMAI_CORPUS): spans cannot be found again")
    return folder


@dataclass(frozen=True)
class Small:
    """A small graph that stands, and the dataset that it was built from."""

    cli: Cli
    inside: Inside
    folder: Path
    corpus: Path

    @property
    def store(self) -> Path:
        return self.cli.store


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """A graph built from the made-up dataset of `tests.making`. Tests read it or fail to replace it."""
    root = tmp_path_factory.mktemp("small")
    folder = mini().write(root)
    cli = Cli(root / "store")
    done = cli("build", "--data", folder)
    assert done.status == 0, done.err
    return Small(cli, Inside(cli.store), folder, root / "corpus")
