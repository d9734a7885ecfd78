"""The columns of diffusion as answers show them: order and overview as the codebook has them, curve, survival."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from cemai.graph.diffusion.codebook import kinds

from .columns import AnswerColumn, AnswerTable, Kind


def _table(file: str, headings: Mapping[str, str]) -> AnswerTable:
    """The columns of a file of the study; those with a heading are shown."""
    columns = (AnswerColumn(name, cast(Kind, kind), headings.get(name)) for name, kind in kinds(file).items())
    return AnswerTable(tuple(columns), tuple(headings))


ORDER = _table("adoptions.csv", {
    "rank_min": "名次 rank ≥", "rank_max": "≤", "unit_zh": "单位 unit", "earliest": "最早 earliest",
    "latest": "最迟 latest", "date_kind": "日期种类 kind", "first_role": "角色 role", "stage": "中央阶段 stage",
    "province_before": "同省在先 province before", "batch_before": "同批在先 batch before", "tiers": "证据 tiers",
    "claim": "定日期的陈述 deciding claim",
})  # fmt: skip
POLICIES = _table("policies.csv", {
    "policy": "创新 policy", "name_zh": "名称 name", "unit_kind": "单位类别 kind of unit",
    "adopters": "采用者 adopters", "dated": "有日期 dated", "first": "最早 first", "last": "最迟 last",
    "t50_certain": "半数 50 % by", "risk": "风险集 risk set",
})  # fmt: skip
CURVE = AnswerTable(
    (
        AnswerColumn("day", "date", "日期 day"), AnswerColumn("certain", "integer", "确定 certain"),
        AnswerColumn("possible", "integer", "可能 possible"), AnswerColumn("at_risk", "integer", "风险集 at risk"),
        AnswerColumn("certain_at_risk", "integer"), AnswerColumn("possible_at_risk", "integer"),
        AnswerColumn("share_certain", "number", "确定 % certain"),
        AnswerColumn("share_possible", "number", "可能 % possible"),
    ),
    ("day", "certain", "possible", "at_risk", "share_certain", "share_possible"),
)  # fmt: skip
_SURVIVAL = (
    AnswerColumn("bound", heading="日期取 bound"), AnswerColumn("day", "integer", "天数 days"),
    AnswerColumn("at_risk", "integer", "风险集 at risk"), AnswerColumn("events", "integer", "采用 adopted"),
    AnswerColumn("survival", "number", "未采用比例 share without"), AnswerColumn("low", "number", "95% 下 low"),
    AnswerColumn("high", "number", "95% 上 high"),
)  # fmt: skip
SURVIVAL = AnswerTable(_SURVIVAL, tuple(column.key for column in _SURVIVAL))
