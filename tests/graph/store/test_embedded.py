"""A folder of builds: the newest answers, the one before stays for who still reads it, nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.errors import StoreError
from cemai.graph.store.embedded import building, current, is_url, local, open_read_only
from pyoxigraph import Store


def build(root: Path, *, fail: bool = False) -> Path:
    """A build of an empty store."""
    with building(root) as folder:
        Store(str(folder / "store")).flush()
        if fail:
            raise KeyboardInterrupt
        (folder / "done").touch()
    return folder


def test_the_newest_build_answers_and_the_one_before_stays(tmp_path: Path) -> None:
    builds = [build(tmp_path) for _ in range(4)]
    assert current(tmp_path) == builds[-1] / "store"
    assert set((tmp_path / "builds").iterdir()) == set(builds[-2:])


def test_a_failed_build_changes_nothing(tmp_path: Path) -> None:
    builds = [build(tmp_path) for _ in range(2)]
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path, fail=True)
    assert current(tmp_path) == builds[-1] / "store" and set((tmp_path / "builds").iterdir()) == set(builds)


def test_where_links_are_not_allowed_a_text_names_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "symlink_to", refused)
    folder = build(tmp_path)
    assert (tmp_path / "current").read_text(encoding="utf-8") == f"builds/{folder.name}/store"
    assert current(tmp_path) == folder / "store" and len(open_read_only(tmp_path)) == 0


def test_no_graph_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name, words in (("none", "cemai build"), ("", "cemai build"), ("file", "is a file")):
        with pytest.raises(StoreError, match=words):
            open_read_only(tmp_path / name)
    (tmp_path / "current").write_text("builds/gone/store", encoding="utf-8")
    assert current(tmp_path) is None
    (tmp_path / "builds" / "gone" / "store").mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot open the graph"):
        open_read_only(tmp_path)


@pytest.mark.parametrize("place", ["http://127.0.0.1/x", "HTTPS://example.org", Path("http://example.org/x")])
def test_a_server_is_no_folder(place: str | Path) -> None:
    assert is_url(place)
    with pytest.raises(StoreError, match="is a server"):
        local(place)


@pytest.mark.parametrize("place", ["http", "store/http:", "./https", Path("here")])
def test_a_folder_is_no_server(place: str | Path) -> None:
    assert not is_url(place) and local(place) == Path(place)
