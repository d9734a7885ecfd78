"""Pinyin of places is that of the register; of other words pypinyin's, but for a list of places that it reads wrong."""

from __future__ import annotations

import unicodedata

import pytest
from cemai.graph.model.readings import Readings, read_aloud
from cemai.graph.model.statement import Thing
from cemai.loaders.collection import SHIPPED, collect

READ = {
    "长治市": "changzhishi", "漯河": "luohe", "珲春": "hunchun", "花都区": "huaduqu", "重庆": "chongqing", "厦门": "xiamen",
    "六安": "luan", "台州": "taizhou", "蚌埠": "bengbu", "亳州": "bozhou", "歙县": "shexian", "东莞": "dongguan",
    "番禺": "panyu", "单县": "shanxian", "乐清": "yueqing", "朝阳": "chaoyang", "昌都": "changdu", "吕梁": "lvliang",
    "锡林郭勒": "xilinguole", "大涌": "dachong", "勒流": "leliu", "克孜勒苏": "kezilesu", "陕西": "shanxi",
}  # fmt: skip


@pytest.fixture(scope="module")
def places() -> list[Thing]:
    """The places of the register."""
    groups = collect([SHIPPED]).things.values()
    return [thing for group in groups for thing in group if thing.id.startswith("place/")]


@pytest.fixture(scope="module")
def readings(places: list[Thing]) -> Readings:
    return Readings(((t.name_zh, *t.aliases_zh), tuple(filter(None, (t.name_en, *t.aliases_en)))) for t in places)


@pytest.mark.parametrize(("name", "read"), READ.items())
def test_a_place_is_read_right(readings: Readings, name: str, read: str) -> None:
    assert "".join(readings.syllables(name)) == read


@pytest.mark.parametrize(
    ("name", "read"),
    [("长治", "changzhi"), ("花都", "huadu"), ("单县", "shanxian"), ("珲春", "hunchun"), ("漯河", "luohe")],
)
def test_places_that_no_register_holds_are_corrected(name: str, read: str) -> None:
    assert "".join(Readings().syllables(name)) == read != read_aloud(name)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("中国（长治）跨境电子商务综合试验区", "changzhi"),
        ("珲春海关", "hunchun"),
        ("广州花都皮具产业集群", "huadu"),
        ("漯河与长治", "luoheyuchangzhi"),
        ("大涌红木家具", "dachong"),
    ],
)
def test_the_name_of_a_place_is_read_so_wherever_it_stands(readings: Readings, text: str, part: str) -> None:
    assert part in "".join(readings.syllables(text))


@pytest.mark.parametrize(
    ("text", "read"),
    [("增长治理", "zengzhangzhili"), ("成长治愈", "chengzhangzhiyu"), ("位于都市圈", "weiyudushiquan"),
     ("地久天长", "dijiutianchang"), ("音乐清单", "yinyueqingdan")],
)  # fmt: skip
def test_a_word_that_runs_into_a_place_is_no_place(readings: Readings, text: str, read: str) -> None:
    assert "".join(readings.syllables(text)) == read


# Divisions whose English names are no pinyin at all.
OWN_NAMES = {
    "内蒙古自治区",
    "陕西省",
    "香港特别行政区",
    "澳门特别行政区",
    "巴音郭楞蒙古自治州",
    "克孜勒苏柯尔克孜自治州",
}


def test_every_division_and_town_is_read_as_its_english_name_spells(places: list[Thing], readings: Readings) -> None:
    """Over all of places.csv, former.csv and towns.csv, with the signs that the first English word spells, one each."""
    divisions = [t for t in places if {"Province", "City", "County", "Town", "FormerDivision"} & set(t.classes)]
    assert len(divisions) > 530
    wrong = {}
    for thing in divisions:
        words = {plain_letters(name.split(" ")[0]) for name in (thing.name_en, *thing.aliases_en) if name}
        read = [readings.syllables(name) for name in (thing.name_zh, *thing.aliases_zh)]
        if not any("".join(syllables[:n]) in words for syllables in read for n in range(2, len(syllables) + 1)):
            wrong[thing.name_zh] = (words, read)
    assert set(wrong) == OWN_NAMES, wrong


def plain_letters(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower().replace("ü", "v"))
    return "".join(c for c in letters if c.isascii() and c.isalpha())


def test_one_syllable_for_each_sign(places: list[Thing], readings: Readings) -> None:
    for thing in places:
        for name in (thing.name_zh, *thing.aliases_zh):
            signs = [c for c in name if "\u3400" <= c <= "\u9fff"]
            assert len(readings.syllables(name)) == len(signs), name


def test_a_place_of_the_user_is_read_as_its_english_name_says() -> None:
    """朝阳 may be read zhaoyang; the register of the graph at hand decides, also against the list of corrections."""
    assert Readings([(("朝阳",), ("Zhaoyang",))]).syllables("朝阳") == ["zhao", "yang"]
    assert Readings([(("朝阳",), ("Morning Sun",))]).syllables("朝阳") == ["chao", "yang"]
