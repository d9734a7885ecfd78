"""The columns of diffusion as answers show them: order and overview as the codebook names them, curve, survival."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cemai.graph.diffusion.codebook import columns

from .columns import AnswerColumn, AnswerTable, Kind

_DATES = ("earliest", "latest", "start", "first", "last", "until", "nationwide", "day")
_WHOLE = ("adopt_year", "year_exact", "rank_min", "rank_max", "batch", "adopters", "dated", "at_risk", "certain",
          "possible", "certain_at_risk", "possible_at_risk", "events", "hidden_unverified")  # fmt: skip
_NUMBERS = ("share_certain", "share_possible", "survival", "low", "high")


def _kind(name: str) -> Kind:
    if name in _DATES or (name[0] == "t" and name[1:3].isdecimal()):
        return "date"
    if name in _NUMBERS:
        return "number"
    counted = name.endswith(("_peers", "_before", "_possible")) or (name.startswith("stage_") and name != "stage_basis")
    return "integer" if name in _WHOLE or counted else "text"


def _table(names: Iterable[str], headings: Mapping[str, str]) -> AnswerTable:
    return AnswerTable(tuple(AnswerColumn(name, _kind(name), headings.get(name)) for name in names), tuple(headings))


ORDER = _table(columns("adoptions.csv"), {
    "rank_min": "名次 rank ≥", "rank_max": "≤", "unit_zh": "单位 unit", "earliest": "最早 earliest",
    "latest": "最迟 latest", "date_kind": "日期种类 kind", "first_role": "角色 role", "stage": "中央阶段 stage",
    "province_before": "同省在先 province before", "batch_before": "同批在先 batch before", "tiers": "证据 tiers",
    "claim": "定日期的陈述 deciding claim",
})  # fmt: skip
POLICIES = _table(columns("policies.csv"), {
    "policy": "创新 policy", "name_zh": "名称 name", "unit_kind": "单位类别 kind of unit",
    "adopters": "采用者 adopters", "dated": "有日期 dated", "first": "最早 first", "last": "最迟 last",
    "t50_certain": "半数 50 % by", "risk": "风险集 risk set",
})  # fmt: skip
_CURVE = ("day", "certain", "possible", "at_risk", "certain_at_risk", "possible_at_risk", "share_certain",
          "share_possible")  # fmt: skip
CURVE = _table(_CURVE, {
    "day": "日期 day", "certain": "确定 certain", "possible": "可能 possible", "at_risk": "风险集 at risk",
    "share_certain": "确定 % certain", "share_possible": "可能 % possible",
})  # fmt: skip
_SURVIVAL = (
    AnswerColumn("bound", heading="日期取 bound"), AnswerColumn("day", "integer", "天数 days"),
    AnswerColumn("at_risk", "integer", "风险集 at risk"), AnswerColumn("events", "integer", "采用 adopted"),
    AnswerColumn("survival", "number", "未采用比例 share without"), AnswerColumn("low", "number", "95% 下 low"),
    AnswerColumn("high", "number", "95% 上 high"),
)  # fmt: skip
SURVIVAL = AnswerTable(_SURVIVAL, tuple(column.key for column in _SURVIVAL))
