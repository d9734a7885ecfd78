"""Numbers as Chinese documents print them read as the numbers that they are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from cemai.graph.model.numbers import is_printed_as, printed_numbers
from hypothesis import given
from hypothesis import strategies as st

SCALES = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8, "百万": 10**6, "千万": 10**7, "万亿": 10**12}
figures = st.decimals(min_value=0, max_value=10**7, places=2, allow_nan=False, allow_infinity=False)


def chinese(number: int) -> str:
    """A whole number below 10^16 as a clerk writes it: 一亿零五万, 一万五千, 十二."""
    if number >= 10**8:
        return _joined(number, 10**8, "亿")
    if number >= 10**4:
        return _joined(number, 10**4, "万")
    for scale, word in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            return _joined(number, scale, word)
    return "零一二三四五六七八九"[number]


def _joined(number: int, scale: int, word: str) -> str:
    head, rest = divmod(number, scale)
    gap = "零" if rest and rest < scale // 10 else ""
    return chinese(head) + word + (gap + chinese(rest) if rest else "")


@given(figures, st.sampled_from(sorted(SCALES)), st.sampled_from(["", "元", "美元", "%", "家"]))
def test_a_figure_with_its_scale(figure: Decimal, scale: str, unit: str) -> None:
    printed = f"{figure}{scale}{unit}"
    assert printed_numbers(printed) == [figure * SCALES[scale]]
    assert is_printed_as(printed, figure * SCALES[scale])


@given(st.integers(0, 10**12), st.sampled_from([",", "，"]))
def test_thousands_marks(number: int, mark: str) -> None:
    assert printed_numbers(f"{number:,}".replace(",", mark)) == [Decimal(number)]


@given(figures)
def test_a_fall_is_a_negative_growth(figure: Decimal) -> None:
    assert is_printed_as(f"下降{figure}%", -figure)
    assert not is_printed_as(f"下降{figure}%", figure + 1)


@given(st.integers(1, 10**12))
def test_whole_numbers_in_characters(number: int) -> None:
    assert chinese(number) and printed_numbers(chinese(number)) == [Decimal(number)], chinese(number)


@pytest.mark.parametrize(
    ("printed", "value"),
    [("1.25万亿元", "1250000000000"), ("5300 亿元", "530000000000"), ("39,378.97", "39378.97"), ("四成", "40"),
     ("一半", "50"), ("十二个", "12"), ("300余家", "300"), ("-5.2%", "-5.2"), ("两千家", "2000"),
     ("一亿两千万", "120000000"), ("1亿2000万元", "120000000")],
)  # fmt: skip
def test_printed_forms_of_the_sources(printed: str, value: str) -> None:
    assert is_printed_as(printed, Decimal(value)), printed_numbers(printed)


@given(st.text(max_size=20))
def test_any_text_gives_a_list(printed: str) -> None:
    assert all(n.is_finite() for n in printed_numbers(printed))
