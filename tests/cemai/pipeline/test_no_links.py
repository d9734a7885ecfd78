"""Where a system allows no links (Windows without the right), a text file names the build that answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.store.embedded import CURRENT, building, current, write
from pyoxigraph import NamedNode, Quad, Store


def quad(name: str) -> Quad:
    return Quad(NamedNode("urn:s"), NamedNode("urn:p"), NamedNode(f"urn:{name}"))


def test_a_text_file_stands_in_for_the_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no right to make links")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    for name in ("first", "second"):
        with building(tmp_path) as folder:
            store = write(folder, [quad(name)])
            store.flush()
            del store
            (folder / "done").touch()
        assert (tmp_path / CURRENT).is_file()
        assert (built := current(tmp_path)) and list(Store.read_only(str(built))) == [quad(name)]
