"""The same data gives the same bytes: two builds in processes of their own, every export of both compared."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cemai.loaders.collect import SHIPPED

from tests.running import Cli

RDF = ["turtle", "trig", "nquads", "ntriples", "jsonld"]
TABLES = ["jsonl", "csv"]


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two folders of exports, from two builds of one copy of the data, with other hash seeds and time zones."""
    root = tmp_path_factory.mktemp("same")
    shutil.copytree(SHIPPED, root / "data")
    surroundings = [{"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"}, {"PYTHONHASHSEED": "2", "TZ": "America/New_York"}]
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda n: _export(root, n, surroundings[n]), range(2)))


def _export(root: Path, number: int, around: dict[str, str]) -> Path:
    cli, out = Cli(root / f"store{number}"), root / f"out{number}"
    done = cli("build", "--data", root / "data", **around)
    assert done.status == 0, done.err
    for what, names in (("rdf", RDF), ("claims", TABLES)):
        for name in names:
            done = cli("export", what, "--format", name, "--out", out / name, **around)
            assert done.status == 0, done.err
    return out


@pytest.mark.parametrize("name", [*RDF, *TABLES])
def test_both_builds_give_the_same_bytes(exports: list[Path], name: str) -> None:
    one, other = ((folder / name).read_bytes() for folder in exports)
    assert len(one) > 10_000
    assert one == other


@pytest.mark.parametrize("name", ["nquads", "ntriples"])
def test_lines_are_sorted_and_hold_no_blank_node(exports: list[Path], name: str) -> None:
    lines = (exports[0] / name).read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines))
    assert not any(line.startswith("_:") or " _:" in line for line in lines)
