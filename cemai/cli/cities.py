"""Commands that set cities side by side or over time: compare, series, peers."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output, say


def compare_command(
    cities: Annotated[list[str], typer.Argument(help="两个以上地方 · two or more places")],
    unverified: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """几个城市在贸易、主体、创新、政策、协会上的异同 · Cities side by side in five dimensions."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.queries.answers.comparison import DIMENSIONS, part_table

    output = Output(how, out, excel)
    found = KnowledgeGraph.open(store).compare(*cities, unverified=unverified)
    if not output.readable:
        output.answer(found)
        return
    table = part_table(found.answer.names)
    for dimension, title in DIMENSIONS.items():
        part = [table.show(found.kg, r) for r in found.records if r["dimension"] == dimension]
        typer.echo(f"\n{title.both()}" if part else f"\n{title.both()}：未知 not known")
        if part:
            output.write(part, found.columns, table.headings)
    for note in found.notes:
        say(note)


def series_command(
    place: Annotated[str, typer.Argument(help="地方、企业或其他事物 · place, firm or other thing")],
    indicator: Annotated[str, typer.Argument(help="指标（进出口额、跨境电商进出口额……） · indicator")],
    caliber: Annotated[str | None, typer.Option(help="只看一种统计口径 · only one caliber")] = None,
    unverified: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """某项指标的历次数值：分口径，目标与实际并列 · An indicator over time, per caliber, targets beside outcomes."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.queries.answers.indicator_series import SeriesPoint

    output = Output(how, out, excel)
    found = KnowledgeGraph.open(store).series(place, indicator, caliber=caliber, unverified=unverified)
    points, headings = [point.record() for point in found.answer.points], SeriesPoint.table().headings
    heads = {name: head for name, head in headings.items() if any(point[name] for point in points)}
    output.write(found.records, found.columns, heads or headings, points, found.kinds)
    for note in found.notes:
        say(note)


def peers_command(
    place: Annotated[str, typer.Argument(help="地方 · place")],
    basis: Annotated[str | None, typer.Option("--by", help="只按 batch、province 或 tier · one kind only")] = None,
    unverified: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """同批、同省、同档城市有陈述而该地没有的 · What peers have a claim for and the place has none."""
    from cemai.api.knowledge_graph import KnowledgeGraph

    output = Output(how, out, excel)
    output.answer(KnowledgeGraph.open(store).peers(place, by=basis, unverified=unverified))
