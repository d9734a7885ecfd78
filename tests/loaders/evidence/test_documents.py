"""The reader of source texts: which text a source has, whether it is the recorded one, and what of it may be shown."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from cemai.graph.errors import DataError, TextError
from cemai.graph.model.locators import sha256
from cemai.graph.model.statement import Span
from cemai.loaders.evidence.documents import Corpus, Recorded

TEXT = "前言。甲市采用乙法。后记。"
HASH = hashlib.sha256(TEXT.encode()).hexdigest()
WORDS = Span("statement", "source/a", 3, 9, sha256("甲市采用乙法"))


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """a is as recorded, b was recorded with another hash, c without one, d is not in the folder; e has no text."""
    known = {"source/a": Recorded("a.txt", HASH), "source/b": Recorded("b.txt", "0" * 64),
             "source/c": Recorded("c.txt", None), "source/d": Recorded("d.txt", HASH)}  # fmt: skip
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return Corpus(tmp_path, known.get)


def test_a_text_is_changed_only_where_it_is_there_and_another_hash_was_recorded(corpus: Corpus) -> None:
    assert {name: corpus.is_changed(f"source/{name}") for name in "abcde"} == {
        "a": False, "b": True, "c": False, "d": False, "e": False,
    }  # fmt: skip
    assert [name for name in "abcde" if corpus.document(f"source/{name}")] == ["a", "b", "c"]


def test_neighbours_are_shown_of_a_recorded_text_only(corpus: Corpus) -> None:
    def shown(source: str, digest: str = WORDS.sha256) -> str:
        return corpus.passage(Span("statement", f"source/{source}", 3, 9, digest)).quoted

    assert shown("a") == shown("c") == "…前言。【甲市采用乙法】。后记。…"
    assert shown("b") == "【甲市采用乙法】", "the words match their hash, their neighbours have none"
    assert shown("a", "0" * 64) == "" and shown("d") == "" and shown("e") == ""
    assert corpus.passage(Span("statement", "source/d", 3, 9, WORDS.sha256)).zh == "目录中没有此文件，无从核对"


def test_a_text_is_read_once(corpus: Corpus) -> None:
    first = corpus.document("source/a")
    (corpus.folder / "a.txt").write_text("别的", encoding="utf-8")
    assert corpus.document("source/a") is first and not corpus.is_changed("source/a")


def test_a_folder_that_is_not_there_and_a_text_of_another_encoding_are_told(tmp_path: Path, corpus: Corpus) -> None:
    with pytest.raises(TextError, match="nowhere"):
        Corpus(tmp_path / "nowhere", lambda _: None)
    (corpus.folder / "b.txt").write_bytes("甲".encode("gb18030"))
    with pytest.raises(DataError, match=r"b\.txt, row 1, .*not UTF-8"):
        corpus.document("source/b")
