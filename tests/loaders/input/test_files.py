"""Files that are not what they should be: broken yml, other encodings, folders in the place of files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Small
from tests.loaders.input.test_tables import still_answers
from tests.making import mini

Spoil = Callable[[Path], object]


def replaced(file: str, old: str, new: str) -> Spoil:
    """Replace a text in a file of the dataset."""

    def spoil(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return spoil


def written(file: str, content: str | bytes) -> Spoil:
    """Overwrite a file of the dataset."""
    data = content if isinstance(content, bytes) else content.encode()
    return lambda folder: (folder / file).write_bytes(data)


def folder_for(file: str) -> Spoil:
    """A folder where a file should be."""

    def spoil(folder: Path) -> None:
        (folder / file).unlink()
        (folder / file).mkdir()

    return spoil


CASES: dict[str, tuple[Spoil, tuple[str, ...]]] = {
    "yml cut off": (written("dataset.yml", "id: mini\ntables: [\n  {file: "), ("dataset.yml", "row 3", "not YAML")),
    "yml with tabs": (written("dataset.yml", "a: [1\n\tb: }"), ("dataset.yml", "row 2", "not YAML")),
    "yml of another program": (written("dataset.yml", "a: !!python/object:os.system x"), ("dataset.yml", "row 1")),
    "yml that is a list": (written("dataset.yml", "- a\n"), ("dataset.yml", "→")),
    "yml that is empty": (written("dataset.yml", ""), ("dataset.yml", "→")),
    "yml not UTF-8": (written("dataset.yml", "id: 杭州".encode("gb18030")), ("dataset.yml", "UTF-8", "→")),
    "yml with a key twice": (
        lambda d: (d / "dataset.yml").write_text((d / "dataset.yml").read_text("utf-8") + "licence: other\n", "utf-8"),
        ("dataset.yml", "licence"),
    ),
    "yml with no such day": (replaced("dataset.yml", "'2026-01-02'", "2015-13-01"), ("dataset.yml", "→")),
    "table not UTF-8": (written("things.csv", "id,class,name_zh\na/b,City,杭州".encode("gb18030")),
                        ("things.csv", "UTF-8", "→")),
    "table with an open quote": (written("things.csv", 'id,class,name_zh\n"a/b,City,甲\n'), ("things.csv", "row", "→")),
    "table with a cell too many": (written("things.csv", "id,class,name_zh\na/b,City,甲,乙\n"),
                                   ("things.csv", "row 2", "4 cells", "→")),
    "table that is empty": (written("things.csv", ""), ("things.csv", "empty", "→")),
    "table that is a folder": (folder_for("things.csv"), ("things.csv",)),
    "table that nobody names": (written("more.csv", "key\n"), ("more.csv", "→")),
    "span of no claim": (replaced("evidence.csv", "adoptions,ningbo", "adoptions,wenzhou"),
                         ("evidence.csv", "adoptions/wenzhou", "→")),
    "span of no source": (replaced("evidence.csv", "mini-text", "other-text"), ("evidence.csv", "other-text")),
    "source that is no key": (replaced("evidence.csv", "mini-text", "mini text"), ("evidence.csv", "mini text")),
    "span that ends before it begins": (replaced("evidence.csv", ",39,42,", ",42,39,"),
                                        ("evidence.csv", "column end", "→")),
    "hash cut short": (replaced("evidence.csv", ",39,42,", ",39,42,x"), ("evidence.csv", "column sha256")),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_one_clear_message(small: Small, tmp_path: Path, name: str) -> None:
    spoil, told = CASES[name]
    folder = mini().write(tmp_path)
    spoil(folder)
    message = small.inside("build", "--data", folder).complaint
    missing = [part for part in told if part not in message]
    assert missing == [], message
    assert still_answers(small.store)


def test_two_datasets_of_one_id(small: Small, tmp_path: Path) -> None:
    one, other = mini().write(tmp_path / "one"), mini().write(tmp_path / "other")
    message = small.inside("build", "--data", one, "--data", other).complaint
    assert "'mini'" in message and "column id" in message
    assert str(one) in message and str(other) in message
    assert still_answers(small.store)


def test_two_tables_whose_claims_would_share_an_id(small: Small, tmp_path: Path) -> None:
    """``a_b`` and ``a-b`` of one dataset: the names are refused, not the claims that they would mix up."""
    folder = mini()
    row = {"key": "k", "subject": "杭州", "predicate": "adopted", "object": "1210", "evidence_tier": "unverified"}
    for name in ("a_b", "a-b"):
        folder.meta["tables"].append({"file": f"{name}.csv", "kind": "Adoption"})
        folder.tables[name] = [dict(row)]
    message = small.inside("build", "--data", folder.write(tmp_path)).complaint
    assert "the same name" in message and "a-b" in message


@pytest.mark.parametrize("data", ["nowhere", "empty"])
def test_a_folder_without_datasets(small: Small, tmp_path: Path, data: str) -> None:
    (tmp_path / "empty").mkdir()
    message = small.inside("build", "--data", tmp_path / data).complaint
    assert str(tmp_path / data) in message and "dataset.yml" in message
    assert still_answers(small.store)


def test_a_violation_of_a_shape_stops_the_build(small: Small, tmp_path: Path) -> None:
    """A zone that ends before it was made: the gate names file and row, and the old graph stays."""
    folder = mini()
    made = folder.tables["zones"][0]
    folder.tables["zones"].append(
        made | {"key": "ended", "date": "2014-01-01", "date_printed": "", "date_kind": "ended"}
    )
    folder.anchors["zones", "ended"] = {"subject": "杭州市"}
    message = small.inside("build", "--data", folder.write(tmp_path)).complaint
    assert "zones.csv, row 3" in message and "the gate found" in message
    assert "ends no earlier than" in message and "终止日期" in message
    assert still_answers(small.store)


def test_a_violation_on_a_thing_names_its_row(small: Small, tmp_path: Path) -> None:
    """A zone that no designation ties to a place."""
    folder = mini()
    folder.tables["things"].append({"id": "zone/330200", "class": "PilotZone", "name_zh": "宁波综试区"})
    message = small.inside("build", "--data", folder.write(tmp_path)).complaint
    assert "zone/330200" in message
    assert "things.csv, row 4" in message
    assert still_answers(small.store)
