"""The words of a sentence in Chinese and English: a claim as its source prints it, names, numbers."""

from __future__ import annotations

from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.graph.rdf.writer import plain

from .statement_index import Facts, source

Pair = tuple[str, str]

_HEDGES = {
    "over": ("超", "over "), "at-least": ("至少", "at least "), "under": ("不到", "under "),
    "at-most": ("至多", "at most "), "nearly": ("近", "nearly "), "about": ("约", "about "),
}  # fmt: skip
_MEASURES = {
    "growth": ("的增速", "growth of "), "share": ("的占比", "share of "), "rank": ("的名次", "rank by "),
    "multiple": ("的倍数", "multiple of "), "level": ("", ""),
}  # fmt: skip
_SIGNS = {"percent": ("%", "%"), "percentage-point": ("个百分点", " points"), "times": ("倍", " times")}
KINDS = {
    "decided": ("决定", "decided"), "signed": ("签发", "signed"), "published": ("公布", "published"),
    "posted": ("上网", "posted"), "effective": ("施行", "effective"), "started": ("启动", "started"),
    "ended": ("终止", "ended"), "reported": ("报道", "reported"), "": ("未说明", "unstated"),
}  # fmt: skip


def name(facts: Facts, thing: str | None) -> Pair:
    """A thing in Chinese and in English (in Chinese where no English name is known)."""
    zh = facts.zh.get(thing or "", thing or "?")
    return zh, facts.en.get(thing or "", zh)


def topic(facts: Facts, claim: Claim) -> Pair:
    """What a figure is about: subject, period, indicator and measure."""
    subject, indicator = name(facts, claim.subject), name(facts, claim.object)
    measure = _MEASURES.get(claim.measure or "", ("", ""))
    when = claim.period or ""
    return (
        f"{subject[0]}{f'（{when}）' if when else ''}{indicator[0]}{measure[0]}",
        f"{measure[1]}{indicator[1]} of {subject[1]}{f' ({when})' if when else ''}",
    )


def said(claim: Claim) -> Pair:
    """A figure with its hedge as printed, and its source: 近2000亿元（casebook-2024）."""
    zh, en = _HEDGES.get(claim.hedge or "", ("", ""))
    printed = "".join((claim.printed or plain(claim.value or Decimal(0))).split())
    zh = "" if any(mark in printed for mark in "余多近约超数几") else zh
    where = source(claim).rpartition("/")[2]
    return f"“{zh}{printed}”（{where}）", f"“{en}{printed}” ({where})"


def listed(facts: Facts, claims: list[Claim], period: bool = True) -> Pair:
    """Several figures, each with its indicator: 出口额“9142.5亿元”（…）、进口额…"""
    zh, en = [], []
    for claim in claims:
        indicator, printed = name(facts, claim.object), said(claim)
        when = f"{claim.period} " if period and claim.period else ""
        zh.append(f"{when}{indicator[0]}{printed[0]}")
        en.append(f"{when}{indicator[1]} {printed[1]}")
    return "、".join(zh), ", ".join(en)


def number(value: Decimal, places: int = 2) -> str:
    """A computed number with few places, without zeros at the end."""
    if not value.is_finite():
        return "∞"
    return plain(round(value, places))


def money(value: Decimal, unit: str | None) -> Pair:
    """A computed figure as a reader would write it: 5700亿元, 44.5%."""
    if unit in ("CNY", "USD"):
        zh = f"{number(value / 10**8)}亿{'元' if unit == 'CNY' else '美元'}"
        return zh, f"{unit} {number(value / 10**9, 3)} bn"
    zh, en = _SIGNS.get(unit or "", ("", ""))
    return f"{number(value)}{zh}", f"{number(value)}{en}"
