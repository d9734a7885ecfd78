"""Near names: one wrong or missing sign, pinyin, traditional characters, a piece; nothing where nothing is near."""

from __future__ import annotations

from functools import cache

import pytest
from cemai.graph.model.normal_form import name_key
from cemai.graph.model.suggestions import similar_keys, similar_names
from cemai.loaders.collection import SHIPPED, collect


@cache
def labels() -> dict[str, str]:
    things = [thing for group in collect([SHIPPED]).things.values() for thing in group]
    return {name_key(name): thing.name_zh for thing in things for name in thing.names}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("杭洲", "杭州市"), ("宁坡", "宁波市"), ("广洲", "广州市"), ("长支", "长治市"), ("青到", "青岛市"),
        ("抗州", "杭州市"),
        ("温州氏", "温州市"), ("州杭", "杭州市"), ("综试曲", "跨境电子商务综合试验区"),
        ("六体系两平", "六体系两平台"), ("六体两平台", "六体系两平台"), ("1211", "1210（保税跨境贸易电子商务）"),
        ("国函〔2022〕9号", "国函〔2022〕8号"),
    ],
)  # fmt: skip
def test_one_wrong_or_missing_sign(typed: str, meant: str) -> None:
    assert meant in similar_names(typed, labels())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ningpo", "宁波市"), ("Hangzou", "杭州市"), ("guang zhu", "广州市"), ("shijiazuang", "石家庄市"), 
        ("changzi", "长治市"),
        ("huichun", "珲春市"), ("Xiamenn", "厦门市"), ("Quindao", "青岛市"), ("ankechuangxin", "安克创新"),
    ],
)  # fmt: skip
def test_pinyin_and_english(typed: str, meant: str) -> None:
    assert meant in similar_names(typed, labels())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("寧坡", "宁波市"),
        ("廣洲", "广州市"),
        ("義鳥", "义乌市"),
        ("深圳跨境電商協", "深圳市跨境电子商务协会"),
        ("長支", "长治市"),
    ],
)
def test_traditional_characters(typed: str, meant: str) -> None:
    assert meant in similar_names(typed, labels())


def test_names_of_eight_signs_are_found_as_they_are_read_and_longer_ones_are_not() -> None:
    """A name of nine signs or more is no place one types by ear."""
    names = {"延边朝鲜族自治州": "yanbian chaoxianzu zizhizhou", "巴音郭楞蒙古自治州": "bayinguoleng menggu zizhizhou"}
    assert [len(name) for name in names] == [8, 9]
    assert [similar_names(read, {name: name for name in names}) for read in names.values()] == [
        ["延边朝鲜族自治州"],
        [],
    ]


def test_the_nearest_stands_first() -> None:
    assert similar_names("杭洲", labels())[0] == "杭州市"
    assert similar_names("宁坡", labels())[0] == "宁波市"
    assert similar_names("ningpo", labels())[0] == "宁波市"
    assert similar_names("安克", labels())[0] == "安克创新"


@pytest.mark.parametrize("typed", ["火星", "你好吗", "zzzzqqqq", "xyzzyq", "@@@@", "", "·", "ж", "8888888888", "🙂🙂"])
def test_nothing_where_nothing_is_near(typed: str) -> None:
    assert similar_names(typed, labels()) == []


def test_no_more_than_asked_for_and_each_once() -> None:
    assert len(similar_names("综试区", labels())) == 5
    assert len(similar_names("综试区", labels(), 2)) == 2
    assert len(set(similar_names("宁", labels(), 50))) == len(similar_names("宁", labels(), 50))


def test_a_name_that_holds_the_words_comes_before_one_that_only_looks_alike() -> None:
    found = similar_names("数字展", {"数字展会平台": "whole", "数字站": "alike", "别的": "other"})
    assert found == ["whole", "alike"]


def test_near_keys_of_claims() -> None:
    keys = ["casebook-2024/adoptions/hangzhou-liu-tixi", "casebook-2024/adoptions/ningbo-1210", "mini/zones/x"]
    assert similar_keys("casebook-2024/adoptions/hangzhou-liutixi", keys)[0] == keys[0]
    assert similar_keys("qqqq", keys) == []


def test_a_name_that_stands_in_the_words_is_near() -> None:
    assert similar_names("杭州市商务局综合处", {"杭州市": "杭州市", "宁波市": "宁波市"}) == ["杭州市"]
