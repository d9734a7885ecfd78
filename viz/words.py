"""Kinds of things with their colours, and the tiers of evidence, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from cemai.ontology.labels import concepts
from cemai.ontology.text import LangText


@dataclass(frozen=True)
class Kind:
    """How things of a kind are called and drawn. Colours are Okabe and Ito's, told apart by colour-blind readers."""

    name: LangText
    colour: str
    shape: str = "dot"


KINDS = {
    "innovation": Kind(LangText("创新", "innovation"), "#D55E00", "star"),
    "act": Kind(LangText("文件", "act"), "#0072B2", "square"),
    "city": Kind(LangText("城市与地区", "city or area"), "#009E73"),
    "customs": Kind(LangText("关区", "customs district"), "#56B4E9", "triangle"),
    "group": Kind(LangText("范围", "group of places"), "#CC79A7", "diamond"),
    "zone": Kind(LangText("综试区", "pilot zone"), "#B79F00", "diamond"),
    "organisation": Kind(LangText("机构与企业", "organisation"), "#E69F00"),
    "programme": Kind(LangText("项目与平台", "programme"), "#8C5AA8", "square"),
    "measure": Kind(LangText("措施", "measure"), "#5C6166", "square"),
    "other": Kind(LangText("其他", "other"), "#7F7F7F"),
}


def tiers() -> dict[str, LangText]:
    """The tiers of evidence with their labels, the strongest first."""
    return concepts("evidence-tier")
