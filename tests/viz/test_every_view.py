"""Every view in the real browser at three sizes: drawn, in one piece, silent, and within its window."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.viz.browser import SIZES, Seen, opened
from tests.viz.pages import VIEWS, Views, data

# What each view draws, and that it holds more than a frame.
DRAWS = {
    "trace": ("#net canvas", 1), "neighbourhood": ("#net canvas", 1), "neighbourhood-2": ("#net canvas", 3),
    "map": ("#map canvas", 1), "zones": ("#map canvas", 1), "matrix": ("#matrix td.cell", 100),
    "timeline": ("#timeline .mark", 100), "timeline-2": ("#timeline .mark", 5), "compare": ("#smalls figure svg", 5),
}  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", VIEWS)
def test_it_is_drawn_without_a_complaint(chromium: Browser, views: Views, name: str, size: str) -> None:
    path = views[name]
    with opened(chromium, path, size=size) as seen:
        what, least = DRAWS.get(name, ("#stage *", 1))
        found = seen.page.locator(what)
        assert found.count() >= least
        _visible(seen, what)
        assert seen.page.locator("#list button").count() > 1
        seen.page.locator("#language").click()
        assert (seen.errors, seen.requests) == ([], [path.as_uri()])
        assert seen.sideways() <= 1


def _visible(seen: Seen, what: str) -> None:
    box = seen.page.locator(what).first.bounding_box()
    assert box and box["width"] >= 8 and box["height"] >= 8
    assert len(seen.page.locator("#stage").screenshot()) > 5_000, "the picture is blank"


@pytest.mark.parametrize("name", VIEWS)
def test_it_says_whence_it_comes(views: Views, name: str) -> None:
    """Data up to when, tiers, sources with the publisher's interest, what silence means; and nothing of the network."""
    text = views[name].read_text(encoding="utf-8")
    footer = text[text.index("<footer>") : text.index("</footer>")]
    for words in ("数据截至", "Data up to", "证据层级", "来源：", "不表示“没有”", "is not a no"):
        assert words in footer
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy and policy[1].startswith("default-src &#39;none&#39;") and "unsafe" not in policy[1]
    assert not re.search(r'\b(src|href)="', text[: text.index("<script")])


@pytest.mark.parametrize("name", VIEWS)
def test_every_statement_has_a_locator_and_every_thing_its_statements(views: Views, name: str) -> None:
    found = data(views[name])
    assert [c for c, fact in found["facts"].items() if not fact["locator"] or fact["claim"] != c] == []
    assert [t for t, thing in found["things"].items() if not set(thing["claims"]) <= set(found["facts"])] == []


@pytest.mark.parametrize("name", ["trace", "map", "timeline", "matrix", "compare"])
def test_on_paper_the_controls_go_and_the_statements_stay(chromium: Browser, views: Views, name: str) -> None:
    with opened(chromium, views[name]) as seen:
        seen.page.emulate_media(media="print")
        assert not seen.page.locator("#language").is_visible()
        assert seen.page.locator("h1").is_visible()
        assert seen.page.locator("table.facts tr").nth(1).is_visible(), "all statements are printed"
        assert seen.page.locator("#stage").is_visible()
