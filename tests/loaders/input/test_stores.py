"""A store that is no store: a file in its place, nothing there, a folder that cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Small


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file where a store should be."""
    path = tmp_path / "store"
    path.write_text("mine", encoding="utf-8")
    return path


@pytest.mark.parametrize("arguments", [("trace", "1210"), ("show", "杭州"), ("export", "rdf", "--out", "x.trig")])
def test_reading_from_a_file(small: Small, file: Path, arguments: tuple[str, ...]) -> None:
    message = small.inside(*arguments, store=file).complaint
    assert str(file) in message and "file" in message
    assert file.read_text(encoding="utf-8") == "mine"


def test_building_onto_a_file(small: Small, file: Path) -> None:
    message = small.inside("build", "--data", small.folder, store=file).complaint
    assert str(file) in message
    assert file.read_text(encoding="utf-8") == "mine"


def test_no_graph_yet(small: Small, tmp_path: Path) -> None:
    message = small.inside("trace", "1210", store=tmp_path / "none").complaint
    assert "cemai build" in message
    assert not (tmp_path / "none").exists()


def test_a_link_to_nothing_says_how_to_go_on(small: Small, tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to(tmp_path / "gone")
    assert "cemai build" in small.inside("trace", "1210", store=tmp_path).complaint


def test_a_spoilt_store_is_reported(small: Small, tmp_path: Path) -> None:
    (tmp_path / "builds" / "a" / "store").mkdir(parents=True)
    (tmp_path / "builds" / "a" / "store" / "CURRENT").write_text("rubbish", encoding="utf-8")
    (tmp_path / "current").symlink_to(Path("builds") / "a" / "store", target_is_directory=True)
    assert str(tmp_path) in small.inside("trace", "1210", store=tmp_path).complaint


@pytest.mark.parametrize("out", ["", "folder/", "file/below"])
def test_an_output_that_cannot_be_written(small: Small, tmp_path: Path, out: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    target = f"{tmp_path}/{out}"
    for arguments in (("export", "rdf"), ("export", "claims"), ("view", "trace", "1210")):
        assert "cannot write" in small.inside(*arguments, "--out", target).complaint
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"], "no half-written file is left"
