"""The files of the small dataset, byte for byte: against the golden ones, and of two builds in other surroundings.

Where a change is meant, look at the difference and copy the new files: GOLDEN_WRITE=1 pytest tests/gephi/test_golden.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.running import Cli, Inside

GOLDEN = Path(__file__).parent / "golden"
MADE = Path(__file__).parents[3] / "queries" / "fixture" / "made"
NAMES = ("gephi/gephi.gexf", "gephi/gephi-lite.gexf", "gephi/nodes.csv", "gephi/edges.csv", "gephi/README.md",
         "graph.graphml", "graph.cyjs")  # fmt: skip
COMMANDS = (("gephi", "gephi"), ("graphml", "graph.graphml"), ("cytoscape", "graph.cyjs"))


def exported(run: Cli, out: Path, around: dict[str, str]) -> dict[str, bytes]:
    """What the three commands write."""
    for command, name in COMMANDS:
        done = run("export", command, "--out", out / name, around=around)
        assert (done.status, done.out) == (0, ""), done.err
        assert "nodes 节点" in done.err
    assert sorted(str(p.relative_to(out)) for p in out.rglob("*") if p.is_file()) == sorted(NAMES)
    return {name: (out / name).read_bytes() for name in NAMES}


@pytest.fixture(scope="module")
def files(made: Inside, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    around = {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"}
    found = exported(Cli(made.store), tmp_path_factory.mktemp("one"), around)
    if os.environ.get("GOLDEN_WRITE"):
        for name, data in found.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_bytes(data)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_golden(files: dict[str, bytes], name: str) -> None:
    assert files[name].decode() == (GOLDEN / name).read_text(encoding="utf-8")


def test_another_build_gives_the_same_bytes(files: dict[str, bytes], tmp_path: Path) -> None:
    run = Cli(tmp_path / "store")
    around = {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"}
    assert run("build", "--data", MADE, around=around).status == 0
    assert exported(run, tmp_path / "other", around) == files
