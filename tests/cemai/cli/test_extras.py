"""A command whose extra is missing says which; every library that the code imports is declared; the rest needs none."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
from cemai.graph.errors import OutputError

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.conftest import Small
from tests.house.rooms import ALLOWED, ROOT, imports, modules

NOWHERE = "http://127.0.0.1:9/query"
# The library that is missing, its extra, and a command that needs it; what is written goes to `out`.
NEEDING = (
    ("openpyxl", "excel", "trace 1210 --out out.xlsx"),
    ("matplotlib", "plot", "plot curve 1210 --out out.svg"),
    ("scipy", "diffusion", "diffusion 1210 --survival"),
    ("polars", "frames", "export tables --format parquet --out out"),
    ("httpx", "push", f"trace 1210 --store {NOWHERE}"),
    ("httpx", "push", f"push sparql --endpoint {NOWHERE}"),
    ("neo4j", "push", "push neo4j --uri bolt://127.0.0.1:9 --password x"),
)
FRAMES = ("pandas", "polars")
BROUGHT = "numpy"  # by matplotlib and by scipy: no code of ours may rest on it
NEEDING_NONE = (
    "show 宁波", "ask 宁波有哪些政策？", "path 宁波 1210", "diffusion 1210", "audit", "view trace 1210 --out out.html",
    "view zones --out out.html", "view neighbourhood 宁波 --out out.html", "export gephi --out out",
    "export tables --out out", "site --out out",
)  # fmt: skip


# What is imported by another name than that of its distribution; pydantic pins its core and documents its errors.
IMPORTED = {"yaml": "pyyaml", "pydantic_core": "pydantic"}


def project() -> dict[str, set[str]]:
    """The distributions that pyproject.toml names: the extras by their names, what is always installed under ``""``."""
    found = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = {"": found["dependencies"], **found["optional-dependencies"]}
    return {name: {re.split(r"[\[>=<;]", line)[0] for line in lines} for name, lines in groups.items()}


@pytest.mark.parametrize(("library", "extra", "command"), NEEDING)
def test_the_message_names_the_extra(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, extra: str, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, library, None)
    complaint = small.inside(*command.split()).complaint
    assert f"pip install 'cemai[{extra}]'" in " ".join(complaint.split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("library", FRAMES)
def test_a_frame_names_the_extra(small: Small, monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    found = KnowledgeGraph.open(small.store).trace("1210")
    with pytest.raises(OutputError, match=rf"{library}: pip install 'cemai\[frames\]'"):
        getattr(found, f"to_{library}")()


@pytest.mark.parametrize("command", NEEDING_NONE)
def test_nothing_else_needs_one(small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(tmp_path)
    for library in {BROUGHT, *FRAMES, *(library for library, *_ in NEEDING)}:
        monkeypatch.setitem(sys.modules, library, None)
    done = small.inside(*command.split())
    assert done.status in (0, 1) and "Traceback" not in done.err, done.err


def test_every_import_is_declared_and_every_extra_is_tried() -> None:
    used = {name.partition(".")[0] for room in ALLOWED for path in modules(room) for _, name in imports(path)}
    used = {IMPORTED.get(name, name) for name in used - sys.stdlib_module_names - {"cemai"}}
    declared = project()
    tried = {(library, extra) for library, extra, _ in NEEDING} | {(library, "frames") for library in FRAMES}
    assert used - declared[""] == {library for library, _ in tried}
    assert {(library, extra) for library, extra in tried if library not in declared[extra]} == set()
    assert declared["all"] == {"cemai"}, "all of them, by their names"
