"""One normal form: names that a reader takes for the same have one key, whichever way they were typed or printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

import pytest
from cemai.graph.model.normal_form import TRADITIONAL_IN_GB2312, name_key, plain, simplified
from cemai.graph.model.sign_variants import SCRIPTS
from cemai.loaders.collection import SHIPPED, collect
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

ALIKE = {
    "width": ("1210", "１２１０", "12１0", "𝟏𝟐𝟏𝟎", "1 2 1 0"),
    "width of letters": ("Hangzhou", "ＨＡＮＧＺＨＯＵ", "hANGZHOU", "Ｈangzhou", "Hang zhou"),
    "accents": ("Lüliang", "Lu\u0308liang", "LU\u0308LIANG", "ＬÜＬＩＡＮＧ", "Lü\u200bliang"),
    "script": ("六体系两平台", "六體系兩平臺", "六體系兩平台", "“六体系”“两平台”", "六 體系 兩 平臺"),
    "Hong Kong and Taiwan": ("卫生着批复家具", "衞生著批覆傢俱", "衛生着批覆傢俱", "衞生着批复家具", "卫生著批覆家具"),
    "brackets": ("国函〔2022〕8号", "国函[2022]8号", "国函（2022）8号", "国函【2022】8号", "国函「2022」8号",
                 "國函［２０２２］８號", "国函﹝2022﹞8号", "国函 (2022) 8 号"),
    "middle dots": ("阿里·巴巴", "阿里・巴巴", "阿里•巴巴", "阿里‧巴巴", "阿里･巴巴", "阿里∙巴巴", "阿里⋅巴巴", "阿里巴巴"),
    "dashes": ("启航-成长", "启航—成长", "启航–成长", "启航‑成长", "启航－成长", "启航——成长", "启航−成长"),
    "apostrophes": ("Xi'an", "Xi’an", "Xiʼan", "Xi´an", "Xi`an", "Xi＇an", "Xian"),
    "quotes": ("“单一窗口”", "「单一窗口」", '"单一窗口"', "『單一窗口』", "单一窗口", "＂单一窗口＂"),
    "marks without width": ("杭州", "杭\u200b州", "\ufeff杭州", "杭\u2060州", "\u202b杭州\u202c", "杭州\u00ad", "杭州\ufe00"),
    "blanks": ("杭州", "杭 州", "杭\u3000州", "杭\u00a0州", "\t杭州\n", "杭\u2003州", "杭\u2800州"),
    "compatibility ideographs": ("金龙", "\uf90a龙", "金\uf9c4", "金龍", "\uf90a龍"),
    "radicals": ("长门马一金", "⻓⻔⻢一金", "⻑門馬⼀⾦", "長⾨⾺一⾦", "⻓门马⼀金"),
}  # fmt: skip
APART = [
    ("杭州", "杭洲"), ("1210", "1239"), ("Suzhou", "Sozhou"), ("国函〔2022〕8号", "国函〔2022〕18号"), ("A&B", "AB"),
    ("2021-2025", "20212025"), ("C++", "C"), ("Lüliang", "Luliang"), ("江苏", "江西"),
]  # fmt: skip


@pytest.mark.parametrize("names", ALIKE.values(), ids=ALIKE)
def test_one_key_however_it_is_written(names: tuple[str, ...]) -> None:
    assert len({name_key(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text(max_size=30))
def test_the_normal_form_is_its_own_normal_form(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name) == name_key(plain(name))
    assert plain(plain(name)) == plain(name)


@cache
def shipped_names() -> list[str]:
    return sorted({name for group in collect([SHIPPED]).things.values() for thing in group for name in thing.names})


@cache
def converter(form: str) -> OpenCC:
    return OpenCC(form)


def wide(name: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in name)


def bracketed(name: str) -> str:
    return name.translate(str.maketrans("〔〕（）()【】", "[]［］【】「」"))


def spaced(name: str) -> str:
    return "\u00a0".join(name)


def dotted(name: str) -> str:
    return "‧".join(name)


def decomposed(name: str) -> str:
    return unicodedata.normalize("NFD", name)


def marked(name: str) -> str:
    return "\u200f" + "\u200b".join(name) + "\ufeff"


VARIANTS: list[Callable[[str], str]] = [
    str.upper, str.title, wide, bracketed, spaced, dotted, decomposed, marked,
    *(converter(form).convert for form in ("s2t", "s2tw", "s2hk")),
]  # fmt: skip


@given(st.sampled_from(shipped_names()), st.lists(st.sampled_from(VARIANTS), min_size=1, max_size=4))
def test_every_variant_of_a_shipped_name_has_its_key(name: str, changes: list[Callable[[str], str]]) -> None:
    """Letters that a change of case takes apart for good (ß, İ) do not stand in the register."""
    changed = name
    for change in changes:
        changed = change(changed)
    assert name_key(changed) == name_key(name)


@pytest.mark.parametrize("form", ["s2t", "s2tw", "s2hk"])
def test_every_shipped_name_in_traditional_characters_has_its_key(form: str) -> None:
    names = shipped_names()
    written = converter(form).convert("\n".join(names)).split("\n")
    assert [pair for pair in zip(names, written, strict=True) if name_key(pair[0]) != name_key(pair[1])] == []


@given(st.sampled_from(shipped_names()), st.integers(0, 30), st.integers(1, 30))
def test_the_form_of_a_part_is_a_part_of_the_form(name: str, start: int, length: int) -> None:
    """What is looked for within a text is found there: no sign is folded by what stands beside it."""
    assert simplified(name[start : start + length]) in simplified(name)


def test_the_signs_that_gb_2312_does_not_vouch_for() -> None:
    """OpenCC is not loaded for a sign of GB 2312, so the traditional ones among them are listed: these and no others."""
    signs = [c for c in map(chr, range(0x3400, 0xA000)) if len(c.encode("gb2312", "ignore")) == 2]
    changed = {c for c in signs if converter("t2s").convert(c) != c}
    assert changed == TRADITIONAL_IN_GB2312


def test_the_table_of_scripts_holds_only_what_opencc_leaves() -> None:
    assert {sign for sign in SCRIPTS if converter("t2s").convert(sign) not in (sign, SCRIPTS[sign])} == set()


@pytest.mark.parametrize("name", ["", " ", "·", "（）", "\u200b", "“”"])
def test_a_name_of_marks_alone_has_no_key(name: str) -> None:
    assert name_key(name) == ""


def test_a_broken_character_is_no_crash() -> None:
    assert name_key("\udc80杭州") == "\udc80杭州"
