"""Names are found in Chinese and English, full and short; several are listed, none gives similar names."""

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
    assert "similar names" not in ask("show", "zzzzqqqq").complaint


def test_an_innovation_by_code_and_name(ask: Inside) -> None:
    assert ask("trace", "1210").out == ask("trace", "保税跨境贸易电子商务").out == ask("trace", "innovation/1210").out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("寧波", "place/330200"), ("廣州", "place/440100"), ("臺州", "place/331000"), ("義烏", "place/330782"),
        ("六體系兩平臺", "innovation/liu-tixi-liang-pingtai"), ("國函[2022]8號", "policy/guohan-2022-8"),
        ("国函【２０２２】８号", "policy/guohan-2022-8"), ("１２１０", "innovation/1210"), ("３３０１００",
        "place/330100"),
        ("ｐｌａｃｅ／３３０１００", "place/330100"), ("PLACE/330100", "place/330100"), ("ＨＡＮＧＺＨＯＵ",
        "place/330100"),
        ("Lu\u0308liang", "place/141100"), ("Xi’an", "place/610100"), ("\ufeff杭州\u200b", "place/330100"),
        ("⻓治", "place/140400"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_typed(ask: Inside, typed: str, meant: str) -> None:
    done = ask("show", typed)
    assert done.status == 0 and done.out.startswith(f"{meant} · ")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (("trace", "１２１０"), ("trace", "1210")),
        (("trace", "獨立站補貼"), ("trace", "独立站补贴")),
        (("query", "series/indicators", "-p", "subject=寧 波"), ("query", "series/indicators", "-p", "subject=宁波")),
        (("query", "zones/in-batch", "-p", "batch=２"), ("query", "zones/in-batch", "-p", "batch=2")),
        (("audit", "--subject", "青島"), ("audit", "--subject", "青岛")),
        (("audit", "--source", "ＣＡＳＥＢＯＯＫ-2024"), ("audit", "--source", "casebook-2024")),
        (("compare", "深圳", "ＮＩＮＧＢＯ"), ("compare", "深圳", "宁波")),
        (("measures", "--topic", "獨立站", "--city", "廣州"), ("measures", "--topic", "独立站", "--city", "广州")),
        (("series", "青島", "進口品類數"), ("series", "青岛", "进口品类数")),
        (("peers", "麗水"), ("peers", "丽水市")),
        (("path", "寧波", "廣州"), ("path", "宁波", "广州")),
        (("diffusion", "綜試區"), ("diffusion", "综试区")),
        (("explain", "ｃａｓｅｂｏｏｋ-2024/adoptions/hangzhou-liu-tixi"),
         ("explain", "casebook-2024/adoptions/hangzhou-liu-tixi")),
        (("ask", "寧波有哪些協會"), ("ask", "宁波有哪些协会")),
        (("ask", "１２１０推廣到了哪些城市"), ("ask", "1210推广到了哪些城市")),
    ],
)  # fmt: skip
def test_every_command_takes_a_name_in_any_form(ask: Inside, typed: tuple[str, ...], plain: tuple[str, ...]) -> None:
    """The rows are the same; only what repeats the typed words may differ."""
    one, other = ask(*typed, "--format", "json"), ask(*plain, "--format", "json")
    assert one.status == other.status == 0
    assert one.json() == other.json() != []
