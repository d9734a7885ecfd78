"""What a person sees of the rows of an answer: which columns under which heads, and words in the place of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cemai.graph.repository import Repository
from cemai.ontology.labels import TERMS
from cemai.ontology.schema import load
from cemai.queries.runner import Cell

Record = Mapping[str, Cell]
_SHOWN = 4  # passages in a cell


@dataclass(frozen=True)
class Look:
    """`heads` picks, orders and names the columns that are shown; `words` makes a row of a graph readable.

    A notebook shows the first `most` rows.
    """

    heads: Mapping[str, str] = field(default_factory=dict)
    words: Callable[[Repository, Record], Record] = lambda _, row: row
    most: int = 20


def _label(kg: Repository, scheme: str, key: Cell) -> str:
    return kg.concept(scheme, str(key)).both() if key else ""


def _step(kg: Repository, row: Record) -> Record:
    # A role in the innovation that is traced need not name it again.
    plain = row["role"] in load().leaves("hasRoleIn")
    what = "" if plain else f" · {row['object_zh'] or row['object'] or ''}"
    basis = f"（{_label(kg, 'basis', row['basis'])}）" if row["basis"] not in (None, "stated") else ""
    return {
        **row, "role": _label(kg, TERMS, row["role"]) + what, "kind": _label(kg, "date-kind", row["kind"]) + basis,
        "tier": _label(kg, "evidence-tier", row["tier"]),
    }  # fmt: skip


def _round(kg: Repository, row: Record) -> Record:
    return {**row, "kind": _label(kg, "date-kind", row["kind"]), "role": _label(kg, TERMS, row["role"])}


def _support(kg: Repository, row: Record) -> Record:
    most = "未知 unknown" if row["maximum"] is None else f"{row['maximum']:,} {row['currency']}"
    dates = f"{row['valid_from'] or ''}–{row['valid_to'] or ''}" if row["valid_from"] or row["valid_to"] else ""
    return {
        **row, "formula": f"{row['formula_zh']}\n{row['formula_en']}", "valid": dates,
        "maximum": "\n".join(str(part) for part in (most, row["maximum_note"]) if part),
        "tier": _label(kg, "evidence-tier", row["tier"]),
    }  # fmt: skip


def _hop(_: Repository, row: Record) -> Record:
    return {**row, "predicate": f"—{row['predicate']}→" if row["forward"] else f"←{row['predicate']}—"}


def _finding(_: Repository, row: Record) -> Record:
    passages = str(row["passages"]).split(", ")
    more = f" … +{len(passages) - _SHOWN}" if len(passages) > _SHOWN else ""
    relative = f"\n{row['relative']}%" if row["relative"] is not None else ""
    gap = f"{row['gap']} {row['gap_unit']}{relative}" if row["gap"] else None
    return {
        **row, "disagreement": "是 yes" if row["disagreement"] else "否 no", "sentence": f"{row['zh']}\n{row['en']}",
        "gap": gap, "passages": "\n".join(passages[:_SHOWN]) + more,
    }  # fmt: skip


STEPS = Look({
    "subject_zh": "地方/主体 place", "role": "角色 role", "date": "日期 date", "kind": "日期种类 kind",
    "act_zh": "依据 act", "tier": "证据层级 tier", "confidence": "可信 confidence", "locator": "出处 locator",
    "claim": "陈述 claim",
}, _step)  # fmt: skip
ROUNDS = Look({
    "number": "轮次 round", "begin": "首日 first day", "date": "原文日期 as written", "kind": "日期种类 kind",
    "role": "角色 role", "act_zh": "依据 act", "subjects": "主体数 subjects", "who": "主体 who",
    "tiers": "证据层级 tiers",
}, _round)  # fmt: skip
BRANCHES = Look({
    "depth": "层 depth", "name": "名称 name", "tie": "联系 tie", "role": "角色 role", "date": "日期 date",
    "tier": "证据层级 tier",
})  # fmt: skip
FIGURES = Look({
    "indicator_zh": "指标 indicator", "caliber": "口径 caliber", "period": "期间 period", "modality": "性质 modality",
    "measure": "类型 measure", "hedge": "约 hedge", "printed": "原文数值 as printed", "unit": "单位 unit",
    "tier": "证据层级 tier",
})  # fmt: skip
LACKS = Look({
    "basis": "依据 basis", "kind": "种类 kind", "what_zh": "内容 what", "count": "有者 have", "of": "共 of",
    "who": "哪些 who",
})  # fmt: skip
SUPPORT = Look({
    "place_zh": "地方 place", "measure_zh": "措施 measure", "formula": "标准 formula",
    "maximum": "单个申请者上限 maximum", "policy_zh": "政策 policy", "valid": "写明有效期 stated validity",
    "tier": "证据层级 tier", "locator": "出处 locator",
}, _support)  # fmt: skip
HOPS = Look({
    "path": "路径 path", "hop": "步 hop", "start_zh": "起 from", "predicate": "关系 tie", "end_zh": "止 to",
    "tier": "证据层级 tier", "locator": "出处 locator", "claim": "陈述 claim",
}, _hop)  # fmt: skip
FINDINGS = Look({
    "rank": "序 rank", "class": "类型 class", "disagreement": "矛盾 disagreement", "sentence": "说明 finding",
    "gap": "差距 gap", "passages": "出处 passages",
}, _finding)  # fmt: skip
ORDER = Look({
    "rank_min": "名次 rank ≥", "rank_max": "≤", "unit_zh": "单位 unit", "earliest": "最早 earliest",
    "latest": "最迟 latest", "date_kind": "日期种类 kind", "first_role": "角色 role", "stage": "中央阶段 stage",
    "province_before": "同省在先 province before", "batch_before": "同批在先 batch before", "tiers": "证据 tiers",
    "claim": "定日期的陈述 deciding claim",
})  # fmt: skip
SPREAD = Look({
    "day": "日期 day", "certain": "确定 certain", "possible": "可能 possible", "at_risk": "风险集 at risk",
    "share_certain": "确定 % certain", "share_possible": "可能 % possible",
})  # fmt: skip
SURVIVAL = Look({
    "bound": "日期取 bound", "day": "天数 days", "at_risk": "风险集 at risk", "events": "采用 adopted",
    "survival": "未采用比例 share without", "low": "95% 下 low", "high": "95% 上 high",
})  # fmt: skip
POLICIES = Look({
    "policy": "创新 policy", "name_zh": "名称 name", "unit_kind": "单位类别 kind of unit",
    "adopters": "采用者 adopters", "dated": "有日期 dated", "first": "最早 first", "last": "最迟 last",
    "t50_certain": "半数 50 % by", "risk": "风险集 risk set",
})  # fmt: skip
EVIDENCE = Look({"field": "field", "value": "value"}, most=200)
COMPARED = (
    "只有指标、类型、单位、期间、性质、口径都相同的数值列在同一行 figures share a row only where all of these agree",
    "空格表示未知，不表示没有 an empty cell is not known; that is not a no",
)
