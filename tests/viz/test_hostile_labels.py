"""Labels are data, never markup: hostile texts in every field of a page run nothing and are shown as they are."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from cemai.viz.network import Fact, NetEdge, NetNode, NetPage, positions, render
from playwright.sync_api import Browser

from tests.viz.browser import opened

MARK = "window.ran = 1"
HOSTILE = {
    "script": f"<script>{MARK}</script>",
    "end of script": f"</script><script>{MARK}</script>",
    "attribute": f'"><img src=x onerror="{MARK}">',
    "single quotes": f"'><svg onload='{MARK}'>",
    "comment": f"<!--<script>{MARK}//-->",
    "title": f"</title><script>{MARK}</script>",
    "style": f"</style><script>{MARK}</script>",
    "address": f"javascript:{MARK}",
    "template": "{{ 7 * 7 }}{% raw %}${7 * 7}",
    "entities": f"&lt;img src=x onerror={MARK}&gt;&quot;",
    "line ends": f"a\u2028\u2029\r\n\\n';{MARK};//",
    "right to left": "\u202e\u2066市州杭\u2069\u202c\u200f\ufeff",
    "long": "长" * 5_000,
    "long word": "a" * 5_000,
    "empty": "",
    "control": "\x01\x1b[31m\x7f",
    "beyond the plane": "𠮷👩‍👩‍👧‍👦🇨🇳" + "\u0301" * 300,
}


def page(text: str) -> NetPage:
    """A page with the text in every field that takes a text."""
    fact = Fact(**{f.name: text for f in fields(Fact)} | {"tier": f"{text} unverified"})
    root = NetNode(text, text, text, "innovation", None, (fact,))
    nodes = (root, NetNode(f"{text}1", text, text, text or "city", root.id, (fact, fact)))
    edges = (NetEdge(nodes[0].id, nodes[1].id, text, True), NetEdge(nodes[1].id, nodes[0].id, text, False))
    return NetPage(text, text, nodes, edges, (text, text))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_label_runs_nothing(chromium: Browser, tmp_path: Path, name: str) -> None:
    text, path = HOSTILE[name], tmp_path / "page.html"
    path.write_text(render(page(text)), encoding="utf-8")
    with opened(chromium, path) as seen:
        buttons = seen.page.locator("#list button")
        assert buttons.count() == 2
        assert buttons.first.evaluate("e => e.textContent") == text
        buttons.last.evaluate("e => e.click()")
        assert seen.page.locator("#panel article").count() == 2
        assert seen.page.evaluate("window.ran") is None
        assert seen.page.locator(":is(header, #panel, footer) :is(script, img, svg)").count() == 0
        assert seen.page.locator("#panel h2").evaluate("e => e.textContent") == text
        assert (seen.errors, seen.dialogs, seen.requests) == ([], [], [path.as_uri()])
        assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), "a long label is wrapped"


def test_positions_are_the_same_each_time_and_apart() -> None:
    """Computed beforehand, without chance: no two nodes on one spot."""
    root = NetNode("root", "root", "", "innovation", None)
    nodes = (root, *(NetNode(f"n{i}", f"n{i}", "", "city", "root") for i in range(300)))
    places = positions(nodes)
    assert places == positions(nodes)
    assert len(set(places.values())) == len(nodes)


def test_a_page_of_one_node() -> None:
    assert "root" in render(NetPage("t", "s", (NetNode("root", "root", "", "innovation", None),), ()))
