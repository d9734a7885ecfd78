"""Kinds of things with their colours, and the tiers of evidence, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from .facts import Text


@dataclass(frozen=True)
class Kind:
    """How things of a kind are called and drawn. Colours are Okabe and Ito's, told apart by colour-blind readers."""

    name: Text
    colour: str
    shape: str = "dot"


KINDS = {
    "innovation": Kind(Text("创新", "innovation"), "#D55E00", "star"),
    "act": Kind(Text("文件", "act"), "#0072B2", "square"),
    "city": Kind(Text("城市与地区", "city or area"), "#009E73"),
    "customs": Kind(Text("关区", "customs district"), "#56B4E9", "triangle"),
    "group": Kind(Text("范围", "group of places"), "#CC79A7", "diamond"),
    "zone": Kind(Text("综试区", "pilot zone"), "#B79F00", "diamond"),
    "organisation": Kind(Text("机构与企业", "organisation"), "#E69F00"),
    "programme": Kind(Text("项目与平台", "programme"), "#8C5AA8", "square"),
    "measure": Kind(Text("措施", "measure"), "#5C6166", "square"),
    "other": Kind(Text("其他", "other"), "#7F7F7F"),
}
TIERS = {
    "passage": Text("核对原文", "passage verified"),
    "act": Text("引用文件", "act cited"),
    "unverified": Text("未核实", "unverified"),
}
