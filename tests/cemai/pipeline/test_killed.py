"""A build that is killed leaves the old graph answering, whenever the kill comes."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.house.rooms import ROOT
from tests.making import mini
from tests.running import Cli

OLD, NEW = ["宁波市"], ["宁波市", "杭州市"]
KILLS, KEPT = 6, 2
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and fork are not there on Windows")


@pytest.fixture
def store(tmp_path: Path, old: Path) -> Path:
    """A graph that stands, built from the old data."""
    store = tmp_path / "store"
    assert Cli(store)("build", "--data", old).status == 0
    return store


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Data in which 宁波 alone runs 1210."""
    return mini().write(tmp_path / "old")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Data in which 杭州 runs it, too."""
    folder = mini()
    folder.tables["adoptions"].append(
        {"key": "hangzhou", "subject": "杭州", "predicate": "adopted", "object": "1210", "evidence_tier": "passage"}
    )
    folder.anchors["adoptions", "hangzhou"] = {"subject": "杭州市", "statement": "1210模式"}
    return folder.write(tmp_path / "new")


def subjects(store: Path) -> list[str]:
    """What `cemai trace 1210` names."""
    return sorted(r["subject_zh"] for r in Cli(store).rows("trace", "1210"))


def builds(store: Path) -> list[str]:
    """The folders of builds, finished or not."""
    return sorted(p.name for p in (store / "builds").iterdir())


def test_killed_at_every_file_operation(store: Path, new: Path) -> None:
    """The old answer until the link is renamed, the new one from then on, never an error."""
    command = [sys.executable, "-m", "tests.cemai.pipeline.killed", str(store), str(new)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, cwd=ROOT, check=False)
    steps = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert len(steps) > 10, "the kills came at many operations"
    assert [s for s in steps if s["answer"] not in (OLD, NEW)] == []
    assert steps[0]["answer"] == OLD
    assert steps[-1]["answer"] == NEW, "the last build ended by itself"
    assert {"os.mkdir", "os.symlink", "os.rename"} <= {s["event"] for s in steps}
    assert len(builds(store)) <= KEPT + 1


def test_killed_at_random_moments_while_a_reader_asks(store: Path, new: Path) -> None:
    """kill -9 by the clock, on the real command, with a reader that asks all the while."""
    cli, moments = Cli(store), random.Random(20261121)
    seen: list[list[str]] = []
    for _ in range(KILLS):
        process = cli.start("build", "--data", new)
        until = time.monotonic() + moments.uniform(0.05, 0.9)
        while time.monotonic() < until and process.poll() is None:
            seen.append(subjects(store))
        process.kill()
        process.wait(timeout=30)
        seen.append(subjects(store))
    assert [s for s in seen if s not in (OLD, NEW)] == []
    assert cli("build", "--data", new).status == 0, "a new build is not hindered by the killed ones"
    assert subjects(store) == NEW
    assert len(builds(store)) <= KEPT


def test_a_failed_build_leaves_nothing(store: Path, new: Path) -> None:
    before = builds(store)
    (new / "adoptions.csv").write_text("key\n", encoding="utf-8")
    assert Cli(store)("build", "--data", new).status == 2
    assert builds(store) == before
    assert subjects(store) == OLD


def test_a_terminated_build_leaves_the_old_graph(store: Path, new: Path) -> None:
    """SIGTERM, as a scheduler sends it."""
    process = Cli(store).start("build", "--data", new)
    time.sleep(0.35)
    process.terminate()
    process.wait(timeout=30)
    assert subjects(store) in (OLD, NEW)
