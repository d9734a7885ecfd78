"""Words and days of a claim as pages show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from cemai.graph.model.statement import Claim
from cemai.graph.repository import Repository
from cemai.ontology.labels import ordered
from cemai.ontology.text import LangText


def figure_words(claim: Claim, indicator: LangText, concept: Callable[[str, str | None], LangText]) -> LangText:
    """``跨境电商进出口额：超2600亿元 [海关统计口径]``; the hedge stands in the printed form, in Chinese.

    `concept` gives the label of a concept by its scheme and key.
    """
    stated, hedge = claim.printed or str(claim.value), concept("hedge", claim.hedge)
    modality = concept("modality", claim.modality if claim.modality != "actual" else None)
    caliber = concept("caliber", claim.caliber if claim.caliber != "unspecified" else None)

    def rest(language: str) -> str:
        more = [f"({text})" for text in (modality.in_(language),) if text]
        more += [f"[{text}]" for text in (caliber.in_(language),) if text]
        return " ".join([stated, *more])

    en = " ".join(filter(None, (hedge.in_("en"), rest("en"))))
    return LangText(f"{indicator.in_('zh')}：{rest('zh')}", f"{indicator.in_('en')}: {en}")


def tiers_counted(kg: Repository, counts: Counter[str]) -> LangText:
    """``核对原文 3，引用文件 1`` in the order of the vocabulary, tiers that are not in it last."""
    shown = [(kg.concept("evidence-tier", tier), counts[tier]) for tier in ordered("evidence-tier", counts)]
    return LangText(
        "，".join(f"{t.in_('zh')} {n}" for t, n in shown), ", ".join(f"{t.in_('en')} {n}" for t, n in shown)
    )


def span(claim: Claim) -> tuple[str, str]:
    """First and last day: of the date, else of the period, else of the year of an evaluation."""
    if claim.date_begin or claim.period_begin:
        return day(claim.date_begin or claim.period_begin), day(claim.date_end or claim.period_end)
    return (f"{claim.year}-01-01", f"{claim.year}-12-31") if claim.year else ("", "")


def day(value: object) -> str:
    """A day as text, ``""`` for none."""
    return str(value) if value else ""
