"""Commands that set cities side by side or over time: compare, series, peers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output, say

if TYPE_CHECKING:
    from cemai.api.table_views import Record

_POINTS = {
    "caliber": "口径 caliber", "period": "期间 period", "level": "水平 level", "growth": "增速 growth",
    "share": "占比 share", "rank": "名次 rank", "multiple": "倍数 multiple",
    "target": "目标 target", "forecast": "预测 forecast", "estimate": "估计 estimate", "sources": "来源 sources",
}  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (compare, series, peers):
        app.command(command.__name__)(command)


def compare(
    cities: Annotated[list[str], typer.Argument(help="两个以上地方 · two or more places")],
    everything: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """几个城市在贸易、主体、创新、政策、协会上的异同 · Cities side by side in five dimensions."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.queries.answers.compare import DIMENSIONS

    output = Output(how, out, excel)
    found = KnowledgeGraph.open(store).compare(*cities, unverified=everything)
    if not output.readable:
        output.answer(found)
        return
    names = found.found.names
    heads = {"item": "项目 item", "what": "类型 期间 口径 what", **dict(zip(names, names, strict=True))}
    heads["comparable"] = "可比 comparable"
    for dimension, title in DIMENSIONS.items():
        part = [{**r, "what": _what(r)} for r in found.records if r["dimension"] == dimension]
        typer.echo(f"\n{title.both()}" if part else f"\n{title.both()}：未知 not known")
        if part:
            output.write(part, found.columns, heads)
    for note in found.notes:
        say(note)


def _what(row: Record) -> str:
    modality = row["modality"] if row["modality"] != "actual" else None
    return " ".join(
        str(part)
        for part in (row["measure"], row["period"], modality, row["caliber"] and f"[{row['caliber']}]")
        if part
    )


def series(
    place: Annotated[str, typer.Argument(help="地方、企业或其他事物 · place, firm or other thing")],
    indicator: Annotated[str, typer.Argument(help="指标（进出口额、跨境电商进出口额……） · indicator")],
    caliber: Annotated[str | None, typer.Option(help="只看一种统计口径 · only one caliber")] = None,
    everything: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """某项指标的历次数值：分口径，目标与实际并列 · An indicator over time, per caliber, targets beside outcomes."""
    from cemai.api.knowledge_graph import KnowledgeGraph

    output = Output(how, out, excel)
    found = KnowledgeGraph.open(store).series(place, indicator, caliber=caliber, unverified=everything)
    shown = [point.row() for point in found.found.points]
    heads = {name: head for name, head in _POINTS.items() if any(row[name] for row in shown)}
    output.write(found.records, found.columns, heads or _POINTS, shown)
    for note in found.notes:
        say(note)


def peers(
    place: Annotated[str, typer.Argument(help="地方 · place")],
    basis: Annotated[str | None, typer.Option("--by", help="只按 batch、province 或 tier · one kind only")] = None,
    everything: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """同批、同省、同档城市有陈述而该地没有的 · What peers have a claim for and the place has none."""
    from cemai.api.knowledge_graph import KnowledgeGraph

    output = Output(how, out, excel)
    output.answer(KnowledgeGraph.open(store).peers(place, by=basis, unverified=everything))
