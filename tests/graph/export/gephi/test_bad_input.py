"""Exports that cannot be written: a plain message, status 2, and nothing left behind."""

from __future__ import annotations

import os
import resource
import subprocess
from pathlib import Path

import pytest

from tests.running import Inside, command, environment

COMMANDS = ("gephi", "graphml", "cytoscape")


def left(folder: Path) -> list[str]:
    """Everything in a folder, hidden files included."""
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*"))


def test_a_folder_that_holds_something_is_kept(made: Inside, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    message = made("export", "gephi", "--out", tmp_path / "mine").complaint
    assert "--force" in message and "mine" in message
    assert left(tmp_path) == ["mine", "mine/notes.txt"]


def test_force_replaces_it_whole(made: Inside, tmp_path: Path) -> None:
    for _ in range(2):
        done = made("export", "gephi", "--out", tmp_path / "out", "--force")
        assert done.status == 0, done.err
        (tmp_path / "out" / "old.txt").write_text("old", encoding="utf-8")
    assert made("export", "gephi", "--out", tmp_path / "out", "--force").status == 0
    assert left(tmp_path / "out") == ["README.md", "edges.csv", "gephi-lite.gexf", "gephi.gexf", "nodes.csv"]
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_taken(made: Inside, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert made("export", "gephi", "--out", tmp_path / "out").status == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_a_path_below_a_file(made: Inside, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "file" in made("export", name, "--out", tmp_path / "file" / "out").complaint
    assert left(tmp_path) == ["file"]


@pytest.mark.parametrize("name", COMMANDS)
def test_no_permission(made: Inside, tmp_path: Path, name: str) -> None:
    """The superuser may write anywhere but in the kernel's own folders."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    target = (Path("/proc") if os.geteuid() == 0 else closed) / "out"
    assert f"{target}" in made("export", name, "--out", target).complaint
    assert left(tmp_path) == ["closed"]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk(made: Inside, tmp_path: Path, name: str) -> None:
    """No file may grow beyond 10 kB: what was begun goes, what stood there stays."""
    target = tmp_path / "out"
    if name == "gephi":
        target.mkdir()
    else:
        target.write_text("old", encoding="utf-8")
    before = left(tmp_path)
    done = subprocess.run(
        [command(), "export", name, "--out", target, *(["--force"] if name == "gephi" else [])], capture_output=True,
        env=environment(made.store), timeout=60, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
    )  # fmt: skip
    message = done.stderr.decode()
    assert done.returncode == 2 and "cannot write" in message and "Traceback" not in message, message
    assert str(target) in message
    assert left(tmp_path) == before
    assert name == "gephi" or target.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("name", COMMANDS)
def test_no_graph(made: Inside, tmp_path: Path, name: str) -> None:
    assert "cemai build" in made("export", name, "--out", tmp_path / "out", store=tmp_path / "none").complaint
    assert left(tmp_path) == []
