"""cemai measures: formulas, the stated maximum for one applicant, what is in force on a day."""

from __future__ import annotations

from decimal import Decimal

import pytest
from cemai.graph.repository import Repository
from cemai.ontology.text import LangText
from cemai.queries.answers.provisions import ProvisionTerms
from pyoxigraph import Store

from tests.running import Inside

EMPTY = Repository(Store())


def terms(**known: object) -> ProvisionTerms:
    """Terms with nothing stated but what is given."""
    empty: dict[str, object] = dict.fromkeys(
        ("rate", "rate_base", "amount", "cap", "floor", "threshold", "threshold_unit", "per", "condition")
    )
    return ProvisionTerms(**(empty | {"currency": "CNY"} | known))  # type: ignore[arg-type]


def test_a_formula_in_both_languages() -> None:
    one = terms(rate=Decimal(50), rate_base="建站费用", cap=Decimal(40000), floor=Decimal(5000), per="enterprise",
                threshold=Decimal(1000000), threshold_unit="CNY", condition="上年有出口")  # fmt: skip
    assert one.formula(EMPTY) == LangText(
        "建站费用的50%，上限4万元，起付5,000元，按每家企业计；门槛≥100万元；上年有出口",
        "50% of 建站费用, floor 5,000 yuan, cap 40,000 yuan, per enterprise; from 1,000,000 yuan; 上年有出口",
    )
    assert one.maximum(EMPTY) == (Decimal(40000), None)


def test_units_and_bases_are_called_as_the_vocabularies_call_them() -> None:
    said = terms(amount=Decimal(30), per="area", threshold=Decimal(20), threshold_unit="enterprise").formula(EMPTY)
    assert said == LangText(
        "定额30元，按每平方米计；门槛≥20家企业", "a fixed 30 yuan, per square metre; from 20 enterprise"
    )
    assert terms(cap=Decimal(7), per="none").formula(EMPTY) == LangText("上限7元", "cap 7 yuan")
    assert terms(cap=Decimal(7), per="own-basis", currency="XAU").formula(EMPTY).en == "cap 7 XAU, own-basis"


@pytest.mark.parametrize(
    ("known", "most"),
    [({"amount": Decimal(7)}, 7), ({"cap": Decimal(9), "amount": Decimal(7)}, 9), ({"rate": Decimal(30)}, None),
     ({}, None), ({"amount": Decimal(200), "per": "project", "most_projects": 2}, 400),
     ({"amount": Decimal(200), "per": "site", "most_projects": 2}, 400),
     ({"amount": Decimal(200), "per": "enterprise", "most_projects": 2}, 200),
     ({"amount": Decimal(200), "per": "site"}, 200)],
)  # fmt: skip
def test_the_maximum_for_one_applicant(known: dict[str, object], most: int | None) -> None:
    assert terms(**known).maximum(EMPTY)[0] == most


def test_rows_sorted_by_maximum_unknown_last(made: Inside) -> None:
    rows = made.rows("measures")
    assert [(r["measure"], r["maximum"]) for r in rows] == [
        ("measure/xingcheng-site", 2000000), ("measure/yungang-site", 40000), ("measure/yungang-talent", None),
    ]  # fmt: skip
    everything = made.rows("measures", "--with-unquantified")
    assert everything[:-1] == rows and everything[-1]["measure"] == "measure/yunxi-warehouse"


def test_place_policy_and_validity(made: Inside) -> None:
    (row,) = made.rows("measures", "--topic", "独立站", "--city", "星城")
    assert (row["place_zh"], row["policy"], row["valid_to"]) == ("星城市", "policy/xingcheng-fund", "2021-12-31")
    assert [r["measure"] for r in made.rows("measures", "--on", "2021-06-30")] == ["measure/xingcheng-site"]
    assert made.rows("measures", "--on", "2022-06-30") == []
    assert [r["place"] for r in made.rows("measures", "--city", "place/790000", "--topic", "talent")] == [
        "place/790100"
    ]
    assert made.rows("measures", "--beneficiary", "个人")[0]["beneficiary"] == "individual"


def test_the_head_says_what_is_not_known(made: Inside) -> None:
    assert made("measures").out.startswith("按公布内容列示，现行是否有效未知 · as published")
    done = made("measures", "--format", "csv")
    assert "as published" in done.err and "as published" not in done.out
    empty = made("measures", "--topic", "brand")
    assert empty.status == 0 and "not a no" in empty.err


def test_who_pays_most_for_independent_sites(inside: Inside) -> None:
    rows = inside.rows("measures", "--topic", "独立站")
    assert (rows[0]["place_zh"], rows[0]["maximum"], rows[0]["currency"]) == ("深圳市", 4000000, "CNY")
    known = [r["maximum"] for r in rows if r["maximum"] is not None]
    assert known == sorted(known, reverse=True)
    guangzhou = next(r for r in rows if r["place_zh"] == "广州市")
    assert "cap 40,000 yuan" in guangzhou["formula_en"] and "floor 5,000 yuan" in guangzhou["formula_en"]
    assert {r["measure"] for r in inside.rows("measures", "--on", "2021-06-30")} == {
        "measure/guangzhou-saas-site-support"
    }
