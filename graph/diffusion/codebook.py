"""The codebook of the files: every column of every file, in Chinese and English. The files are written from it."""

from __future__ import annotations

Columns = dict[str, tuple[str, str]]

_UNIT: Columns = {
    "unit": ("单位的编号", "id of the unit"),
    "unit_zh": ("单位的中文名", "name of the unit in Chinese"),
    "unit_en": ("单位的英文名", "name of the unit in English"),
}
_CLAIMS: Columns = {"claims": ("依据的陈述编号，以 | 分隔", "ids of the claims behind the row, parted by |")}

FILES: dict[str, tuple[str, str, Columns]] = {
    "adoptions.csv": (
        "每个单位对每项创新、每种角色的首次采用；role 为 any 的一行是各角色中最早者（mandated 不计入）",
        "first adoption by unit, innovation and role; role `any` is the first over all roles but mandated",
        {
            "policy": ("创新的键", "key of the innovation"),
            "policy_zh": ("创新名称", "name of the innovation"),
            **_UNIT,
            "unit_kind": ("单位类别：city 含按城市试点的县级市与功能区", "kind of unit; `city` holds counties and areas "
                          "that pilot as one"),
            "role": ("角色：any 或 originated、adopted、reportedOperating（做了）、piloted、madeEligible（获准）、"
                     "mandated（被要求）", "any, or: did (originated, adopted, reportedOperating), was opened to "
                     "(piloted, madeEligible), was told to (mandated)"),
            "first_role": ("决定日期的那条陈述的角色", "role of the claim that decides the date"),
            "earliest": ("可能采用的首日", "first day on which it can have been adopted"),
            "latest": ("可能采用的末日（最迟）", "last day on which it can have been adopted"),
            "adopt_year": ("采用年份：最迟日所在之年", "year of adoption: that of the latest day"),
            "year_exact": ("1：首末日同年；0：还可能更早", "1 if no other year is open, 0 if it may have been earlier"),
            "precision": ("日期精度", "precision of the stated date"),
            "date_kind": ("日期种类；reported 表示至迟该日已在运行", "kind of date; reported means by then at the latest"),
            "date_kind_basis": ("日期种类由来源写明（stated）或由我们判定（assigned）", "kind stated by the source or "
                                "assigned by us"),
            "rank_min": ("最小名次：1 加确定更早的单位数", "least rank: 1 + units certainly before it"),
            "rank_max": ("最大名次：总数减确定更晚的单位数；并列者同范围", "greatest rank: all but those certainly "
                         "after it; ties share both"),
            "stage": ("采用时的中央阶段：none（未知有中央文件）、encouraged、pilot、nationwide",
                      "stage of the centre then: none (no central act is known), encouraged, pilot, nationwide"),
            "stage_basis": ("陈述写明（stated）或按当时有效的中央文件（act in force）", "stated by the claim or by the act "
                            "then in force"),
            "act": ("依据文件", "act by which it happened"),
            "province": ("所在省份", "province"),
            "batch": ("综试区批次", "batch of its pilot zone"),
            "province_peers": ("同省同类其他单位数", "other units of the kind in the province"),
            "province_before": ("其中确定先采用者", "of them certainly earlier"),
            "province_possible": ("其中可能先采用者", "of them possibly earlier"),
            "batch_peers": ("同批综试区其他地方数", "other places of the batch"),
            "batch_before": ("其中确定先采用者", "of them certainly earlier"),
            "batch_possible": ("其中可能先采用者", "of them possibly earlier"),
            "learned_from": ("来源所说的学习对象", "from whom, as the source says"),
            "tiers": ("证据层级：passage、act、unverified", "evidence tiers"),
            **_CLAIMS,
        },
    ),
    "adoptions_spid.csv": (
        "adoptions.csv 的视图，供 SPID 与 R 的 NetworkInference 使用：any 角色、有日期者；陈述编号见 adoptions.csv",
        "view of adoptions.csv for SPID and R's NetworkInference: role any, dated; its claims stand in adoptions.csv",
        {
            "statenam": ("单位名称（文件内唯一）", "name of the unit, unique in the file"),
            "policy": ("创新的键", "key of the innovation"),
            "adopt_year": ("采用年份：最迟日所在之年", "year of adoption: that of the latest day"),
        },
    ),
    "policies.csv": (
        "每项创新一行：采用者、达到比例的日期、中央阶段", "one row an innovation: adopters, times, stages of the centre",
        {
            "policy": ("创新的键", "key of the innovation"),
            "name_zh": ("中文名", "name in Chinese"),
            "name_en": ("英文名", "name in English"),
            "unit_kind": ("采用者最多的单位类别，本行按它计算", "kind of unit with the most adopters, for which the row "
                          "is computed"),
            "start": ("有据可查的起始日", "first day that any claim leaves open"),
            "first": ("首个采用可能的最早日", "first possible day of the first adoption"),
            "last": ("最后采用的最迟日", "last possible day of the last adoption"),
            "adopters": ("采用者数", "adopters"),
            "dated": ("其中有日期者", "of them dated"),
            "other_kinds": ("其他类别的采用者数", "adopters of other kinds"),
            "until": ("数据截止日（删失日）", "data's end (day of censoring)"),
            "nationwide": ("全面放开之日，此后风险集关闭", "day it was opened nationwide: the risk set closes"),
            "risk": ("风险集的规则", "rule of the risk set"),
            "at_risk": ("截止日的风险集单位数", "units at risk at the end"),
            **{f"t{p}_{b}": (f"风险集中 {p}% {'可能' if b == 'possible' else '确定'}已采用的首日；空：未达到",
                             f"first day on which {p} % of those at risk had {'possibly' if b == 'possible' else 'certainly'}"
                             " adopted; empty: not reached")
               for p in (10, 50, 90) for b in ("possible", "certain")},
            **{f"stage_{s}": (f"中央阶段为 {s} 时的采用数", f"dated adoptions while the centre's stage was {s}")
               for s in ("none", "encouraged", "pilot", "nationwide")},
            "hidden_unverified": ("未列出的未核实陈述数", "unverified claims left out"),
            "central_claims": ("关于全国或一类地方的陈述，不展开为单位", "claims on the country or a class of places, not "
                               "spread over units"),
            **_CLAIMS,
        },
    ),
    "units.csv": (
        "每个单位一行：省份、综试区批次与起止、采用数、Walker 得分", "one row a unit: province, zone, adoptions, Walker's "
        "score",
        {
            "unit": ("单位的编号", "id of the unit"),
            "name_zh": ("中文名", "name in Chinese"),
            "name_en": ("英文名", "name in English"),
            "kind": ("类别", "kind"),
            "province": ("所在省份", "province"),
            "province_zh": ("省份名称", "name of the province"),
            "batch": ("综试区批次", "batch of its pilot zone"),
            "zone_from": ("综试区获批日", "day its zone was approved"),
            "zone_to": ("综试区终止日", "day its zone ended"),
            "adopted": ("所知采用的创新数（含无日期）", "innovations it is known to have adopted, undated ones too"),
            "adopted_dated": ("其中有日期者", "of them dated"),
            "walker_policies": ("计分的创新数：同类单位中至少 5 个有日期的采用者、至少两个日期", "innovations that count: "
                                "at least 5 dated adopters of the kind on at least two days"),
            "walker_low": ("Walker 得分（0–1）下界：未见采用记 0", "Walker's score (0 to 1), lower bound; 0 where no "
                           "adoption is known"),
            "walker_high": ("上界", "upper bound"),
            "walker_adopted": ("其中所知采用者", "of those, known to be adopted"),
            "walker_adopted_low": ("只对所知采用者求均值，下界", "mean over those only, lower bound"),
            "walker_adopted_high": ("上界", "upper bound"),
            "claims": ("认定与采用的陈述；空：仅见于名录", "claims of designation and adoption; empty: from the register"),
        },
    ),
    "designations.csv": (
        "认定事件，与采用分开：一批是中央一纸文件在一天点名多地", "designations, apart from adoptions: a batch is one "
        "central act that names many places on one day",
        {
            "unit": ("地方的编号", "id of the place"),
            "unit_zh": ("地方名称", "name of the place"),
            "object": ("所认定者", "zone or programme"),
            "object_zh": ("其名称", "its name"),
            "event": ("designated 或 ended", "designated or ended"),
            "begin": ("日期首日", "first day that the date leaves open"),
            "end": ("日期末日", "last day that the date leaves open"),
            "date_kind": ("日期种类", "kind of date"),
            "batch": ("批次", "batch"),
            "act": ("依据文件", "act"),
            "tier": ("证据层级", "evidence tier"),
            **_CLAIMS,
        },
    ),
    "event_history.csv": (
        "单位—年：自进入风险集至采用或删失；只收至少 5 个有日期采用者的创新（单独查询时不限）",
        "unit-years from start of risk to adoption or censoring; innovations with at least 5 dated adopters (any, when "
        "asked for one)",
        {
            "policy": ("创新的键", "key of the innovation"),
            **_UNIT,
            "year": ("年份", "year"),
            "years_at_risk": ("进入风险集后的第几年（0 起）", "years since the start of risk, from 0"),
            "event": ("1：该年（按最迟日）采用；0：未采用；最后一行为 0 即删失", "1 in the year of adoption (latest day), "
                      "else 0; a last row with 0 is censored"),
            "event_possible": ("1：来源不排除该年采用", "1 in a year in which the sources leave adoption open"),
            "at_risk_from": ("进入风险集之日（不早于创新起始）", "start of risk (not before the innovation's start)"),
            "province_share": ("同省同类其他单位中，年初前确定已采用的百分比", "percent of the other units of kind and "
                               "province that had certainly adopted before the year"),
            "batch_share": ("同批综试区其他地方中的百分比", "the same among the other places of the batch"),
            "batch": ("综试区批次", "batch of its pilot zone"),
            "risk": ("风险集的规则", "rule of the risk set"),
            "claims": ("采用的陈述（自可能采用之年起）", "claims of adoption, from the first possible year"),
            "risk_claims": ("进入风险集的依据；空：名录", "claims that put it at risk; empty: the register"),
        },
    ),
    "dyads.csv": (
        "两两有日期的采用者：谁在谁之后，及两者的联系；每对一行", "pairs of dated adopters, once each: who came after whom, "
        "and what ties them",
        {
            "policy": ("创新的键", "key of the innovation"),
            "follower": ("后采用者", "who came later"),
            "follower_zh": ("其名称", "its name"),
            "leader": ("先采用者", "who came earlier"),
            "leader_zh": ("其名称", "its name"),
            "order": ("after：确定在后；undecided：同日或区间重叠（两列无先后）", "after: certainly later; undecided: same "
                      "day or spans that overlap (the two columns then have no order)"),
            "days_min": ("相隔天数下界", "least days apart"),
            "days_max": ("相隔天数上界", "most days apart"),
            "same_province": ("是否同省；空：未知", "same province; empty: not known"),
            "same_batch": ("综试区是否同批；空：有一方无综试区", "same batch; empty: one of them has no zone"),
            "learned_from": ("1：来源说后者学自前者", "1 where a source says that the follower learned from the leader"),
            **_CLAIMS,
        },
    ),
    "citations.csv": (
        "观察到的文件引用网络：谁引用或依据谁", "the observed network of papers: who cites or follows whom",
        {
            "citing": ("引用者", "what cites"),
            "citing_zh": ("其名称", "its name"),
            "citing_issuer": ("其发文机关，以 | 分隔", "who issued it, parted by |"),
            "cited": ("被引者", "what is cited"),
            "cited_zh": ("其名称", "its name"),
            "cited_issuer": ("其发文机关，以 | 分隔", "who issued it, parted by |"),
            "relation": ("cites 或 follows", "cites or follows"),
            "tier": ("证据层级", "evidence tier"),
            **_CLAIMS,
        },
    ),
}  # fmt: skip

BIAS = (
    "Walker 得分有偏：来源是优秀案例与中央名单，只写做成的地方；并列者同分；名单不全处未采用记 0；创新数很少。"
    "比较城市前请先看 walker_policies。",
    "Walker's score is biased: the sources are good practice and central lists, which name those that did it; ties "
    "share a score; who is on no list scores 0; few innovations count. See walker_policies before comparing.",
)


def columns(file: str) -> list[str]:
    """The columns of a file, in order."""
    return list(FILES[file][2])


def markdown(head: list[tuple[str, str]]) -> str:
    """The codebook as Markdown: what holds for the whole export (`head`: zh, en), then file by file."""
    lines = ["# 数据说明 Codebook", ""]
    lines += [f"- {zh}\n  {en}" for zh, en in (*head, BIAS)]
    for file, (zh, en, cols) in FILES.items():
        lines += ["", f"## {file}", "", zh, "", en, "", "| column | 含义 | meaning |", "|---|---|---|"]
        lines += [f"| `{name}` | {_cell(a)} | {_cell(b)} |" for name, (a, b) in cols.items()]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
