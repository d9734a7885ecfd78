"""The tables of a small made-up graph, cell by cell; the same bytes from two processes in other surroundings.

``python -m tests.graph.export.tabular.test_golden`` writes the golden folder anew; read its diff before you keep it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.build import build
from cemai.pipeline.export.crate import export_tables
from tests.conftest import Small
from tests.graph.export.tabular.conftest import written
from tests.running import Inside, command, environment

GOLDEN = Path(__file__).parent / "golden"
# Vocabularies and the words of the ontology: other tests read them, and each new word would change them.
LEFT_OUT = ("concept.csv", "csv-metadata.json", "datapackage.json", "README.md")
SURROUNDINGS = ({"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"}, {"PYTHONHASHSEED": "2", "TZ": "UTC", "LC_ALL": "C"})


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_golden_tables(made: Inside, tmp_path: Path) -> None:
    written(made, tmp_path / "t", "--all")
    found = {name: data for name, data in files(tmp_path / "t").items() if name not in LEFT_OUT}
    assert found == files(GOLDEN)
    assert set(LEFT_OUT) <= files(tmp_path / "t").keys()


@pytest.mark.parametrize("what", [("tables",), ("tables", "-f", "parquet"), ("tables", "--excel"), ("rocrate",)])
def test_the_same_bytes_twice(small: Small, tmp_path: Path, what: tuple[str, ...]) -> None:
    for number, around in enumerate(SURROUNDINGS):
        subprocess.run([command(), "export", *what, "--out", tmp_path / str(number)], check=True, timeout=120,
                       env=environment(small.store, around), capture_output=True)  # fmt: skip
    one, other = files(tmp_path / "0"), files(tmp_path / "1")
    assert one == other and len(one) > 10


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        build(root / "store", [Path(__file__).parents[3] / "queries" / "fixture" / "made"])
        export_tables(KnowledgeGraph.open(root / "store"), GOLDEN, unverified=True, force=True)
        for left_out in LEFT_OUT:
            (GOLDEN / left_out).unlink()
    sys.stderr.write(f"{GOLDEN}\n")
