"""What is typed in a page is brought into the normal form of names, as Python makes it; readings are the register's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cemai.graph.model.normal_form import folded_signs, name_key
from cemai.graph.model.readings import Readings
from cemai.loaders.collection import SHIPPED, collect
from cemai.viz.bundle import bundled
from cemai.viz.search_index import folds, search_text
from opencc import OpenCC
from playwright.sync_api import Browser

from tests.graph.test_normal_form import ALIKE, APART
from tests.viz.browser import SITE, opened
from tests.viz.pages import Views, data

MODULE = bundled("shared/names.js").replace('"use strict";', "")
KEYS = f"""([folds, texts]) => {{
  {MODULE}
  const plain = module_shared_names.normalForm(folds);
  return texts.map((text) => module_shared_names.nameKey(plain(text)));
}}"""


def test_the_script_makes_the_normal_form_that_python_makes(chromium: Browser) -> None:
    """Over every kind of difference, and every shipped name in three traditional spellings and in full width."""
    names = sorted({n for group in collect([SHIPPED]).things.values() for t in group for n in t.names})
    texts = [*(name for kind in ALIKE.values() for name in kind), *(name for pair in APART for name in pair), *names]
    for form in ("s2t", "s2tw", "s2hk"):
        texts += OpenCC(form).convert("\n".join(names)).split("\n")
    texts += ["".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name) for name in names]
    keys = [name_key(text) for text in texts]
    page = chromium.new_page()
    typed = page.evaluate(KEYS, [folds(keys), texts])
    page.close()
    assert [row for row in zip(texts, typed, keys, strict=True) if row[1] != row[2]] == []


def test_a_page_has_the_folds_that_its_names_need_and_no_others(views: Views) -> None:
    page = data(views["trace"])
    searched = "".join(thing["search"] for thing in page["things"].values())
    pairs = dict(zip(page["folds"][::2], page["folds"][1::2], strict=True))
    assert pairs.items() <= folded_signs().items() and set(pairs.values()) <= set(searched)
    assert pairs["廣"] == "广" and len(pairs) < len(folded_signs()) / 3


TYPED = ["鄭州", "ｚｈｅｎｇｚｈｏｕ", "Zheng Zhou", "zhengzhoushi", "zzs", "鄭\u200b 州", "郑・州", "４１０１００"]


@pytest.mark.parametrize("words", TYPED)
def test_a_view_finds_a_place_however_it_is_typed(chromium: Browser, views: Views, words: str) -> None:
    with opened(chromium, views["trace"]) as seen:
        seen.page.locator("#search input").fill(words)
        found = seen.page.locator("#suggestions li").evaluate_all("items => items.map((item) => item.dataset.id)")
        assert "place/410100" in found and seen.errors == []


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("寧波", "宁波市"), ("ＮＩＮＧＢＯ", "宁波市"), ("國函[2022]8號", "国函〔2022〕8号"), ("國函 2022 8號",
        "国函〔2022〕8号"),
        ("六體系・兩平臺", "六体系两平台"), ("hunchun", "珲春"), ("huadu", "花都"), ("Xi’an", "西安市"),
        ("xian", "西安市"), ("１２１０", "1210"),
    ],
)  # fmt: skip
def test_the_site_finds_a_name_however_it_is_typed(chromium: Browser, site: Path, words: str, first: str) -> None:
    with opened(chromium, site / "search.html", ready=SITE) as seen:
        seen.page.locator("#words").fill(words)
        top = seen.page.locator("#found a").all_inner_texts()[:8]
        assert any(first in text for text in top), top
        assert seen.errors == []


def test_what_is_found_in_other_characters_is_marked(chromium: Browser, site: Path) -> None:
    with opened(chromium, site / "search.html", ready=SITE) as seen:
        seen.page.locator("#words").fill("鄭州 試點")
        marked = set(seen.page.locator("#found mark").all_inner_texts())
        assert marked and marked <= {"郑州", "试点"}


def test_wrong_readings_are_nowhere_in_the_site(site: Path) -> None:
    entries = json.loads(
        (site / "search.html").read_text(encoding="utf-8").split('id="data">')[1].split("</script>")[0]
    )
    forms = "\n".join(entry[4] for entry in entries["entries"] if len(entry) > 4)
    assert "hunchun" in forms and "huadu" in forms
    for wrong in ("huichun", "huadou", "dayong", "zhaoyang", "zhangzhi", "tahe"):
        assert wrong not in forms, wrong


def test_forms_of_a_name_are_listed_once() -> None:
    lines = search_text(["长治市", "長治市", "Changzhi", "CHANGZHI"], Readings()).split("\n")
    assert lines == ["长治市", "changzhishi", "czs", "changzhi"]
    assert search_text(["1210", "（）", ""], Readings()) == "1210"
