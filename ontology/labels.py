"""Words for keys in both languages: roles, tiers of evidence and kinds of date."""

from __future__ import annotations

ROLES = {
    "originated": "首创 originated",
    "piloted": "试点 piloted",
    "adopted": "采用 adopted",
    "madeEligible": "获准 made eligible",
    "mandated": "要求 mandated",
    "reportedOperating": "据报运行 reported operating",
    "designated": "认定 designated",
    "provides": "提供支持 provides", "issued": "发布 issued", "follows": "跟随 follows", "cites": "引用 cites",
    "appliesTo": "适用于 applies to", "hasMeasure": "含措施 has measure", "approves": "批准 approves",
    "supports": "支持 supports",
}  # fmt: skip
TIERS = {"passage": "核对原文 passage", "act": "引用文件 act", "unverified": "未核实 unverified"}
DATE_KINDS = {
    "decided": "决定 decided", "signed": "签发 signed", "published": "公布 published", "posted": "上网 posted",
    "effective": "生效 effective", "started": "开始 started", "ended": "终止 ended", "reported": "据报 reported",
}  # fmt: skip
BASIS = {"assigned": "（判定 assigned）", "stated": ""}
