"""Builds one after another and two at once: the folder stays small, the second refuses, readers keep their graph."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cemai.graph.store.embedded import building
from cemai.queries.answers.trace import trace

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.build import build
from tests.conftest import Small
from tests.running import Cli, embedded

KEPT = 2


def test_the_second_of_two_builds_refuses(small: Small) -> None:
    """While one build holds the lock another ends at once, says so, and disturbs neither it nor the reader."""
    before = (small.store / "current").resolve()
    with pytest.raises(KeyboardInterrupt), building(small.store):
        message = small.cli("build", "--data", small.folder).complaint
        assert "another build" in message and str(small.store) in message
        assert small.cli("trace", "1210").status == 0
        raise KeyboardInterrupt
    assert (small.store / "current").resolve() == before
    assert small.cli("build", "--data", small.folder).status == 0, "the lock is free again"


def test_two_real_builds_at_once(small: Small, tmp_path: Path) -> None:
    """Whatever the timing: each ends with 0 or 2, at least one with 0, and the graph answers."""
    cli = Cli(tmp_path / "store")
    several = [cli.start("build", "--data", small.folder) for _ in range(3)]
    statuses = [process.wait(timeout=60) for process in several]
    assert set(statuses) <= {0, 2} and 0 in statuses
    assert cli("trace", "1210").status == 0
    assert len(list((cli.store / "builds").iterdir())) <= KEPT


def test_the_folder_does_not_grow(small: Small, tmp_path: Path) -> None:
    store = tmp_path / "store"
    for _ in range(5):
        build(store, [small.folder])
    assert len(list((store / "builds").iterdir())) <= KEPT
    assert sorted(p.name for p in store.iterdir() if p.name != "lock") == ["builds", "current"]


def test_leftovers_of_killed_builds_are_swept(small: Small, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build(store, [small.folder])
    for name in ("a", "b", "c"):
        (store / "builds" / name / "store").mkdir(parents=True)
    (store / "current.new").symlink_to("builds/a/store")
    build(store, [small.folder])
    assert not {"a", "b", "c"} & {p.name for p in (store / "builds").iterdir()}
    assert not os.path.lexists(store / "current.new")


def test_a_reader_keeps_its_graph_through_many_builds(small: Small, tmp_path: Path) -> None:
    """A graph that was opened answers whole after its folder was replaced and swept away."""
    store = tmp_path / "store"
    build(store, [small.folder])
    held = KnowledgeGraph.open(store)
    before = trace(held, "1210"), sorted(map(str, embedded(held)))
    for _ in range(3):
        build(store, [small.folder])
    assert (trace(held, "1210"), sorted(map(str, embedded(held)))) == before


def test_the_store_can_be_moved(small: Small, tmp_path: Path) -> None:
    """The link is relative: a store that is renamed as a whole still answers."""
    build(tmp_path / "here", [small.folder])
    (tmp_path / "here").rename(tmp_path / "there")
    assert Cli(tmp_path / "there")("trace", "1210").status == 0
