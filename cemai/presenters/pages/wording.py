"""Words and days of a claim as pages show them."""

from __future__ import annotations

from cemai.graph.model.statement import Claim
from cemai.viz.facts import Text


def pair(mixed: str) -> Text:
    """``试点 piloted`` as a text in two languages."""
    zh, _, en = mixed.partition(" ")
    return Text(zh, en)


def figure_words(claim: Claim, indicator: Text, caliber: Text) -> Text:
    """``跨境电商进出口额：超2600亿元 [海关口径]``."""
    stated = claim.printed or str(claim.value)
    hedge = f"{claim.hedge} " if claim.hedge else ""
    extra = [t for t in (caliber if claim.caliber != "unspecified" else None,) if t]
    modality = f" ({claim.modality})" if claim.modality and claim.modality != "actual" else ""
    zh = f"{indicator.zh}：{stated}{modality}" + "".join(f" [{t.zh}]" for t in extra)
    en = f"{indicator.en or indicator.zh}: {hedge}{stated}{modality}" + "".join(f" [{t.en or t.zh}]" for t in extra)
    return Text(zh, en)


def span(claim: Claim) -> tuple[str, str]:
    """First and last day: of the date, else of the period, else of the year of an evaluation."""
    if claim.date_begin or claim.period_begin:
        return day(claim.date_begin or claim.period_begin), day(claim.date_end or claim.period_end)
    return (f"{claim.year}-01-01", f"{claim.year}-12-31") if claim.year else ("", "")


def day(value: object) -> str:
    """A day as text, ``""`` for none."""
    return str(value) if value else ""
