"""The command that shows how an innovation spread, and writes the files of the study."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import DEFAULT_STORE, All, Format, Rows, Store
from .output import say, write_rows

if TYPE_CHECKING:
    from cemai.diffusion import Material, Study

_ORDER = {
    "rank_min": "名次 rank ≥", "rank_max": "≤", "unit_zh": "单位 unit", "earliest": "最早 earliest",
    "latest": "最迟 latest",
    "date_kind": "日期种类 kind", "first_role": "角色 role", "stage": "中央阶段 stage",
    "province_before": "同省在先 province before", "batch_before": "同批在先 batch before", "tiers": "证据 tiers",
    "claim": "定日期的陈述 deciding claim",
}  # fmt: skip
_CURVE = {
    "day": "日期 day", "certain": "确定 certain", "possible": "可能 possible", "at_risk": "风险集 at risk",
    "share_certain": "确定 % certain", "share_possible": "可能 % possible",
}  # fmt: skip
_ALL = ("policy", "name_zh", "unit_kind", "adopters", "dated", "first", "last", "t50_certain", "risk")


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("diffusion")(diffusion)


def diffusion(
    innovation: Annotated[
        str, typer.Argument(help="创新（1210……）、zones（综试区的认定）或 all · an innovation, zones, or all")
    ] = "all",
    risk: Annotated[
        str | None, typer.Option(help="风险集 · who is at risk: zones, cities, districts (default: by the adopters)")
    ] = None,
    unit: Annotated[
        list[str] | None, typer.Option("--unit", help="指名风险集，可多次给出 · a named risk set, may repeat")
    ] = None,
    role: Annotated[str | None, typer.Option(help="只看一种角色 · only one role: piloted, adopted …")] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="数据截止日 · end of the data (censoring)")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="写出各文件的目录 · folder for the files")] = None,
    everything: All = False,
    how: Rows = Format.table,
    store: Store = DEFAULT_STORE,
) -> None:
    """创新如何扩散：次序、曲线、时间 · How an innovation spread: order with ties, curve, times."""
    from cemai.diffusion import material, studied, until_day
    from cemai.diffusion_files import write
    from cemai.kg import KnowledgeGraph

    kg = KnowledgeGraph.open(store)
    held = material(kg, unverified=everything)
    held = until_day(held, until.date()) if until else held
    names = held.policies if innovation == "all" else [innovation]
    studies = [studied(kg, name, held, role=role, risk=risk, units=unit or ()) for name in names]
    if out:
        for file, count in write(kg, held, studies, out).items():
            say(f"{out / file}: {count} 行 rows")
        say(f"{out / 'codebook.md'}")
    elif innovation == "all":
        _show_all(held, studies, how)
    else:
        _show_one(held, studies[0], how)


def _show_all(held: Material, studies: list[Study], how: Format) -> None:
    from cemai.graph.diffusion.citations import network, why_not_inferred
    from cemai.graph.diffusion.codebook import BIAS, columns
    from cemai.graph.diffusion.tables import policy_row

    rows = sorted((policy_row(held, s) for s in studies), key=lambda r: -int(r["dated"] or 0))
    write_rows(rows, _ALL if how is Format.table else columns("policies.csv"), how)
    say(" ".join(BIAS))
    seen = network(held.citations)
    say(f"引用网络 observed citations: {seen.papers} 份文件 papers, {seen.ties} 条 ties, {seen.components} components")
    say(why_not_inferred({s.policy: s.adoptions for s in studies}))
    say(f"数据截止 data end {held.until}; 没有陈述不等于没有采用 no claim is not a no")


def _show_one(held: Material, study: Study, how: Format) -> None:
    from cemai.diffusion_words import curve_rows, order_rows, summary, summary_data
    from cemai.graph.diffusion.codebook import columns

    order, curve = order_rows(held, study), curve_rows(study.points)
    if how is Format.json:
        found = {"summary": summary_data(held, study), "order": order, "curve": curve}
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif how is Format.csv:
        write_rows(order, columns("adoptions.csv"), how)
    else:
        for line in summary(held, study):
            typer.echo(line)
        write_rows(order, list(_ORDER), how, _ORDER)
        if study.dated:
            write_rows(curve, list(_CURVE), how, _CURVE)
    if not study.placed:
        say("没有陈述不等于没有发生 no statement is known here; that is not a no")
    if hidden := held.hidden.get(study.policy, 0):
        say(f"{hidden} 条未核实的陈述未列出，用 --all 查看 unverified statements are not shown; --all shows them")
