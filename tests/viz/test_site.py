"""The static casebook: every link leads somewhere, every kind of page opens, what can be taken away is whole."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Download

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.viz.browser import DRAWN, SITE, Seen, opened

# Of each kind of page the first so many are opened in the browser.
EACH = 2


class Links(HTMLParser):
    """The addresses and ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep every address, wherever one can stand."""
        for name, value in attrs:
            if name in ("href", "src", "data-search") and value:
                self.links.append(value)
            elif name == "id" and value:
                self.ids.add(value)


def read(path: Path) -> Links:
    found = Links()
    text = path.read_text(encoding="utf-8")
    # What scripts hold is no element; the parser would be slow over the megabytes of a picture.
    found.feed(re.sub(r"(<script[^>]*>).*?(</script>)", r"\1\2", text, flags=re.S))
    return found


def test_every_link_leads_to_a_page_of_the_site(site: Path) -> None:
    pages = {path.resolve(): read(path) for path in site.rglob("*.html")}
    broken = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if parts.scheme or parts.netloc or target not in pages:
                broken.append(f"{path.relative_to(site.resolve())}: {link}")
    assert len(pages) > 1_000 and broken == []
    linked = {(p.parent / unquote(urlsplit(x).path)).resolve() for p, page in pages.items() for x in page.links}
    assert set(pages) - linked == set(), "every page can be reached"


def test_what_the_search_finds_is_there(site: Path) -> None:
    text = (site / "search.html").read_text(encoding="utf-8")
    paths = set(re.findall(r'\["([^"]+?\.html[^"]*)"', text))
    ids: dict[str, set[str]] = {}
    for path, _, claim in (p.partition("#") for p in paths):
        if path not in ids:
            ids[path] = read(site / path).ids
        assert not claim or claim in ids[path], f"{path}#{claim}"
    assert len(paths) > 3_000


def kinds(site: Path) -> Iterator[Path]:
    """Some pages of every folder, and all that stand at the top."""
    yield from sorted(site.glob("*.html"))
    for folder in sorted(p for p in site.iterdir() if p.is_dir()):
        yield from islice(sorted(folder.rglob("*.html")), EACH)


def test_every_kind_of_page_opens_in_silence(chromium: Browser, site: Path) -> None:
    pages = list(kinds(site))
    assert len(pages) >= 40
    with opened(chromium, pages[0], size="phone", ready=SITE) as seen:
        for path in pages:
            seen.visit(path, ready=DRAWN if path.parent.name == "views" else SITE)
            seen.page.locator("#language").click()
            assert (seen.errors, seen.dialogs, seen.requests) == ([], [], [path.as_uri()]), path
            assert seen.sideways() <= 1, path
            assert seen.page.locator("h1").is_visible() and seen.page.locator("#language").inner_text()


def test_each_city_with_a_zone_has_its_page_and_its_statements(site: Path, kg: KnowledgeGraph) -> None:
    index = (site / "cities.html").read_text(encoding="utf-8")
    for batch in ("1", "8"):
        for row in kg.query("zones/in-batch", {"batch": batch}).dicts():
            assert f'href="{row["place"]}.html"' in index
    page = (site / "place" / "330100.html").read_text(encoding="utf-8")
    claims = {str(r["claim"]).removeprefix("claim/") for r in kg.query("show/about", {"thing": "place/330100"}).dicts()}
    verified = {c for c in claims if kg.claim(c).evidence_tier != "unverified"}
    assert verified and [c for c in verified if f'id="{c}"' not in page] == []


def test_the_language_is_kept_from_page_to_page(chromium: Browser, made_site: Path) -> None:
    with opened(chromium, made_site / "index.html", ready=SITE) as seen:
        assert seen.page.evaluate("document.documentElement.lang") == "zh"
        seen.page.locator("#language").click()
        assert seen.page.locator("h1").inner_text().isascii()
        seen.page.locator("nav a").first.click()
        assert seen.page.evaluate("document.documentElement.lang") == "en"
        assert not re.search(r"[\u4e00-\u9fff]", seen.page.locator("nav").inner_text())


@pytest.mark.parametrize(
    ("words", "first"), [("杭州", "杭州市"), ("hangzhou", "杭州市"), ("hzs", "杭州市"), ("1210", "1210")]
)
def test_full_text_search_finds(chromium: Browser, site: Path, words: str, first: str) -> None:
    with opened(chromium, site / "index.html", ready=SITE) as seen:
        seen.page.locator("#find").fill(words)
        seen.page.keyboard.press("Enter")
        seen.page.locator("#found li").first.wait_for()
        assert seen.page.url.startswith((site / "search.html").as_uri())
        top = seen.page.locator("#found a").all_inner_texts()[:8]
        assert any(first in text for text in top), top
        seen.page.locator("#words").fill("杭州 1210 试点")
        assert seen.page.locator("#found mark").count() > 0
        seen.page.locator("#words").fill("不会有这样的字词")
        assert seen.page.locator("#told").inner_text().startswith("0 ")
        seen.page.evaluate("location.hash = '%E4%'")
        assert seen.errors == []


def taken(seen: Seen, name: str) -> bytes:
    """The file that a button of the first picture gives."""
    with seen.page.expect_download() as waiting:
        seen.page.locator("figure").first.get_by_text(name, exact=True).click()
    download: Download = waiting.value
    assert download.suggested_filename.endswith("." + name.lower())
    return Path(download.path()).read_bytes()


def test_a_picture_can_be_taken_away_as_svg_png_and_rows(chromium: Browser, site: Path) -> None:
    with opened(chromium, site / "cities.html", ready=SITE) as seen:
        svg, png, rows = (taken(seen, name) for name in ("SVG", "PNG", "CSV"))
        assert seen.errors == []
    assert ET.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - made by us
    assert png.startswith(b"\x89PNG\r\n\x1a\n") and len(png) > 5_000
    table = list(csv.reader(io.StringIO(rows.decode("utf-8-sig"), newline="")))
    assert table[0] == ["batch", "zones"] and [int(n) for _, n in table[1:]] == [1, 12, 22, 24, 46, 27, 33, 16]


def test_cite_names_the_claim_and_its_passage(chromium: Browser, site: Path) -> None:
    with opened(chromium, site / "place" / "330100.html", ready=SITE) as seen:
        button = seen.page.locator(".cite").first
        claim, place = button.get_attribute("data-claim"), button.get_attribute("data-locator")
        assert claim and place
        row = seen.page.locator(f'tr[id="{claim}"]')
        row.locator(".cite").click()
        assert claim in row.locator("code").inner_text() and place in row.locator("code").inner_text()
