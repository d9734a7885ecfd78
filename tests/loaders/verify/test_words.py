"""With the source texts at hand pages and explanations show the words; without them the locator."""

from __future__ import annotations

from tests.conftest import Small

CLAIM = "mini/adoptions/ningbo"


def test_explain_shows_the_words(small: Small) -> None:
    done = small.inside("explain", CLAIM, "--corpus", small.corpus, "--format", "json")
    told = {r["field"]: r["value"] for r in done.json()}
    assert "【宁波市】" in told["evidence 1 subject"]
    assert "【2016年】" in told["evidence 1 value"]
    assert "39–42" in told["evidence 1 subject"]


def test_without_texts_it_shows_the_locator(small: Small) -> None:
    told = {r["field"]: r["value"] for r in small.inside("explain", CLAIM, "--format", "json").json()}
    assert told["evidence 1 subject"].startswith("39–42 sha256 ")
    assert "宁波市" not in told["evidence 1 subject"]
    assert told["subject"] == "place/330200 · 宁波市"
    assert told["date"] == "2016年" and told["date_precision"].startswith("year")


def test_the_page_shows_the_words_only_with_texts(small: Small) -> None:
    folder = small.corpus.parent
    for extra, shown in (((), False), (("--corpus", small.corpus), True)):
        done = small.inside("view", "trace", "1210", "--out", folder / "page.html", *extra)
        assert done.status == 0, done.err
        assert ("采用1210模式" in (folder / "page.html").read_text(encoding="utf-8")) is shown
