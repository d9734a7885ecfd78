"""Labels are data, never markup: hostile texts in every field of the network page run nothing and are shown as is."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.viz.facts import Head, Text, Thing
from cemai.viz.layout import rings
from cemai.viz.network import Edge, Node, network_page
from playwright.sync_api import Browser

from tests.viz.browser import opened
from tests.viz.hostile import HOSTILE, fact, head, thing


def page(text: str) -> str:
    """A page with the text in every field that takes a text."""
    claims = (text, f"{text}2")
    facts = tuple(fact(text, claim) for claim in claims)
    root = thing(text, "0", claims[:1], "innovation")
    other = thing(text, "1", claims, text or "city")
    edges = (Edge(root.id, other.id, Text(text, text), claims), Edge(other.id, root.id, Text(text), (), False))
    return network_page(head(text), facts, (Node(root, None, text), Node(other, root.id, text)), edges)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_label_runs_nothing(chromium: Browser, tmp_path: Path, name: str) -> None:
    text, path = HOSTILE[name], tmp_path / "page.html"
    path.write_text(page(text), encoding="utf-8")
    with opened(chromium, path) as seen:
        buttons = seen.page.locator("#list button")
        assert buttons.count() == 2
        assert buttons.last.evaluate("e => e.querySelector('[lang=zh]').textContent") == text
        buttons.last.evaluate("e => e.click()")
        assert seen.page.locator("#panel article").count() == 2
        assert seen.page.evaluate("window.ran") is None
        assert seen.page.locator(":is(header, #panel, footer) :is(script, img)").count() == 0
        assert seen.page.locator("#panel h2 [lang=zh]").evaluate("e => e.textContent") == text
        seen.page.locator("#language").click()
        seen.page.locator("#search input").fill(text[:50] or "x")
        assert (seen.errors, seen.dialogs, seen.requests) == ([], [], [path.as_uri()])
        assert seen.page.evaluate("window.ran") is None
        assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), "a long label is wrapped"


def test_positions_are_the_same_each_time_and_apart() -> None:
    """Computed beforehand, without chance: no two nodes on one spot."""
    parents: dict[str, str | None] = {"root": None} | {f"n{i}": "root" for i in range(300)}
    places = rings(parents)
    assert places == rings(parents)
    assert len(set(places.values())) == len(parents)


def test_a_page_of_one_node() -> None:
    root = Thing("root", Text("根", "root"), "innovation")
    assert "root" in network_page(Head(Text("t")), (), (Node(root, None),), ())
