"""`cemai verify`: clean on the corpus; a changed, cut, missing or unreadable text is told claim by claim."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Small
from tests.making import Folder, mini
from tests.running import Cli, Done


def checked(small: Small, tmp_path: Path, change: Callable[[Folder], object] = lambda _: None) -> Callable[[], Done]:
    """The small dataset written anew, ready to be verified."""
    folder = mini()
    change(folder)
    data = folder.write(tmp_path)
    return lambda: small.inside("verify", "--data", data, "--corpus", tmp_path / "corpus")


def test_the_shipped_datasets_hold(cli: Cli, corpus: Path) -> None:
    done = cli("verify", "--corpus", corpus)
    assert done.status == 0, done.out[-3000:]
    held, of, checked = done.out.splitlines()[-1].split()[:3]
    assert (held, of) == (checked, "of")
    assert int(held) >= 195


def test_one_character_changed_is_reported_with_what_still_holds(cli: Cli, corpus: Path, tmp_path: Path) -> None:
    """In a copy of the casebook one character of one span is another: that claim falls, the others hold."""
    shutil.copytree(corpus, tmp_path / "corpus")
    path = tmp_path / "corpus" / "casebook-2024.txt"
    text = path.read_text(encoding="utf-8")
    assert "2015年3月7日" in text
    path.write_text(text.replace("2015年3月7日", "2015年3月8日", 1), encoding="utf-8")
    done = cli("verify", "--corpus", tmp_path / "corpus")
    assert done.status == 1
    assert "changed" in done.out and "casebook-2024" in done.out
    fallen = {line.split(": ")[1] for line in done.out.splitlines() if ", row " in line}
    assert 1 <= len(fallen) <= 5, fallen
    held, _, checked = done.out.splitlines()[-1].split()[:3]
    assert int(checked) - int(held) == len(fallen)


def test_a_file_that_is_missing_says_which_claims_were_not_checked(cli: Cli, corpus: Path, tmp_path: Path) -> None:
    shutil.copytree(corpus, tmp_path / "corpus")
    (tmp_path / "corpus" / "casebook-2024.txt").unlink()
    done = cli("verify", "--corpus", tmp_path / "corpus")
    assert done.status == 1
    line = next(line for line in done.out.splitlines() if "not checked" in line and "casebook-2024" in line)
    assert any(int(word) >= 195 for word in line.split() if word.isdigit()), line


def test_no_corpus_at_all(small: Small) -> None:
    assert "--corpus" in small.inside("verify", "--data", small.folder).complaint
    assert "/nowhere" in small.inside("verify", "--data", small.folder, "--corpus", "/nowhere").complaint


def test_the_small_dataset_holds(small: Small, tmp_path: Path) -> None:
    assert checked(small, tmp_path)().out.startswith("2 of 2 claims hold, 5 spans")


def test_new_white_space_changes_no_span(small: Small, tmp_path: Path) -> None:
    """Another wrapping is another file, but every span holds."""
    verify = checked(small, tmp_path)
    path = tmp_path / "corpus" / "mini-text.txt"
    path.write_text(
        "\u3000\n".join(path.read_text(encoding="utf-8").split("年")).replace("\u3000\n", "年\u3000\n"), "utf-8"
    )
    done = verify()
    assert done.status == 1
    assert "changed" in done.out and "2 of 2 claims hold" in done.out


# What is wrong, how it is brought about, and what the report must say of it.
FAULTS: dict[str, tuple[Callable[[Folder], object], tuple[str, ...]]] = {
    "printed form not in the span": (
        lambda f: f.tables["zones"][0].update(date="2015-03-17", date_printed="2015年3月17日"),
        ("mini/zones/hangzhou", "2015年3月17日")),
    "another subject": (
        lambda f: f.anchors["zones", "hangzhou"].update(subject="宁波市"), ("mini/zones/hangzhou", "place/330100")),
    "another object": (
        lambda f: f.anchors["adoptions", "ningbo"].update(statement="宁波市自"), ("innovation/1210",)),
    "a cut number": (
        lambda f: f.anchors["adoptions", "ningbo"].update(value="⟦16年⟧起"), ("mini/adoptions/ningbo", "16年")),
    "no subject span": (
        lambda f: f.anchors["zones", "hangzhou"].pop("subject"), ("mini/zones/hangzhou", "subject")),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_names_its_claim(small: Small, tmp_path: Path, name: str) -> None:
    change, told = FAULTS[name]
    done = checked(small, tmp_path, change)()
    assert done.status == 1, done.err
    assert [part for part in told if part not in done.out] == [], done.out
    assert "1 of 2 claims hold" in done.out


def test_a_span_outside_the_text_is_reported(small: Small, tmp_path: Path) -> None:
    """The text was cut: each claim whose span lies outside is named with file, row, source and positions."""
    verify = checked(small, tmp_path)
    path = tmp_path / "corpus" / "mini-text.txt"
    path.write_text(path.read_text(encoding="utf-8")[:30], encoding="utf-8")
    done = verify()
    assert done.status == 2 and "Traceback" not in done.err
    line = next(line for line in done.out.splitlines() if "mini/adoptions/ningbo" in line)
    assert "adoptions.csv, row " in line
    assert "mini-text" in line and "outside" in line
    assert "1 of 2 claims hold" in done.out


def test_a_text_that_is_not_utf_8(small: Small, tmp_path: Path) -> None:
    verify = checked(small, tmp_path)
    (tmp_path / "corpus" / "mini-text.txt").write_bytes("杭州市".encode("gb18030"))
    message = verify().complaint
    assert "mini-text.txt" in message and "UTF-8" in message
