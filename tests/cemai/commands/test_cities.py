"""cemai compare, series, peers, path and show."""

from __future__ import annotations

import pytest

from tests.running import Inside


def test_figures_share_a_row_only_where_they_agree(made: Inside) -> None:
    rows = made.rows("compare", "云港", "星城")
    trade = [r for r in rows if r["dimension"] == "trade"]
    level = next(r for r in trade if r["period"] == "2021" and r["measure"] == "level")
    assert (level["云港市"], level["星城市"]) == ("1亿元 | 1.1亿元", "9000万元")
    assert level["comparable"] == "several values 数值不止一个"
    platform = next(r for r in trade if r["caliber"] == "customs-platform")
    assert platform["星城市"] is None and platform["comparable"].startswith("no: periods differ")
    firms = [r for r in rows if r["dimension"] == "entities" and r["measure"]]
    assert [r["comparable"] for r in firms] == ["no: periods differ 期间不同"] * 2
    assert all(r["comparable"] != "yes 可比" for r in rows if r["caliber"] == "unspecified")


def test_five_dimensions_of_shenzhen_and_ningbo(inside: Inside) -> None:
    rows = inside.rows("compare", "深圳", "宁波")
    assert {"trade", "entities", "innovations", "policies", "associations"} <= {r["dimension"] for r in rows}
    trade = next(r for r in rows if r["item"] == "外贸进出口额" and r["period"] == "2021" and r["measure"] == "level")
    assert (trade["深圳市"], trade["宁波市"]) == ("3.54万亿", "1.19万亿")
    assert trade["claims 深圳市"] == "shenzhen-ningbo-2022/observations/shenzhen-trade-2021"
    assert any("深圳市跨境电子商务协会" in str(r["深圳市"]) for r in rows if r["dimension"] == "associations")
    three = inside.rows("compare", "深圳", "宁波", "青岛")
    assert {"深圳市", "宁波市", "青岛市"} <= set(three[0])


def test_a_series_by_caliber_with_targets_beside(made: Inside) -> None:
    rows = made.rows("series", "云港", "进出口额")
    assert {(r["caliber"], r["modality"]) for r in rows} == {
        ("customs-statistics", "actual"), ("customs-platform", "actual"), ("unspecified", "target"),
    }  # fmt: skip
    done = made("series", "云港", "进出口额")
    assert "1亿元 | 1.1亿元" in done.out and "vs 2020" in done.out and "calibers differ" in done.err
    (only,) = made.rows("series", "云港", "进出口额", "--caliber", "customs-platform")
    assert only["value"] == "140000000" and only["hedge"] == "over"


def test_a_series_without_figures_names_the_known_indicators(made: Inside) -> None:
    done = made("series", "云溪", "进出口额")
    assert done.status == 0 and "not a no" in done.err
    done = made("series", "星城", "企业数", "--caliber", "survey")
    assert "进出口额 (indicator/trade)" in done.err


def test_peers_have_what_the_place_has_no_claim_for(made: Inside) -> None:
    done = made("peers", "云溪", "--format", "json")
    found = {(r["basis"], r["what"], r["count"]) for r in done.json()}
    assert ("batch", "innovation/c2", 1) in found, "the place's own claim on it is unverified"
    assert ("province", "innovation/frame", 1) in found and ("tier", "topic/talent", 1) in found
    assert not any(what == "innovation/c1" for _, what, _ in found)
    assert "not a no" in done.err
    assert ("batch", "innovation/c2", 1) not in {
        (r["basis"], r["what"], r["count"]) for r in made.rows("peers", "云溪", "--all")
    }


def test_a_path_with_the_claim_of_each_hop(made: Inside) -> None:
    rows = made.rows("path", "李某", "星城")
    first = [r for r in rows if r["path"] == 1]
    assert [(r["start"], r["predicate"], r["end"]) for r in first] == [
        ("person/li", "worksFor", "org/cloud-firm"), ("org/cloud-firm", "serves", "place/780100"),
    ]  # fmt: skip
    assert all(r["claim"].startswith("made/") and r["locator"] for r in rows)
    assert max(r["path"] for r in rows) <= 3
    none = made("path", "进出口额", "云港")
    assert none.status == 0 and "not a no" in none.err


@pytest.mark.parametrize(
    ("name", "told"),
    [("云港", "City"), ("zone/790100", "云港市"), ("policy/act-1", "piloted"), ("云企公司", "sellsTo"),
     ("李某", "经理"),     ("进出口额", "1.1亿元"), ("source/made-text", "statements rest on it"),
     ("measure/yungang-site", "上限4万元"), ("甲一", "originated"),
     ("云溪玩具集群", "玩具"), ("退货难", "退货周期长"), ("round/test-2021", "evaluated")],
)  # fmt: skip
def test_show_is_good_for_every_kind_of_thing(made: Inside, name: str, told: str) -> None:
    done = made("show", name)
    assert done.status == 0 and told in done.out


BAD: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "unknown thing": (("trace", "甲二"), ("甲二", "甲一")),
    "a city cannot be traced": (("trace", "云港"), ("云港市 (place/790100)", "Innovation", "Policy")),
    "a firm cannot be compared": (("compare", "云企公司", "云港"), ("org/cloud-firm", "Place")),
    "role that none has": (("trace", "policy/act-1", "--role", "mandated"), ("mandated", "follows")),
    "two views": (("trace", "甲一", "--rounds", "--tree"), ("--rounds",)),
    "kind that is none": (("trace", "甲一", "--as", "city"), ("city", "policy")),
    "topic that is none": (("measures", "--topic", "独立"), ("独立", "独立站", "overseas-warehouse")),
    "beneficiary that is none": (("measures", "--beneficiary", "nobody"), ("nobody", "enterprise")),
    "no such day": (("measures", "--on", "2021-02-30"), ("2021-02-30",)),
    "city of two names": (("compare", "云山", "星城"), ("云山省 (place/790000)", "云山市 (place/790300)")),
    "one city twice": (("compare", "云港", "云港市"), ("two different places",)),
    "indicator that is none": (("series", "云港", "进出口"), ("进出口额",)),
    "caliber that is none": (("series", "云港", "进出口额", "--caliber", "all"), ("all", "customs-platform")),
    "peers by what": (("peers", "云港", "--by", "size"), ("size", "province")),
    "a path from nowhere": (("path", "无名氏", "云港"), ("无名氏",)),
    "a file of another kind": (("trace", "甲一", "--out", "x.docx"), (".docx", ".csv")),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_reported(made: Inside, case: str) -> None:
    arguments, told = BAD[case]
    done = made(*arguments, "--format", "json")
    assert done.status == 2 and "Traceback" not in done.err and done.out == ""
    assert [part for part in told if part not in done.err] == [], done.err


@pytest.mark.parametrize(
    "command",
    [
        ("trace", "甲一"),
        ("compare", "云港", "星城"),
        ("measures",),
        ("series", "云港", "进出口额"),
        ("peers", "云溪"),
        ("path", "李某", "星城"),
    ],
)
def test_csv_and_json_agree_and_are_stable(made: Inside, command: tuple[str, ...]) -> None:
    as_json, as_csv = made(*command, "--format", "json"), made(*command, "--format", "csv")
    assert as_json == made(*command, "--format", "json")
    assert as_csv.csv() == [{k: "" if v is None else str(v) for k, v in row.items()} for row in as_json.json()]
