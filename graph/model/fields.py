"""How each field of a claim stands in RDF and what it means: one table for writer, reader, export and codebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["string", "decimal", "integer", "date", "concept", "thing", "predicate"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its property (local name), the form of its value, the scheme of a concept, and its meaning."""

    name: str
    property: str
    form: Form
    scheme: str | None
    zh: str
    en: str


def _f(name: str, prop: str, form: Form, zh: str, en: str, scheme: str | None = None) -> Field:
    return Field(name, prop, form, scheme, zh, en)


FIELDS: tuple[Field, ...] = (
    _f("dataset", "dataset", "thing", "所属数据集", "dataset that holds the row"),
    _f("key", "rowKey", "string", "数据表中的行键", "the row's own key in its table"),
    _f("subject", "subject", "thing", "主语（城市、机构、措施……）", "what the claim is about"),
    _f("predicate", "predicate", "predicate", "谓语（本体属性）", "property of the ontology"),
    _f("object", "object", "thing", "宾语", "what the subject is tied to"),
    _f("text", "text", "string", "文字值；概述为自撰", "literal value; a summary is in our own words"),
    _f("measure", "measure", "concept", "量的类型：水平、增速、占比、名次、倍数",
       "level, growth, share, rank or multiple", "measure"),
    _f("value", "value", "decimal", "数值（元、美元、百分数、个……）", "the number, in `unit`"),
    _f("unit", "unit", "concept", "单位", "unit of `value`", "unit"),
    _f("printed", "printed", "string", "原文写法", "the value as the source prints it"),
    _f("hedge", "hedge", "concept", "限定语：超、近、约、不到", "over, near, about, under …", "hedge"),
    _f("modality", "modality", "concept", "实际、估计、预测、目标", "actual, estimate, forecast, target",
       "modality"),
    _f("period", "period", "string", "所属期（规范写法）", "period the figure covers, in normal form"),
    _f("period_printed", "periodPrinted", "string", "所属期原文写法", "the period as printed"),
    _f("period_begin", "periodBegin", "date", "期初日", "first day of the period"),
    _f("period_end", "periodEnd", "date", "期末日", "last day of the period"),
    _f("base_period", "basePeriod", "string", "基期", "period a growth or multiple is measured against"),
    _f("share_of", "shareOf", "thing", "占比的分母", "the whole that a share is a share of"),
    _f("rank_scope", "rankScope", "string", "名次的范围", "among what a rank counts"),
    _f("caliber", "caliber", "concept", "统计口径", "statistical caliber", "caliber"),
    _f("date", "datePrinted", "string", "日期原文写法", "the date as written"),
    _f("date_begin", "dateBegin", "date", "日期首日", "first day that the date leaves open"),
    _f("date_end", "dateEnd", "date", "日期末日", "last day that the date leaves open"),
    _f("date_precision", "datePrecision", "concept", "日期精度", "day, month, quarter, half, year, range",
       "date-precision"),
    _f("date_kind", "dateKind", "concept", "日期种类", "decided, signed, published, effective …", "date-kind"),
    _f("date_kind_basis", "dateKindBasis", "concept", "日期种类由来源写明或由本库判定",
       "whether the source states the kind or we assigned it", "basis"),
    _f("act", "act", "thing", "依据文件", "the act by which it happened"),
    _f("batch", "batch", "integer", "批次", "batch number"),
    _f("stage", "centralStage", "concept", "中央阶段", "stage of the centre when it happened", "stage"),
    _f("learned_from", "learnedFrom", "thing", "学自何处", "from whom it was learned, as stated"),
    _f("year", "evaluationYear", "integer", "评估年度", "year evaluated"),
    _f("tier", "evaluationTier", "concept", "档次", "tier reached", "evaluation-tier"),
    _f("topic", "topic", "concept", "主题", "topic of a measure or report", "topic"),
    _f("beneficiary", "beneficiary", "concept", "受益对象", "who receives it", "beneficiary"),
    _f("rate_pct", "ratePercent", "decimal", "比例（%）", "rate in percent"),
    _f("rate_base", "rateBase", "string", "比例的基数", "what the rate is a rate of"),
    _f("amount", "amount", "decimal", "定额", "fixed amount"),
    _f("cap", "cap", "decimal", "上限", "most that is paid"),
    _f("floor", "floor", "decimal", "起付线", "least that counts"),
    _f("currency", "currency", "concept", "币种", "currency of amount, cap and floor", "unit"),
    _f("threshold", "threshold", "decimal", "门槛", "figure an applicant must reach"),
    _f("threshold_unit", "thresholdUnit", "concept", "门槛单位", "unit of the threshold", "unit"),
    _f("per", "per", "concept", "按何计", "per project, firm, site, year …", "per"),
    _f("condition", "condition", "string", "条件（自撰）", "condition, in our own words"),
    _f("valid_from", "validFrom", "date", "有效期起", "first day stated as valid"),
    _f("valid_to", "validTo", "date", "有效期止", "last day stated as valid"),
    _f("claim_rank", "claimRank", "concept", "取舍等级", "preferred, normal, deprecated", "claim-rank"),
    _f("rank_reason", "rankReason", "string", "取舍理由", "why the rank is not normal"),
    _f("evidence_tier", "evidenceTier", "concept", "证据层级：核对原文、引用文件、未核实",
       "passage verified, act cited, unverified", "evidence-tier"),
    _f("confidence", "confidence", "concept", "可信程度", "category of confidence", "confidence"),
    _f("score", "score", "decimal", "程序提取得分", "score of a program that extracted the row"),
    _f("recorded_by", "recordedBy", "string", "录入者", "who recorded it"),
    _f("recorded_at", "recordedAt", "date", "录入日", "day it was recorded, from the dataset"),
    _f("note", "note", "string", "备注（自撰）", "note in our own words"),
)  # fmt: skip

BY_NAME = {f.name: f for f in FIELDS}
