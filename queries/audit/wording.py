"""The words of a sentence in Chinese and English: a claim as its source prints it, names, numbers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.graph.rdf.writer import plain
from cemai.ontology.labels import label, short
from cemai.ontology.text import EMPTY, LangText

from .claim_fields import source_of
from .statement_index import StatementIndex

_SIGNS = {"percent": ("%", "%"), "percentage-point": ("个百分点", " points"), "times": ("倍", " times")}
_ALREADY_HEDGED = "余多近约超数几"


def topic(statements: StatementIndex, claim: Claim) -> LangText:
    """What a figure is about: subject, period, indicator and measure."""
    subject, indicator = statements.name(claim.subject), statements.name(claim.object)
    measure, when = _measure(claim.measure), claim.period or ""
    return LangText(
        f"{subject.zh}{f'（{when}）' if when else ''}{indicator.zh}{measure.zh}",
        f"{measure.en}{indicator.en} of {subject.en}{f' ({when})' if when else ''}",
    )


def _measure(measure: str | None) -> LangText:
    """What is measured of an indicator, before and behind it: 进出口额的增速, growth of trade; nothing for a level."""
    if measure in (None, "level"):
        return EMPTY
    name = label("measure", str(measure))
    return LangText(f"的{name.zh}", f"{name.en} {'by' if measure == 'rank' else 'of'} ")


def quote(claim: Claim) -> LangText:
    """A figure with its hedge as printed, and its source: 近2000亿元（casebook-2024）."""
    hedge = short("hedge", claim.hedge) if claim.hedge else EMPTY
    printed = "".join((claim.printed or plain(claim.value or Decimal(0))).split())
    zh = "" if any(mark in printed for mark in _ALREADY_HEDGED) else hedge.zh
    en = f"{hedge.en} " if hedge.en else ""
    return LangText(f"“{zh}{printed}”（{source_key(claim)}）", f"“{en}{printed}” ({source_key(claim)})")


def date_kind(kind: str | None) -> LangText:
    """A kind of date: 签发日 signed."""
    name = label("date-kind", kind) if kind else LangText("未说明", "unstated")
    return LangText(f"{name.zh}日", name.en)


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
