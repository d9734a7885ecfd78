"""What cannot be written is told in one line, and nothing half written stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from cemai.graph.errors import OutputError

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.export.crate import export_crate, export_tables
from tests.conftest import Small
from tests.running import command, environment

ALL = [("tables",), ("tables", "--format", "parquet"), ("rocrate",)]


@pytest.mark.parametrize("what", ALL)
def test_a_folder_that_holds_something_is_refused(small: Small, tmp_path: Path, what: tuple[str, ...]) -> None:
    (tmp_path / "mine.txt").write_text("keep me", encoding="utf-8")
    complaint = small.inside("export", *what, "--out", tmp_path).complaint
    assert "--force" in complaint and str(tmp_path) in complaint
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("what", ALL)
def test_force_replaces_it_whole(small: Small, tmp_path: Path, what: tuple[str, ...]) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "old.csv").write_text("old", encoding="utf-8")
    assert small.inside("export", *what, "--out", out, "--force").status == 0
    assert (out / "README.md").is_file() and not (out / "old.csv").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("what", ALL)
def test_a_file_in_the_way(small: Small, tmp_path: Path, what: tuple[str, ...]) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for out in (tmp_path / "file", tmp_path / "file" / "below"):
        assert str(tmp_path / "file") in small.inside("export", *what, "--out", out, "--force").complaint
    assert (tmp_path / "file").read_text(encoding="utf-8") == "x"


def after(first: str, small: Small, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `cemai export` in a process that has done `first` before."""
    program = f"import os, sys; {first}; os.execv(sys.argv[1], sys.argv[1:])"
    return subprocess.run(
        [sys.executable, "-c", program, command(), "export", *arguments],
        capture_output=True, encoding="utf-8", timeout=120, check=False, env=environment(small.store),
    )  # fmt: skip


@pytest.mark.parametrize("what", ALL)
@pytest.mark.skipif(sys.platform != "linux", reason="root gives up its right to write everywhere by prctl")
def test_no_permission(small: Small, tmp_path: Path, what: tuple[str, ...]) -> None:
    """PR_CAPBSET_DROP (24) of CAP_DAC_OVERRIDE (1): then permissions hold for root, too."""
    tmp_path.chmod(0o500)
    try:
        done = after("import ctypes; ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)", small, *what, "--out", tmp_path / "out")
    finally:
        tmp_path.chmod(0o700)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert str(tmp_path / "out") in done.stderr and "Permission denied" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", ALL)
def test_a_full_disk(small: Small, tmp_path: Path, what: tuple[str, ...]) -> None:
    """No file may grow beyond 2 kB: the command fails, says where, and an older folder stays as it was."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "old.csv").write_text("old", encoding="utf-8")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))"
    done = after(limit, small, *what, "--out", out, "--force")
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr and str(out) in done.stderr and "无法写入" in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert [p.name for p in out.iterdir()] == ["old.csv"]


def test_parquet_without_polars(small: Small, tmp_path: Path) -> None:
    with patch.dict(sys.modules, {"polars": None}):
        complaint = small.inside("export", "tables", "--format", "parquet", "--out", tmp_path / "out").complaint
    assert "cemai[frames]" in complaint
    assert list(tmp_path.iterdir()) == []


def test_parquet_is_not_for_spreadsheets(small: Small, tmp_path: Path) -> None:
    what = ("export", "tables", "--format", "parquet", "--excel", "--out", tmp_path / "out")
    assert "--excel" in small.inside(*what).complaint


def test_an_unknown_format(small: Small, tmp_path: Path) -> None:
    assert small.inside("export", "tables", "--format", "xml", "--out", tmp_path / "out").status == 2


def test_something_breaks_half_way(kg: KnowledgeGraph, tmp_path: Path) -> None:
    with patch("cemai.graph.export.tabular.folder.csvw", side_effect=OSError(28, "No space left")), \
            pytest.raises(OutputError, match="No space left"):  # fmt: skip
        export_tables(kg, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_crate_is_not_made_from_a_server(tmp_path: Path) -> None:
    """Only the embedded store gives all statements at once."""
    with pytest.raises(OutputError, match="server"):
        export_crate(KnowledgeGraph(object()), tmp_path / "out")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
