"""The folder itself: the golden one of a small graph, and what may go wrong when it is written."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import Inside, command, environment

GOLDEN = Path(__file__).parent / "golden"


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path within."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def tables(folder: Path) -> dict[str, str]:
    """Every CSV file, without the concepts: a change of a vocabulary is no change here."""
    found = {name: text.decode() for name, text in files(folder).items() if name.endswith(".csv")}
    return {name: "".join(filter(_of_data, text.splitlines(keepends=True))) for name, text in found.items()}


def _of_data(line: str) -> bool:
    return not re.search(r",Cemai;Thing;[^,]*Concept|,IN_SCHEME,", line)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "parent" / "out"


def test_the_golden_folder(made: Inside, out: Path) -> None:
    """After a wanted change write the tables of a new folder over the golden ones, and read the difference."""
    done = made("export", "neo4j", "--out", out)
    assert done.status == 0 and done.out == "", done.err
    assert tables(out) == {name: text.decode() for name, text in files(GOLDEN).items()}
    others = {name for name in files(out) if not name.endswith(".csv")}
    assert {"load.sh", "README.md", "schema.cypher"} <= others and len(others) == 13
    assert os.access(out / "load.sh", os.X_OK)
    assert not any(text.startswith(b"\xef\xbb\xbf") for text in files(out).values())


def test_without_claims(made: Inside, out: Path) -> None:
    assert made("export", "neo4j", "--out", out, "--no-claims").status == 0
    short = ("nodes/things.csv", "relationships/edges.csv")
    assert tables(out) == {name: (GOLDEN / name).read_text(encoding="utf-8") for name in short}


def test_a_folder_that_holds_something_is_refused_then_replaced(made: Inside, out: Path) -> None:
    out.mkdir(parents=True)
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    assert "--force" in made("export", "neo4j", "--out", out).complaint
    assert files(out) == {"mine.txt": b"mine"}
    assert made("export", "neo4j", "--out", out, "--force").status == 0
    assert "mine.txt" not in files(out) and "load.sh" in files(out)
    assert [p.name for p in out.parent.iterdir()] == ["out"]


def test_no_folder_can_be_made(made: Inside, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "无法写入" in made("export", "neo4j", "--out", tmp_path / "file" / "out").complaint
    assert "is a file" in made("export", "neo4j", "--out", tmp_path / "file").complaint
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_no_permission(made: Inside, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "无法写入" in made("export", "neo4j", "--out", tmp_path / "out").complaint


def test_a_full_disk_leaves_nothing(made: Inside, out: Path) -> None:
    """No file may grow beyond 8 kB, as on a disk that is full after that."""
    limit = 8192
    done = subprocess.run(
        [command(), "export", "neo4j", "--out", out], env=environment(made.store), capture_output=True, timeout=60,
        check=False, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert done.returncode == 2 and "无法写入".encode() in done.stderr and str(out).encode() in done.stderr
    assert b"Traceback" not in done.stderr and list(out.parent.iterdir()) == []


def test_the_same_bytes_from_another_process(made: Inside, out: Path) -> None:
    around = environment(made.store) | {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Shanghai"}
    subprocess.run([command(), "export", "neo4j", "--out", out], env=around, check=True, timeout=60)
    other = out.with_name("other")
    assert made("export", "neo4j", "--out", other).status == 0
    assert files(out) == files(other)


def test_nothing_heavy_is_needed(made: Inside, out: Path) -> None:
    """The folder is written without the driver and without data frames."""
    program = (
        "import sys\nfor name in ('neo4j', 'polars', 'pandas'): sys.modules[name] = None\n"
        f"sys.argv = ['cemai', 'export', 'neo4j', '--out', {str(out)!r}]\nfrom cemai.cli import main\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], env=environment(made.store), check=False, timeout=60)
    assert done.returncode == 0 and (out / "load.sh").exists()


def test_pushing_without_the_driver_names_the_extra(made: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "neo4j", None)
    done = made("push", "neo4j", "--uri", "bolt://localhost", "--password", "x")
    assert "cemai[push]" in done.complaint
