"""ARCHITECTURE.md is true: its picture is that of the imports, and a fact goes the way that it tells, in that order."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import networkx as nx
import pytest

from tests.house.picture import BLOCK, FILE, SAYS, boxes, mermaid
from tests.house.rooms import ROOT
from tests.making import mini
from tests.running import Inside

_ROW = re.compile(r"\| `(\S+\.py)` \| (.+?) \|")
Place = tuple[str, str]  # a file and the qualified name of a function in it


def walk() -> list[Place]:
    """The functions that the document names, in its order."""
    rows = _ROW.findall(FILE.read_text(encoding="utf-8"))
    return [(file, name) for file, names in rows for name in re.findall(r"`([\w.]+)`", names)]


@contextmanager
def recorded() -> Iterator[dict[Place, int]]:
    """Our functions that are called in this thread, each with the place of its first call."""
    found: dict[Place, int] = {}
    files: dict[str, str | None] = {}

    def note(frame: FrameType, event: str, _: object) -> None:
        name = frame.f_code.co_filename
        if name not in files:
            path = Path(name)
            files[name] = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else None
        if event == "call" and (file := files[name]):
            found.setdefault((file, frame.f_code.co_qualname), len(found))

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield found
    finally:
        sys.setprofile(before)


@pytest.fixture(scope="module")
def called(tmp_path_factory: pytest.TempPathFactory) -> dict[Place, int]:
    """What a build of the small dataset and a page of it call, in the order of first calls."""
    root = tmp_path_factory.mktemp("walk")
    folder, cli = mini().write(root), Inside(root / "store")
    with recorded() as found:
        built = cli("build", "--data", folder)
        viewed = cli("view", "trace", "1210", "--corpus", root / "corpus", "--out", root / "page.html")
    assert (built.status, viewed.status) == (0, 0), built.err + viewed.err
    assert "采用1210模式" in (root / "page.html").read_text(encoding="utf-8")
    return found


def test_the_picture_is_that_of_the_imports() -> None:
    drawn = BLOCK.search(FILE.read_text(encoding="utf-8"))
    assert drawn is not None
    assert drawn[0] == mermaid(), "run: python -m tests.house.picture"
    assert nx.is_directed_acyclic_graph(boxes()) and set(SAYS) == set(boxes())


def test_a_fact_passes_every_function_of_the_walk_in_its_order(called: dict[Place, int]) -> None:
    places = walk()
    assert len(places) > 30
    assert [place for place in places if place not in called] == []
    assert sorted(places, key=called.__getitem__) == places
