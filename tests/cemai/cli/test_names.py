"""Names are found in Chinese and English, full and short; several are listed, none gives near names."""

from __future__ import annotations

import pytest

from tests.running import Inside


@pytest.mark.parametrize("name", ["杭州", "杭州市", "Hangzhou", "hangzhou", "HANGZHOU", " 杭 州 ", "place/330100"])
def test_one_city_by_each_of_its_names(ask: Inside, name: str) -> None:
    first = ask("show", name).out.splitlines()[0]
    assert first.startswith("place/330100 · ") and "City" in first


def test_several_things_of_a_name_are_listed(ask: Inside) -> None:
    message = ask("show", "吉林").complaint
    for told in ("吉林省 (place/220000)", "吉林市 (place/220200)"):
        assert told in message
    for identifier in ("place/220000", "place/220200"):
        assert ask("show", identifier).out.startswith(identifier)


@pytest.mark.parametrize(
    ("name", "near"), [("杭洲", "杭州市"), ("Hangzhuo", "杭州市"), ("宁波氏", "宁波市"), ("上海是", "上海市")]
)
def test_an_unknown_name_gives_near_ones(ask: Inside, name: str, near: str) -> None:
    message = ask("show", name).complaint
    assert near in message and name in message


def test_a_nonsense_name_gives_none(ask: Inside) -> None:
    assert "near names" not in ask("show", "zzzzqqqq").complaint


def test_an_innovation_by_code_and_name(ask: Inside) -> None:
    assert ask("trace", "1210").out == ask("trace", "保税跨境贸易电子商务").out == ask("trace", "innovation/1210").out
