"""Which words of a text are figures, dates, titles and document numbers, and which numbers are none of these."""

from __future__ import annotations

import pytest
from cemai.graph.model.locators import Document
from cemai.loaders.evidence.tokens import Scanner
from hypothesis import given
from hypothesis import strategies as st

CODES = frozenset({"1210", "9610"})


def found(raw: str) -> list[tuple[str, str]]:
    """Kind and words of every token of a text."""
    return [(t.kind, t.words) for t in Scanner(Document("source/x", raw, ""), CODES).scan()]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("进出口 1.25 万亿元", ["1.25万亿"]),
        ("达 39,378.97\n亿元", ["39,378.97亿"]),
        ("增长 -1.3%，占5.9％", ["1.3%", "5.9％"]),
        ("提高 0.2 个百分点", ["0.2个百分点"]),
        ("只占其 1/200", ["1/200"]),
        ("拥有 400 多家", ["400多"]),
        ("增长3.3倍，出口翻番，占三分之一", ["3.3倍", "翻番", "三分之一"]),
        ("约四成，近百项，百余家，数万家，近百万在校生", ["四成", "近百", "百余", "数万", "近百万"]),
        ("突破万亿元，扶持万家厂商", ["万亿", "万"]),
        ("居全省首位，位居全国第三。跻身前十，", ["首位", "全国第三", "前十"]),
        ("江苏 39111.70 2.8", ["39111.70", "2.8"]),
        ("35\n\n0\n\n5000\n\n10000", ["35", "0", "5000", "10000"]),
        ("对\n105 个综试区", ["105"]),
        ("GDP38万亿", ["38万亿"]),
    ],
)
def test_figures(raw: str, words: list[str]) -> None:
    assert found(raw) == [("figure", w) for w in words]


@pytest.mark.parametrize(
    "words",
    [
        "2015年3月7日", "2024年上半年", "2024年前三季度", "2023年底", "2024年全年", "2021全年", "今年一季度", "去年",
        "2017年以来", "2023年1-10月份", "2022年1－5月", "2020年至2023年", "2021-2022", "2021.9.28", "8月16日", "上半年",
        "第一季度", "同年7月", "20世纪90年代", "二〇二二年",
    ],
)  # fmt: skip
def test_dates(words: str) -> None:
    assert found(f"在{words}，我市") == [("date", words)]


def test_bare_years_are_dates_but_counts_are_not() -> None:
    assert found("2016、2018、2022年获批，2000家，2000亿元") == [
        ("date", "2016"), ("date", "2018"), ("date", "2022年"), ("figure", "2000"), ("figure", "2000亿"),
    ]  # fmt: skip


def test_a_title_is_one_token_with_its_numbers_and_inner_title() -> None:
    title = "《甲市关于印发《乙办法》的通知（2021年）》"
    assert found(f"印发{title}。") == [("title", title)]


@pytest.mark.parametrize(
    ("raw", "core"),
    [
        ("据国办发〔2021〕24 号", "〔2021〕24号"),
        ("深商务规〔\n2021〕3 号", "〔2021〕3号"),
        ("海关总署公告2020年第75号", "公告2020年第75号"),
        ("称为“9 号文件”", "9号文件"),
    ],
)
def test_document_numbers(raw: str, core: str) -> None:
    document = Document("source/x", raw, "")
    (token,) = Scanner(document).scan()
    assert (token.kind, document.squeezed[slice(*token.core)]) == ("number", core)


@pytest.mark.parametrize(
    "raw",
    [
        "一、总论\n（一）现状\n第一，人才。",
        "1. 先行\n2. 后发\n",
        "。2. 先行。3. 后发",
        "1 甲省\n2 乙省\n3 丙省",
        "图 1 走势\n表 2 名录\n案例 3 经验",
        "总论\t11\n现状.....4",
        "B2B、3C、5G、K100、95后、2.0时代",
        "采用1210模式和 9610 模式",
        "见 https://example.org/a/18677.html",
        "¹ 注释",
        "完成、一体化、百货、十分、万物、一成不变",
        "1　引自协会。\n如前所述1。",
    ],
)
def test_what_is_no_figure(raw: str) -> None:
    assert found(raw) == []


def test_a_code_that_counts_something_is_a_figure() -> None:
    assert found("共1210家") == [("figure", "1210")]


@given(st.text(alphabet="0123456789.,-% \n　年月日万亿《》〔〕号第一二十成倍甲A（）", max_size=80))
def test_tokens_stand_in_order_inside_the_text_and_never_fail(raw: str) -> None:
    document = Document("source/x", raw, "")
    end = 0
    for token in Scanner(document, CODES).scan():
        assert end <= token.start < token.end <= len(document.squeezed)
        assert token.start <= token.core[0] < token.core[1] <= token.end
        assert document.squeezed[token.start : token.end] == "".join(token.words.split())
        end = token.end


@pytest.mark.parametrize("piece", ["一", "9", "《", "a", "〔2021〕", "万", "9\n"])
def test_a_long_run_is_read_in_reasonable_time(piece: str) -> None:
    assert len(found(piece * 20_000)) <= 20_000
