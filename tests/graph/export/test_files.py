"""A file or folder is there whole or not at all, and others may read it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from cemai.graph.errors import OutputError
from cemai.graph.export.files import whole_file, whole_folder, write_lines


def test_it_appears_when_the_block_ends(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "a" / "out") as folder:
        (folder / "file").write_text("x", encoding="utf-8")
        assert not (tmp_path / "a" / "out").exists()
    assert (tmp_path / "a" / "out" / "file").read_text(encoding="utf-8") == "x"
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["out"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_an_error_leaves_the_old_one(tmp_path: Path, error: type[BaseException]) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "old").touch()
    with pytest.raises(error), whole_folder(out, force=True) as folder:
        (folder / "new").touch()
        raise error
    assert [p.name for p in out.iterdir()] == ["old"] and [p.name for p in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with whole_folder(tmp_path / "out") as folder:
        (folder / "file").touch()
    assert (tmp_path / "out" / "file").exists()


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    with whole_folder(tmp_path / "out") as folder:
        (folder / "file").touch()
    assert (tmp_path / "out").is_symlink() and (tmp_path / "real" / "file").exists()


def test_what_must_never_be_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "here" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "below")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "files").mkdir(parents=True)
    for name in ("repository", "here", "here/below", "home"):
        with pytest.raises(OutputError, match="请另选"), whole_folder(tmp_path / name, force=True):
            raise AssertionError("the block must not run")
        assert (tmp_path / name).is_dir()


def test_a_message_of_a_file_within_names_the_folder_to_be(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as told, whole_folder(tmp_path / "out") as folder:  # noqa: SIM117
        with whole_file(folder / "file"):
            raise OSError(28, "No space left on device")
    assert str(tmp_path / "out" / "file") in str(told.value) and "No space left" in str(told.value)
    assert list(tmp_path.iterdir()) == []


def test_others_may_read_what_is_written(tmp_path: Path) -> None:
    """As far as the umask allows; a temporary file is its owner's alone, and no colleague could read it."""
    umask = os.umask(0o027)
    try:
        write_lines(tmp_path / "a.txt", ["甲", "乙"])
        with whole_folder(tmp_path / "out") as folder:
            write_lines(folder / "b.txt", [])
    finally:
        os.umask(umask)
    assert (tmp_path / "a.txt").read_bytes() == "甲\n乙\n".encode()
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in tmp_path.rglob("*")}
    assert modes == {"a.txt": 0o640, "out": 0o750, "b.txt": 0o640}


def test_a_failed_file_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with pytest.raises(KeyError), whole_file(tmp_path / "a.txt") as file:
        file.write(b"half")
        raise KeyError
    assert {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()} == {"a.txt": "old"}


def test_a_folder_that_holds_something_is_replaced_only_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "out" / "old").mkdir(parents=True)
    with pytest.raises(OutputError, match="is not empty"), whole_folder(tmp_path / "out"):
        raise AssertionError("the block must not run")
    with whole_folder(tmp_path / "out", force=True) as folder:
        (folder / "new").touch()
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["new"] and [p.name for p in tmp_path.iterdir()] == ["out"]
