"""No command shows words as evidence that their hash does not prove, whatever has happened to the text."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cemai.graph.model.locators import Document, sha256

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.running import Inside
from tests.viz.pages import data

FIXTURE = Path(__file__).parents[2] / "queries" / "fixture"
MADE, TEXT = FIXTURE / "made", FIXTURE / "corpus" / "made-text.txt"
CLAIM = "made/adoptions/xingcheng-c1"
# One character of the words that state the claim above.
ONE = ("2015年9月1日", "2015年9月2日")
PAGES: dict[str, tuple[str, ...]] = {
    "trace": ("trace", "甲一"), "map": ("map", "甲一"), "zones": ("zones",), "timeline": ("timeline",),
    "timeline of one": ("timeline", "云港"), "matrix": ("matrix",), "compare": ("compare", "云港", "星城"),
    "neighbourhood": ("neighbourhood", "云港"),
}  # fmt: skip
CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "shifted": lambda text: "前面多出来的十个字啊".encode() + text,
    "one character": lambda text: text.decode().replace(*ONE).encode(),
    "cut": lambda text: text.decode()[:300].encode(),
    "wrapped anew": lambda text: text.decode().replace("年", "年\u3000\n").encode(),
}
# Another file, but the text that was recorded: editors add the mark and change line ends unasked.
SAME: dict[str, Callable[[bytes], bytes]] = {
    "as it was": lambda text: text,
    "byte order mark": lambda text: b"\xef\xbb\xbf" + text,
    "ends of lines": lambda text: text.replace(b"\n", b"\r\n"),
    "both": lambda text: b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"),
}
UNREADABLE = {"gb18030": "gb18030", "UTF-16 without a mark": "utf-16-le"}


def corpus(folder: Path, change: Callable[[bytes], bytes]) -> Path:
    """A folder with the changed text."""
    folder.mkdir()
    (folder / TEXT.name).write_bytes(change(TEXT.read_bytes()))
    return folder


@pytest.fixture(scope="module")
def recorded(made: Inside) -> dict[str, tuple[str, bool]]:
    """The words of each claim's main span, as they were recorded; every claim of the small graph rests on one text."""
    text, kg = Document.read("made-text", TEXT), KnowledgeGraph.open(made.store)
    with (MADE / "evidence.csv").open(encoding="utf-8", newline="") as file:
        claims = {f"made/{row['table']}/{row['key']}" for row in csv.DictReader(file)}
    spans = {claim: kg.claim(claim).main_span for claim in claims}
    return {claim: (text.slice(s.start, s.end), s.sha256 == sha256(text.slice(s.start, s.end)))
            for claim, s in spans.items() if s}  # fmt: skip


def shown(page: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Claim, words and note of each statement of a page."""
    for claim, fact in data(page)["facts"].items():
        yield claim, fact["words"], fact["note"]


def quoted(words: str) -> str:
    """What stands between 【 and 】."""
    return words.partition("【")[2].rpartition("】")[0]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_only_what_is_proven_and_says_so_there(
    made: Inside, recorded: dict[str, tuple[str, bool]], tmp_path: Path, page: str, change: str
) -> None:
    texts = corpus(tmp_path / "corpus", CHANGES[change])
    out = tmp_path / "page.html"
    assert made("view", *PAGES[page], "--corpus", texts, "--out", out).status == 0
    found = list(shown(out))
    assert found
    for claim, words, note in found:
        if claim in recorded:
            assert note["zh"].startswith("原文") and note["en"]
            assert words in ("", f"【{recorded[claim][0]}】"), "no neighbours: nothing proves them"
    assert "原文文件已变" in out.read_text("utf-8").partition("<footer>")[2].partition("</footer>")[0]
    if change == "shifted":
        assert not any(words for _, words, _ in found)
    else:
        assert any(words for _, words, _ in found) or change == "cut", "what is proven is shown"


@pytest.mark.parametrize("change", SAME)
def test_the_recorded_text_is_shown_whole_whatever_an_editor_added(
    made: Inside, recorded: dict[str, tuple[str, bool]], tmp_path: Path, change: str
) -> None:
    texts = corpus(tmp_path / "corpus", SAME[change])
    out = tmp_path / "page.html"
    assert made("view", "timeline", "--corpus", texts, "--out", out).status == 0
    for claim, words, note in shown(out):
        if claim in recorded:
            assert quoted(words) == recorded[claim][0] and words.startswith("…") and note == {"zh": "", "en": ""}
    told = made("verify", "--data", MADE, "--corpus", texts).out
    assert "changed" not in told and told == made("verify", "--data", MADE, "--corpus", TEXT.parent).out
    assert "已变" not in made("coverage", "--data", MADE, "--corpus", texts).err


@pytest.mark.parametrize("change", CHANGES)
def test_the_site_shows_only_what_is_proven(
    made: Inside, recorded: dict[str, tuple[str, bool]], tmp_path: Path, change: str
) -> None:
    texts = corpus(tmp_path / "corpus", CHANGES[change])
    assert made("site", "--corpus", texts, "--out", tmp_path / "site").status == 0
    proven = {f"【{words}】" for words, _ in recorded.values()}
    pages = [p.read_text("utf-8") for p in (tmp_path / "site").rglob("*.html") if p.parent.name != "views"]
    quotes = {html.unescape(q) for page in pages for q in re.findall("<blockquote>(.*?)</blockquote>", page)}
    assert quotes <= proven and (quotes or change in ("shifted", "cut"))
    for row in re.findall(r"<tr id=.*?</tr>", "".join(pages), re.S):
        assert "原文" in row or not any(f'id="{claim}"' in row for claim in recorded)


@pytest.mark.parametrize("change", CHANGES)
def test_explain_shows_only_what_is_proven(made: Inside, tmp_path: Path, change: str) -> None:
    texts, text = corpus(tmp_path / "corpus", CHANGES[change]), Document.read("made-text", TEXT)
    spans = [s for e in KnowledgeGraph.open(made.store).claim(CLAIM).evidence for s in e.spans]
    rows = {r["field"]: r["value"] for r in made.rows("explain", CLAIM, "--corpus", texts)}
    for span in spans:
        told = rows[f"evidence 1 {span.role}"]
        assert "原文" in told and ("has changed" in told or "outside" in told)
        assert quoted(told) in ("", text.slice(span.start, span.end))


@pytest.mark.parametrize("change", CHANGES)
def test_coverage_covers_nothing_by_what_is_not_proven(made: Inside, tmp_path: Path, change: str) -> None:
    """Its page holds the text that is there, for who owns it: it says over the text that this is another one."""
    texts, page = corpus(tmp_path / "corpus", CHANGES[change]), tmp_path / "page.html"
    done = made("coverage", "--data", MADE, "--corpus", texts, "--page", page)
    assert "changed 文件已变: made-text" in done.err
    body = page.read_text("utf-8").partition("<h1 ")[2].partition("<footer>")[0]
    assert "文件已变，定位不可靠 the file has changed" in body
    if change == "shifted":
        assert '<span class="value"' not in body and '<span class="other"' not in body


@pytest.mark.parametrize("change", CHANGES)
def test_verify_tells_that_the_file_is_another(made: Inside, tmp_path: Path, change: str) -> None:
    done = made("verify", "--data", MADE, "--corpus", corpus(tmp_path / "corpus", CHANGES[change]))
    assert done.status in (1, 2) and "changed 文件已变: made-text" in done.out


@pytest.mark.parametrize("encoding", UNREADABLE)
def test_a_text_of_another_encoding_is_refused_by_name(made: Inside, tmp_path: Path, encoding: str) -> None:
    texts = corpus(tmp_path / "corpus", lambda text: text.decode().encode(UNREADABLE[encoding]))
    out = tmp_path / "out"
    asked: list[tuple[str | Path, ...]] = [("view", *page, "--out", out) for page in PAGES.values()]
    asked += [("site", "--out", out), ("explain", CLAIM), ("coverage", "--data", MADE), ("verify", "--data", MADE)]
    for words in asked:
        message = made(*words, "--corpus", texts).complaint
        assert TEXT.name in message and "UTF-8" in message and not out.exists()


def test_a_text_that_is_not_there_is_reported_where_its_words_would_stand(made: Inside, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "another.txt").write_text("别的文字", "utf-8")
    texts, out = ("--corpus", tmp_path / "corpus"), tmp_path / "page.html"
    for page in PAGES.values():
        assert made("view", *page, *texts, "--out", out).status == 0
        assert {words for _, words, _ in shown(out)} == {""}
        assert "目录中没有此文件" in out.read_text("utf-8") and "原文不在目录中" in out.read_text("utf-8")
    told = {r["field"]: r["value"] for r in made.rows("explain", CLAIM, *texts)}
    assert "目录中没有此文件" in told["evidence 1 text"]
    assert "not checked" in made("verify", "--data", MADE, *texts).out
    assert "no source text" in made("coverage", "--data", MADE, *texts).complaint


@pytest.mark.parametrize("page", PAGES)
def test_a_folder_that_is_not_there_is_refused(made: Inside, tmp_path: Path, page: str) -> None:
    out = tmp_path / "page.html"
    asked = made("view", *PAGES[page], "--corpus", tmp_path / "nowhere", "--out", out)
    assert "nowhere" in asked.complaint and not out.exists()
