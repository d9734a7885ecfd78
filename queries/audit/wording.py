"""The words of a sentence in Chinese and English: a claim as its source prints it, names, numbers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.graph.rdf.writer import plain
from cemai.ontology.text import LangText

from .claim_fields import source_of
from .statement_index import StatementIndex

_HEDGES = {
    "over": ("超", "over "),
    "at-least": ("至少", "at least "),
    "under": ("不到", "under "),
    "at-most": ("至多", "at most "),
    "nearly": ("近", "nearly "),
    "about": ("约", "about "),
}
_MEASURES = {
    "growth": ("的增速", "growth of "),
    "share": ("的占比", "share of "),
    "rank": ("的名次", "rank by "),
    "multiple": ("的倍数", "multiple of "),
    "level": ("", ""),
}
_SIGNS = {"percent": ("%", "%"), "percentage-point": ("个百分点", " points"), "times": ("倍", " times")}
_DATE_KINDS = {
    "decided": LangText("决定日", "decided"),
    "signed": LangText("签发日", "signed"),
    "published": LangText("公布日", "published"),
    "posted": LangText("上网日", "posted"),
    "effective": LangText("施行日", "effective"),
    "started": LangText("启动日", "started"),
    "ended": LangText("终止日", "ended"),
    "reported": LangText("报道日", "reported"),
    "": LangText("未说明日", "unstated"),
}


def topic(statements: StatementIndex, claim: Claim) -> LangText:
    """What a figure is about: subject, period, indicator and measure."""
    subject, indicator = statements.name(claim.subject), statements.name(claim.object)
    measure = _MEASURES.get(claim.measure or "", ("", ""))
    when = claim.period or ""
    return LangText(
        f"{subject.zh}{f'（{when}）' if when else ''}{indicator.zh}{measure[0]}",
        f"{measure[1]}{indicator.en} of {subject.en}{f' ({when})' if when else ''}",
    )


def quote(claim: Claim) -> LangText:
    """A figure with its hedge as printed, and its source: 近2000亿元（casebook-2024）."""
    zh, en = _HEDGES.get(claim.hedge or "", ("", ""))
    printed = "".join((claim.printed or plain(claim.value or Decimal(0))).split())
    zh = "" if any(mark in printed for mark in "余多近约超数几") else zh
    return LangText(f"“{zh}{printed}”（{source_key(claim)}）", f"“{en}{printed}” ({source_key(claim)})")


def date_kind(kind: str | None) -> LangText:
    """A kind of date: 签发日 signed."""
    return _DATE_KINDS.get(kind or "", LangText(f"{kind}日", kind or ""))


def source_key(claim: Claim) -> str:
    """The short name of the source of a claim: casebook-2024."""
    return short_key(source_of(claim))


def short_key(identifier: str) -> str:
    """An identifier without its kind."""
    return identifier.rpartition("/")[2]


def source_keys(claims: Iterable[Claim]) -> LangText:
    """The sources of several claims, each once."""
    return joined(LangText(key, key) for key in dict.fromkeys(source_key(c) for c in claims))


def joined(texts: Iterable[LangText]) -> LangText:
    """Several texts in one line: 甲、乙; A, B."""
    every = list(texts)
    return LangText("、".join(t.zh for t in every), ", ".join(t.en for t in every))


def enumeration(statements: StatementIndex, claims: Iterable[Claim], *, periods: bool = True) -> LangText:
    """Several figures, each with its indicator: 出口额“9142.5亿元”（…）、进口额…"""
    texts = []
    for claim in claims:
        indicator, printed = statements.name(claim.object), quote(claim)
        when = f"{claim.period} " if periods and claim.period else ""
        texts.append(LangText(f"{when}{indicator.zh}{printed.zh}", f"{when}{indicator.en} {printed.en}"))
    return joined(texts)


def share_of_whole(statements: StatementIndex, claim: Claim) -> LangText:
    """A share with its part and its whole: 2022跨境电商出口占出口额“5%”（…）."""
    part, whole, printed = statements.name(claim.object), statements.name(claim.share_of), quote(claim)
    return LangText(
        f"{claim.period}{part.zh}占{whole.zh}{printed.zh}",
        f"{printed.en} for {part.en} in {whole.en} of {claim.period}",
    )


def number(value: Decimal, places: int = 2) -> str:
    """A computed number with few places, without zeros at the end."""
    if not value.is_finite():
        return "∞"
    return plain(round(value, places))


def money(value: Decimal, unit: str | None) -> LangText:
    """A computed figure as a reader would write it: 5700亿元, 44.5%."""
    if unit in ("CNY", "USD"):
        zh = f"{number(value / 10**8)}亿{'元' if unit == 'CNY' else '美元'}"
        return LangText(zh, f"{unit} {number(value / 10**9, 3)} bn")
    sign = _SIGNS.get(unit or "", ("", ""))
    return LangText(f"{number(value)}{sign[0]}", f"{number(value)}{sign[1]}")
