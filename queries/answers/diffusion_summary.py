"""What is said of a diffusion study: the order as rows, the summary as sentences and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date

from cemai.graph.diffusion.curve import CurvePoint
from cemai.graph.diffusion.events import DESIGNATED
from cemai.graph.diffusion.risk import ZONES
from cemai.graph.diffusion.study import DiffusionData, Study
from cemai.graph.diffusion.survival import Durations, available, kaplan_meier
from cemai.graph.diffusion.tables import adoption_row, policy_row
from cemai.graph.errors import OutputError
from cemai.ontology.labels import TERMS, label
from cemai.queries.runner import Cell

NO_CLAIM = (
    "没有陈述的单位按尚未采用计；名单完整（中央文件）时才成立 · units without a claim count as not yet adopted: "
    "sound only where lists are complete, as those of central acts are"
)


def order_rows(data: DiffusionData, found: Study) -> list[dict[str, Cell]]:
    """The order of a study: the rows of adoptions.csv for its kind of unit and its role."""
    return [dict(adoption_row(data, p, found.central, found.adoptions)) for p in found.placed]


def summary_data(data: DiffusionData, found: Study) -> dict[str, object]:
    """The summary as data: the row of policies.csv, survival, classes, designations kept apart."""
    return policy_row(data, found) | {
        "role": found.role,
        "risk_set": found.risk.sentence,
        "stage_percent": {stage: share for stage, (_, share) in found.stage_shares.items()},
        "classes": found.classes,
        "durations": [asdict(d) for d in found.durations],
        "kaplan_meier": [asdict(step) for d in found.durations for step in kaplan_meier(d)],
        "designations_apart": [e.claim for e in data.predecessors.get(found.policy, ())],
    }


def summary(data: DiffusionData, found: Study) -> list[str]:
    """Sentences (zh · en) that say what is known of the spread, among whom, and what the data cannot carry."""
    zh, en = data.labels.get(found.policy, (found.policy, None))
    lines = [f"{zh} · {en or ''}"]
    who = "获认定者 designated" if found.policy == ZONES else "采用者 adopters"
    if found.policy == ZONES:
        lines.append("认定，不是采用：一批是中央一纸文件 · designation, not adoption: a batch is one central act")
    others = "".join(f"; {n} {kind}" for kind, n in found.other_kinds.items())
    lines.append(f"{who}: {len(found.placed)} {found.kind}, 有日期 dated {len(found.dated)}{others}")
    lines.append(f"风险集 at risk: {found.risk.sentence}")
    lines.append(f"起始 start: {found.start or '-'}; 数据截止 data end: {found.until} (此后删失 later is censored)")
    if found.nationwide:
        lines.append(f"{found.nationwide.begin} 起全面放开，风险集关闭 opened nationwide: the risk set closes "
                     f"({found.nationwide.claim})")  # fmt: skip
    if not found.dated:
        return [*lines, "没有带日期的采用，不能计算时间与曲线 no dated adoption: no times and no curve can be given"]
    lines += [_reached(percent, span) for percent, span in found.spans.items()]
    if found.stage_shares:
        shares = ", ".join(f"{stage} {n} ({share} %)" for stage, (n, share) in found.stage_shares.items())
        lines.append(f"采用时的中央阶段 stage of the centre at adoption: {shares}")
    lines += [_survival(d, found.policy) for d in found.durations]
    lines.append(NO_CLAIM)
    lines.append(found.classes if isinstance(found.classes, str) else _counted(found.classes, found.policy))
    apart = data.predecessors.get(found.policy, ())
    if apart:
        lines.append(f"前身试点的认定（不计为采用） designations of a predecessor, not counted: {len(apart)}")
    return lines


def _reached(percent: int, span: tuple[date | None, date | None]) -> str:
    possible, certain = span
    words = f"{certain or '未达到 not reached'}"
    early = f" (可能早至 possibly {possible})" if possible and possible != certain else ""
    return f"{percent} %: {words}{early}"


def _survival(times: Durations, policy: str) -> str:
    event = label(TERMS, DESIGNATED if policy == ZONES else "adopted").both()
    counted = f"{len(times.events)} {event}, {len(times.censored)} 删失 censored, {times.before} 早于风险期 before risk"
    head = f"Kaplan-Meier ({times.bound}): {counted}, {times.undated} 无日期 undated"
    if not available():
        return f"{head}; 未计算，请安装 not computed, install: pip install 'cemai[diffusion]'"
    steps = kaplan_meier(times)
    median = next((s.day for s in steps if s.survival <= 0.5), None)
    half = "半数未达到 median not reached" if median is None else f"半数 median {median} 天 days"
    return f"{head}; {half}" + (f"; 末值 last S = {steps[-1].survival:.3f}" if steps else "")


def _counted(classes: Mapping[str, str], policy: str) -> str:
    if policy == ZONES:
        return "不分采用者类型：批次由中央决定 no adopter classes: the centre decides who is in a batch"
    counts = Counter(classes.values())
    return "采用者分类 adopter classes: " + ", ".join(f"{name} {n}" for name, n in counts.items())


def curve_rows(points: Iterable[CurvePoint]) -> list[dict[str, Cell]]:
    """The curve with its shares in percent, rounded to one place."""
    rows = []
    for p in points:
        row: dict[str, Cell] = {k: v for k, v in asdict(p).items() if k != "day"}
        shares: dict[str, Cell] = {"share_certain": _round(p.share_certain), "share_possible": _round(p.share_possible)}
        rows.append({"day": p.day.isoformat(), **row, **shares})
    return rows


def survival_rows(found: Study) -> list[dict[str, Cell]]:
    """The Kaplan-Meier steps of both bounds. Raises OutputError without scipy."""
    if not available():
        raise OutputError("survival needs scipy: pip install 'cemai[diffusion]' 需要安装 scipy")
    return [asdict(step) for d in found.durations for step in kaplan_meier(d)]


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
