"""Commands that set cities side by side or over time: compare, series, peers."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output, say, tell_hidden, tell_nothing

_POINTS = {
    "caliber": "口径 caliber", "period": "期间 period", "level": "水平 level", "growth": "增速 growth",
    "share": "占比 share", "rank": "名次 rank", "multiple": "倍数 multiple",
    "target": "目标 target", "forecast": "预测 forecast", "estimate": "估计 estimate", "sources": "来源 sources",
}  # fmt: skip
_LACKS = {
    "basis": "依据 basis",
    "kind": "种类 kind",
    "what_zh": "内容 what",
    "count": "有者 have",
    "of": "共 of",
    "who": "哪些 who",
}


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
    from cemai.compare import DIMENSIONS
    from cemai.compare import compare as run
    from cemai.kg import KnowledgeGraph

    output = Output(how, out, excel)
    found = run(KnowledgeGraph.open(store), cities, unverified=everything)
    fields = ["dimension", "item", "measure", "unit", "period", "modality", "caliber", *found.names, "comparable"]
    rows = [line.row(found.names) for line in found.lines]
    if output.readable:
        heads = {
            "item": "项目 item",
            "what": "类型 期间 口径 what",
            **{n: n for n in found.names},
            "comparable": "可比 comparable",
        }
        for dimension, title in DIMENSIONS.items():
            part = [r | {"what": _what(r)} for r in rows if r["dimension"] == dimension]
            typer.echo(f"\n{title}" if part else f"\n{title}：未知 not known")
            if part:
                output.write(part, fields, heads)
    else:
        output.write(rows, [*fields, *(f"claims {name}" for name in found.names)])
    say(
        "只有指标、类型、单位、期间、性质、口径都相同的数值列在同一行 figures share a row only where all of these agree"
    )
    say("空格表示未知，不表示没有 an empty cell is not known; that is not a no")
    tell_hidden(found.hidden)


def _what(row: dict[str, str | int | float | bool | None]) -> str:
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
    from dataclasses import fields

    from cemai.figures import Figure
    from cemai.kg import KnowledgeGraph
    from cemai.series import calibers, known_indicators
    from cemai.series import series as run

    kg, output = KnowledgeGraph.open(store), Output(how, out, excel)
    found = run(kg, place, indicator, caliber=caliber, unverified=everything)
    shown = [point.row() for point in found.points]
    heads = {name: head for name, head in _POINTS.items() if any(row[name] for row in shown)}
    output.write([f.row() for f in found.figures], [f.name for f in fields(Figure)], heads or _POINTS, shown)
    say(f"{len(found.figures)} 个数值 figures")
    if len(calibers(found)) > 1:
        say(f"口径不同，不可相比 calibers differ and are not compared: {', '.join(sorted(calibers(found)))}")
    tell_hidden(found.hidden)
    if not found.figures:
        tell_nothing()
        known = known_indicators(kg, found.subject)
        say(f"有数值的指标 indicators with figures: {', '.join(known) or '-'}")


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
    from dataclasses import fields

    from cemai.kg import KnowledgeGraph
    from cemai.peers import Lack
    from cemai.peers import peers as run

    output = Output(how, out, excel)
    found = run(KnowledgeGraph.open(store), place, basis=basis, unverified=everything)
    for name, group in found.groups.items():
        say(f"{name}: {len(group)} 个可比城市 peers: {'、'.join(group.values()) or '-'}")
    output.write([lack.row() for lack in found.lacks], [f.name for f in fields(Lack)], _LACKS)
    say(f"没有陈述不等于没有 {found.name} has no claim for these; that is not a no")
