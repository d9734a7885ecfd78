"""Every export of two builds of the same data, made by two processes in other surroundings."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.graph.export.everything import NAMES
from tests.house.rooms import ROOT
from tests.running import environment

# A third of the shipped data, so that ten exports take seconds: all places and things, and the public acts.
CUT = ("reference", "public")
SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"},
)


@dataclass(frozen=True)
class Twice:
    """The folders of both exports, a file a format; `store` is the first of the stores."""

    one: Path
    other: Path
    store: Path


@pytest.fixture(scope="session")
def twice(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Twice:
    """Other process, other hash seed, other time zone, other locale, other folder, same data."""
    root = tmp_path_factory.mktemp("twice")
    processes = []
    for number, around in enumerate(SURROUNDINGS):
        store, out, roots = root / f"store{number}", root / f"out{number}", [str(data / name) for name in CUT]
        command = [sys.executable, "-m", "tests.graph.export.everything", str(store), str(out), *roots]
        processes.append(subprocess.Popen(command, env=environment(store, around), cwd=ROOT))
    assert [process.wait(timeout=180) for process in processes] == [0, 0]
    assert {p.name for p in (root / "out0").iterdir()} == set(NAMES)
    return Twice(root / "out0", root / "out1", root / "store0")
