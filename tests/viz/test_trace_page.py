"""The network page of a trace in the real browser: offline, drawn, every node with its statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.running import Cli, Inside
from tests.viz.browser import Seen, opened


@pytest.fixture(scope="module")
def path(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of `cemai view trace 1210 --all`, in a folder with a Chinese name."""
    out = tmp_path_factory.mktemp("页面") / "1210.html"
    done = cli("view", "trace", "1210", "--all", "--out", out)
    assert done.status == 0 and done.out == "", done.err
    assert str(out) in done.err
    return out


@pytest.fixture(scope="module")
def read_only(chromium: Browser, path: Path) -> Iterator[Seen]:
    """The page as it opens; tests only look."""
    with opened(chromium, path) as seen:
        yield seen


@pytest.fixture
def seen(chromium: Browser, path: Path) -> Iterator[Seen]:
    """The page for a test that clicks."""
    with opened(chromium, path) as seen:
        yield seen


def test_it_asks_for_nothing_but_itself(read_only: Seen, path: Path) -> None:
    assert read_only.requests == [path.as_uri()]
    assert read_only.errors == []


def test_its_policy_allows_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy, "no Content-Security-Policy"
    rules = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in rules and "script-src 'sha256-" in rules
    assert "unsafe" not in rules
    assert "http:" not in rules and "https:" not in rules


def test_the_picture_is_not_blank(read_only: Seen) -> None:
    assert read_only.colours() > 50
    assert len(read_only.page.screenshot()) > 20_000


def test_title_sources_and_limits_are_named(read_only: Seen) -> None:
    page = read_only.page
    assert "1210" in page.title() and "1210" in page.locator("h1").inner_text()
    footer = page.locator("footer").inner_text()
    assert "数据截至" in footer and "来源：" in footer and "不表示" in footer
    assert "个主体" in page.locator("header .subtitle").inner_text()


def test_every_subject_of_the_trace_is_in_the_list(read_only: Seen, ask: Inside, kg: KnowledgeGraph) -> None:
    """Under its name or another of its names: 杭州 for 杭州市."""
    listed = set(read_only.listed())
    subjects = {r["subject"] for r in ask.rows("trace", "1210", "--all")}
    assert [s for s in subjects if not listed & set(kg.names(s, "zh"))] == []


def test_a_node_shows_its_statements_with_locators(seen: Seen, ask: Inside, kg: KnowledgeGraph) -> None:
    rows = [r for r in ask.rows("trace", "1210", "--all") if r["subject"] == "place/410100"]
    seen.page.locator("#list button", has_text="郑州").first.click()
    panel = seen.page.locator("#panel")
    assert "郑州" in panel.locator("h2").inner_text()
    shown = panel.locator("article")
    assert shown.count() == len(rows)
    assert {a.get_attribute("data-claim") for a in shown.all()} == {r["claim"] for r in rows}
    for row in rows:
        article = panel.locator(f'article[data-claim="{row["claim"]}"]').inner_text()
        assert row["locator"] in article and (kg.label(f"confidence/{row['confidence']}") or "?") in article
        assert (row["date"] or "日期未载") in article
        assert {"passage": "核对原文", "act": "引用文件", "unverified": "未核实"}[row["tier"]] in article


def test_the_legend_hides_a_kind_and_shows_it_again(seen: Seen) -> None:
    before = seen.listed()
    button = seen.page.locator('.legend button[data-kind="city"]')
    button.click()
    hidden = seen.listed()
    assert button.get_attribute("aria-pressed") == "false"
    assert len(hidden) < len(before) and not any("郑州" in name for name in hidden)
    button.click()
    assert seen.listed() == before and button.get_attribute("aria-pressed") == "true"


def test_the_legend_hides_unverified_statements(seen: Seen, ask: Inside) -> None:
    rows = [r for r in ask.rows("trace", "1210", "--all") if r["subject"] == "place/410100"]
    sure = [r for r in rows if r["tier"] != "unverified"]
    assert 0 < len(sure) < len(rows)
    seen.page.locator(".legend button[data-tier=unverified]").click()
    seen.page.locator("#list button", has_text="郑州").first.click()
    assert seen.page.locator("#panel article").count() == len(sure)
    assert "未核实" not in seen.page.locator("#panel").inner_text()


def test_without_all_nothing_unverified_is_on_the_page(ask: Inside, path: Path) -> None:
    out = path.parent / "sure.html"
    assert ask("view", "trace", "1210", "--out", out).status == 0
    hidden = {r["claim"] for r in ask.rows("trace", "1210", "--all") if r["tier"] == "unverified"}
    text = out.read_text(encoding="utf-8")
    assert hidden and [claim for claim in hidden if f'"{claim}"' in text] == []


def test_it_is_usable_by_keyboard_and_on_a_small_screen(seen: Seen) -> None:
    button = seen.page.locator("#list button").first
    name = button.inner_text()
    button.focus()
    seen.page.keyboard.press("Enter")
    assert seen.page.locator("#panel h2").inner_text() == name
    seen.page.set_viewport_size({"width": 380, "height": 700})
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), "no sideways scrolling"


def test_the_same_graph_gives_the_same_page(cli: Cli, path: Path) -> None:
    out = path.parent / "again.html"
    assert cli("view", "trace", "1210", "--all", "--out", out, around={"PYTHONHASHSEED": "5"}).status == 0
    assert out.read_bytes() == path.read_bytes()
