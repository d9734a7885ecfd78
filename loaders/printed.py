"""A row against what its source prints: number, unit, sign, hedge, date. What contradicts itself is refused.

The printed form is a copy of the source's words, so whatever can be read from it must agree with the fields beside
it; what cannot be read is not judged. A figure without any scale or unit may take them from its column's header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from cemai.graph.model import dates
from cemai.graph.model.numbers import is_printed_as, printed_numbers

# Scales of a table's header, by which its bare figures are multiplied.
_HEADER_SCALES = tuple(Decimal(10) ** n for n in range(1, 13))
_BARE = re.compile(r"[-－−+]?[\d,，.．]+")
_UNSCALED = frozenset({"percent", "percentage-point", "times", "rank-position"})
_NUMERAL = "0-9０-９零一二两三四五六七八九十百千万亿"
# What is printed and the units that it can stand for.
_UNITS = tuple(
    (re.compile(pattern), frozenset(units.split()))
    for pattern, units in (
        (r"美元|美金|US\$|USD|(?<![A-Z])\$", "USD"),
        (rf"(?<=[{_NUMERAL}余多几])元|人民币|¥|￥|RMB|CNY", "CNY"),
        (r"欧元|日元|英镑|港元|港币|澳元|韩元|卢布|€|£", "another-currency"),
        (rf"[%％‰]|[百千万]分之|(?<=[{_NUMERAL}])成", "percent percentage-point"),
        (r"百分点", "percentage-point"),
        (r"平方米|㎡", "sqm"),
        (r"公里|千米", "kilometre"),
        (r"万?吨", "tonne"),
        (r"标准?箱|TEU", "teu"),
        (r"小时", "hour"),
    )
)
# Longer words first: 不超过 is no 超过. A sign after a figure (多, 余) needs one before it.
_HEDGES = tuple(
    (re.compile(pattern), frozenset(hedges.split()))
    for pattern, hedges in (
        (r"不超过|不高于|不多于|至多|最多|最高|以内", "at-most"),
        (r"不低于|不少于|不小于|至少|以上", "at-least over"),
        (r"以下", "at-most under"),
        (r"不到|不足|未满|低于|少于", "under nearly"),
        (rf"超过|突破|逾|超(?=[{_NUMERAL}])|(?<=[{_NUMERAL}])[多余]", "over at-least"),
        (r"上(?=[百千万亿])", "at-least over"),
        (r"几(?=[十百千万亿])|数(?=[十百千万亿])|(?<=十)几", "over at-least about"),
        (rf"接近|将近|近(?=[{_NUMERAL}])", "nearly under"),
        (rf"大约|大概|左右|上下|约(?=[{_NUMERAL}])", "about"),
    )
)
_MINUS = re.compile(r"[-－−]\s*\d")
_FALL = re.compile(r"下降|减少|降低|下滑|回落|下跌|缩减|负增长|[跌降减]")
_RISE = re.compile(r"增长|上升|提升|增加|提高|上涨|[增升涨]")
_TURN = re.compile(r"收窄|扩大|由|转")
_SIGNED = frozenset({"growth", "change"})
_AMOUNTS = ("rate_pct", "amount", "cap", "floor", "threshold")
_AGREE = "correct the one that is wrong 请改正其中有误者"


class Contradiction(NamedTuple):
    """A column whose value another one contradicts."""

    column: str
    value: object
    problem: str
    fix: str = _AGREE


def contradictions(kind: str, row: Mapping[str, Any]) -> Iterator[Contradiction]:
    """Where a row's fields and its printed forms disagree; `row` has the columns that are filled."""
    printed = row.get("printed")
    if printed and kind == "Observation":
        yield from _figure(row, printed)
    if printed and kind == "Provision":
        yield from _provision(row, printed)
    yield from _dates(row)


def _figure(row: Mapping[str, Any], printed: str) -> Iterator[Contradiction]:
    value, unit, measure = row["value"], row["unit"], row["measure"]
    if not _reads(printed, value, unit, measure):
        read = "、".join(dict.fromkeys(f"{n.normalize():f}" for n in printed_numbers(printed)))
        problem = f"printed as {printed!r}, which reads {read} 与原文写法不符"
        yield Contradiction("value", value, problem, f"write the value in full, in {unit} 请写出完整数值")
    allowed = _named(_UNITS, printed)
    if "倍" in printed and measure in ("multiple", "growth"):
        allowed = frozenset()
    if allowed and unit not in allowed:
        yield Contradiction("unit", unit, f"printed as {printed!r} 单位与原文写法不符")
    if sign := _wrong_sign(printed, value, measure):
        yield Contradiction("value", value, f"printed as {printed!r}, {sign}")
    hedges, hedge = _named(_HEDGES, printed), row.get("hedge")
    if hedges and hedge not in hedges:
        fix = f"fitting 可用: {', '.join(sorted(hedges))}"
        yield Contradiction("hedge", hedge, f"printed as {printed!r} 限定语与原文写法不符", fix)


def _reads(printed: str, value: Decimal, unit: str, measure: str) -> bool:
    """Whether the printed form can be read as the value; a form that holds no number is not judged."""
    if not printed_numbers(printed) or is_printed_as(printed, value):
        return True
    if _BARE.fullmatch(printed.strip()) and unit not in _UNSCALED:
        return any(abs(value) == abs(number) * scale for number in printed_numbers(printed) for scale in _HEADER_SCALES)
    if measure == "growth" and re.search("倍|番", printed):  # 增长两倍 is 200 percent, 翻两番 300
        grown = {100 * n - (100 if "番" in printed else 0) for n in map(abs, printed_numbers(printed))}
        return value in grown or ("翻" in printed and value == 100)
    return False


def _wrong_sign(printed: str, value: Decimal, measure: str) -> str:
    if _MINUS.match(printed.strip()) and value > 0:
        return "which is negative 原文为负"
    if measure in _SIGNED and not _TURN.search(printed):
        falls, rises = bool(_FALL.search(printed)), bool(_RISE.search(printed))
        if value > 0 and falls and (not rises or "负增长" in printed):
            return "which is a fall: its sign is minus 原文为下降，应为负"
        if value < 0 and rises and not falls:
            return "which is a rise: it has no minus 原文为上升，不应为负"
    return ""


def _provision(row: Mapping[str, Any], printed: str) -> Iterator[Contradiction]:
    """Of a provision one figure at least is what is printed; its currency is the printed one."""
    amounts = {name: value for name in _AMOUNTS if (value := row.get(name)) is not None}
    if amounts and printed_numbers(printed) and not any(_reads(printed, v, "", "") for v in amounts.values()):
        name, value = next(iter(amounts.items()))
        yield Contradiction(name, value, f"printed as {printed!r}, which is none of the row's figures 与原文写法不符")
    currency = row.get("currency")
    money = _named(_UNITS, printed) & {"CNY", "USD", "another-currency"}
    if money and currency and currency not in money:
        yield Contradiction("currency", currency, f"printed as {printed!r} 币种与原文写法不符")


def _dates(row: Mapping[str, Any]) -> Iterator[Contradiction]:
    """A printed date is the row's, a printed period holds the row's."""
    for column in ("date", "period"):
        printed, text = row.get(f"{column}_printed"), row.get(column)
        if not printed or not text:
            continue
        span = dates.parse(text)
        try:
            read = dates.parse_printed(printed)
        except ValueError:
            problem = "is no date that exists 日期不存在"
            yield Contradiction(f"{column}_printed", printed, problem, "copy it from the source 请照原文抄写")
            continue
        if read and not (read.begin <= span.begin and span.end <= read.end):
            yield Contradiction(column, text, f"printed as {printed!r} 与原文写法不符", f"write {read.normal()} 请改正")


def _named(words: tuple[tuple[re.Pattern[str], frozenset[str]], ...], printed: str) -> frozenset[str]:
    """What the printed words allow; a word within one that was read already is not read again."""
    allowed, rest = frozenset[str](), printed
    for pattern, meant in words:
        if pattern.search(rest):
            allowed |= meant
            rest = pattern.sub("□", rest)
    return allowed
