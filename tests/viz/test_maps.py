"""The maps in the browser: batches with their numbers, what has no place, another map, a date to begin with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.running import Inside
from tests.viz.browser import Seen, opened
from tests.viz.pages import Views, data


def test_batches_have_as_many_zones_as_the_acts_named(chromium: Browser, views: Views) -> None:
    """2015 to 2025: 1, 12, 22, 24, 46, 27, 33 and 16 places; three zones ended when all of Hainan became one."""
    with opened(chromium, views["zones"]) as seen:
        keys = {k.get_attribute("data-category"): k for k in seen.page.locator("#key button").all()}
        told = {name: re.search(r"\((\d+)\)", key.inner_text()) for name, key in keys.items()}
        counts = {name: int(found[1]) for name, found in told.items() if found and name}
        batches = dict(zip(range(1, 9), (1, 12, 22, 24, 46, 27, 33, 16), strict=True))
        assert counts == {"ended": 3} | {f"batch {n}": count for n, count in batches.items()}
        keys["ended"].click()
        assert "已终止" in seen.heading() and len(seen.claims()) == 3
        keys["batch 1"].click()
        facts = data(views["zones"])["facts"]
        assert {facts[c]["subject"] for c in seen.claims()} == {"place/330100"}


def test_what_has_no_place_on_the_map_is_listed(chromium: Browser, views: Views) -> None:
    with opened(chromium, views["map"]) as seen:
        seen.page.locator("#off summary").click()
        assert "中国" in seen.page.locator("#off button").all_inner_texts()
        assert "审图号" in seen.page.locator(".approval").inner_text()
        seen.page.locator("#colouring").select_option("role")
        assert "试点" in seen.page.locator("#key").inner_text()


def test_a_map_begins_at_the_date_that_was_asked_for(chromium: Browser, views: Views, tmp_path: Path) -> None:
    path = views.write(tmp_path / "map.html", "map", "1210", "--date", "2018-12-31")

    def day(seen: Seen) -> str | None:
        return seen.page.locator("#slider input").get_attribute("aria-valuetext")

    with opened(chromium, path) as seen:
        assert day(seen) == "2018-12-31" and "date" not in seen.at()
        seen.page.locator("#slider input").press("End")
        assert seen.at() == {"date": "all"}
    for at, expected in (("date=all", "全部 all"), ("date=2020-01-31", "2020-01-31"), ("date=rubbish", "2018-12-31")):
        with opened(chromium, path, at) as seen:
            assert day(seen) == expected


def test_another_map_is_drawn_and_named(chromium: Browser, views: Views, tmp_path: Path) -> None:
    square = '{"type":"Polygon","coordinates":[[[110,30],[120,30],[120,40],[110,40],[110,30]]]}'
    geo = tmp_path / "mine.json"
    feature = f'{{"type":"Feature","properties":{{"name":"河南"}},"geometry":{square}}}'
    geo.write_text(f'{{"type":"FeatureCollection","features":[{feature}]}}', encoding="utf-8")
    path = views.write(tmp_path / "map.html", "map", "1210", "--map", geo)
    with opened(chromium, path) as seen:
        assert "mine.json" in seen.page.locator(".approval").inner_text() and seen.errors == []
    assert {p["province"] for p in data(path)["points"]} == {"河南", ""}


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"features": 3}', '{"features": [{"properties": {}}]}'])
def test_a_map_that_is_none_is_refused(ask: Inside, tmp_path: Path, text: str) -> None:
    geo = tmp_path / "map.json"
    geo.write_text(text, encoding="utf-8")
    complaint = ask("view", "zones", "--map", geo, "--out", tmp_path / "zones.html").complaint
    assert "map.json" in complaint and not (tmp_path / "zones.html").exists()
