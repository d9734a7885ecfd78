"""What a reader does on a view: slide the date, filter, search, switch the language, follow a link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.running import Inside
from tests.viz.browser import opened
from tests.viz.pages import VIEWS, Views, data

ZHENGZHOU = "place/410100"
LINKED = {"trace": ZHENGZHOU, "map": ZHENGZHOU, "zones": ZHENGZHOU, "matrix": ZHENGZHOU, "neighbourhood": ZHENGZHOU,
          "neighbourhood-2": ZHENGZHOU, "timeline": ZHENGZHOU}  # fmt: skip


def rows_until(ask: Inside, day: str) -> dict[str, str]:
    """Subjects of `cemai trace 1210 --all --until` by claim."""
    return {r["claim"]: r["subject"] for r in ask.rows("trace", "1210", "--all", "--until", day)}


@pytest.mark.parametrize("name", ["trace", "map"])
@pytest.mark.parametrize("day", ["2014-12-31", "2018-12-31", "2020-06-30"])
def test_the_slider_counts_what_the_command_counts(
    chromium: Browser, views: Views, ask: Inside, name: str, day: str
) -> None:
    rows = rows_until(ask, day)
    with opened(chromium, views[name], f"date={day}") as seen:
        told = seen.page.locator("#slider output [lang=zh]").inner_text()
        certain, perhaps = re.match(rf"{day}：(\d+) 条(?:，(\d+) 条可能)?", told).groups()  # type: ignore[union-attr]
        assert int(certain) + int(perhaps or 0) == len(rows)
        seen.page.evaluate(f"location.hash = 'date={day}&id={ZHENGZHOU}'")
        seen.page.locator("#panel h2", has_text="郑州").wait_for()
        assert set(seen.claims()) == {claim for claim, subject in rows.items() if subject == ZHENGZHOU}


def test_sliding_hides_what_came_later_and_stands_in_the_address(chromium: Browser, views: Views) -> None:
    with opened(chromium, views["trace"]) as seen:
        everything = set(seen.listed())
        seen.page.locator("#slider input").focus()
        seen.page.keyboard.press("Home")
        first = set(seen.listed())
        assert "date" in seen.at() and first < everything
        seen.page.keyboard.press("End")
        assert "date" not in seen.at() and set(seen.listed()) == everything


def test_playing_goes_from_event_to_event_to_the_end(chromium: Browser, views: Views) -> None:
    with opened(chromium, views["map"], "date=2020-12-31") as seen:
        seen.page.locator("#slider .play").click()
        seen.page.wait_for_selector("#slider output:has-text('全部日期')", timeout=20_000)
        assert seen.page.locator("#slider .play").inner_text() == "▶"
        assert "date" not in seen.at() and seen.errors == []


def test_a_year_is_a_span_and_not_its_first_day(chromium: Browser, views: Views) -> None:
    """In the middle of its year the statement is there, marked as perhaps; the year before it is not."""
    facts = data(views["matrix"])["facts"].values()
    fact = next(f for f in facts if f["begin"].endswith("-01-01") and f["end"] == f["begin"][:4] + "-12-31")
    year = int(fact["begin"][:4])
    for day, there in ((f"{year}-06-30", "maybe"), (f"{year - 1}-12-31", None), (f"{year}-12-31", "")):
        with opened(chromium, views["matrix"], f"date={day}&id={fact['subject']}") as seen:
            found = seen.page.locator(f'article[data-claim="{fact["claim"]}"]')
            assert (found.get_attribute("class") or "" if found.count() else None) == there


@pytest.mark.parametrize(
    ("name", "what", "tier"),
    [
        ("timeline", "#timeline .mark", "act"),
        ("matrix", "#matrix td.cell", "act"),
        ("compare", "#smalls .point", "passage"),
    ],
)
def test_a_tier_that_the_legend_hides_is_gone_from_the_picture(
    chromium: Browser, views: Views, name: str, what: str, tier: str
) -> None:
    with opened(chromium, views[name]) as seen:
        before = seen.page.locator(what).count()
        seen.page.locator(f".legend button[data-tier={tier}]").click()
        assert seen.page.locator(what).count() < before
        assert seen.at() == {"hide": f"tier:{tier}"}
    with opened(chromium, views[name], f"hide=tier:{tier}") as again:
        button = again.page.locator(f".legend button[data-tier={tier}]")
        assert button.get_attribute("aria-pressed") == "false"
        button.click()
        assert again.page.locator(what).count() == before


@pytest.mark.parametrize("name", ["trace", "map"])
def test_search_finds_a_city_by_any_of_its_names(chromium: Browser, views: Views, name: str) -> None:
    with opened(chromium, views[name]) as seen:
        for words in ("郑州", "Zhengzhou", "zhengzhou", "zzs", "ZHENGZHOU"):
            seen.page.locator("#search input").fill(words)
            assert "郑州市" in seen.page.locator("#suggestions li").first.inner_text()
            seen.page.keyboard.press("Enter")
            assert seen.heading() == "郑州市" and seen.at()["id"] == ZHENGZHOU
            assert not seen.page.locator("#suggestions").is_visible()
            seen.page.locator("#panel .link").click()
        seen.page.locator("#search input").fill("nothing like that")
        assert seen.page.locator("#suggestions li").count() == 0


def test_an_address_of_nothing_shows_the_list(chromium: Browser, views: Views) -> None:
    """A thing that is not there, names that every object has, an encoding that is none."""
    for at in ("id=place/nowhere", "id=constructor&hide=__proto__", "id=__proto__&date=2020-13-45", "%E4%", "=&&="):
        with opened(chromium, views["trace"], at) as seen:
            assert seen.page.locator("#list button").count() > 50 and seen.errors == []


@pytest.mark.parametrize("name", VIEWS)
def test_no_chinese_sentence_is_left_in_english(chromium: Browser, views: Views, name: str) -> None:
    """Head and controls; names that have no English name and what sources print stay as they are."""
    with opened(chromium, views[name], "lang=en") as seen:
        page = seen.page
        assert page.evaluate("document.documentElement.lang") == "en"
        for part in ("h1", ".subtitle", ".legend", "#slider", "#panel > h2"):
            for text in page.locator(part).all_inner_texts():
                assert not re.search(r"[\u4e00-\u9fff]", text), f"{part}: {text}"
        assert page.locator("#language").inner_text() == "中文"
        page.locator("#language").click()
        assert re.search(r"[\u4e00-\u9fff]", page.locator("h1").inner_text()) and "lang" not in seen.at()


@pytest.mark.parametrize(("name", "thing"), LINKED.items())
def test_a_link_opens_at_its_thing_date_and_language(chromium: Browser, views: Views, name: str, thing: str) -> None:
    with opened(chromium, views[name], f"id={thing}&date=2019-06-30&lang=en") as seen:
        assert seen.heading() == "Zhengzhou"
        assert seen.page.locator("#slider input").get_attribute("aria-valuetext") == "2019-06-30"
        facts = data(views[name])["facts"]
        assert seen.claims() and all(facts[c]["begin"] <= "2019-06-30" for c in seen.claims())
        assert set(seen.claims()) <= set(data(views[name])["things"][thing]["claims"])
        seen.page.locator("#panel .link").click()
        assert "id" not in seen.at() and seen.page.locator("#list").count() == 1


def test_the_matrix_opens_the_statements_of_a_cell(chromium: Browser, views: Views, ask: Inside) -> None:
    rows = {r["claim"] for r in ask.rows("trace", "1210", "--all")
            if r["subject"] == ZHENGZHOU and r["object"] == "innovation/1210"}  # fmt: skip
    with opened(chromium, views["matrix"]) as seen:
        seen.page.locator(f'td[data-cell="{ZHENGZHOU} innovation/1210"] button').click()
        assert set(seen.claims()) == rows
        seen.page.locator("#rows").select_option("group")
        groups = seen.page.locator("#matrix tr.group [lang=zh]").all_inner_texts()
        assert "河南省" in groups and len(groups) == len(set(groups))


def test_marks_open_by_keyboard(chromium: Browser, views: Views) -> None:
    for name, what in (("timeline", "#timeline .mark"), ("compare", "#smalls .point")):
        with opened(chromium, views[name]) as seen:
            seen.page.locator(what).first.focus()
            seen.page.keyboard.press("Enter")
            assert seen.claims()


def test_on_a_phone_the_panel_comes_into_view(chromium: Browser, views: Views) -> None:
    with opened(chromium, views["map"], size="phone") as seen:
        seen.page.locator("#search input").fill("郑州")
        seen.page.keyboard.press("Enter")
        box = seen.page.locator("#panel h2").bounding_box()
        assert box and 0 <= box["y"] < 844


@pytest.mark.parametrize("arguments", [("map", "没有这个"), ("timeline", "没有这个"), ("compare", "杭州"),
                                       ("map", "1210", "--date", "yesterday")])  # fmt: skip
def test_a_view_of_nothing_is_refused_and_writes_nothing(
    ask: Inside, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    assert ask("view", *arguments, "--out", tmp_path / "page.html").complaint
    assert list(tmp_path.iterdir()) == []
