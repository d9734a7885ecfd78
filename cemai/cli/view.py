"""Commands that write pages: view trace and its kin."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from .groups import view
from .options import DEFAULT_STORE, All, Corpus, Out, Store
from .output import say


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    view.command("trace")(trace)
    view.command("map")(map_)
    view.command("zones")(zones)
    view.command("matrix")(matrix)
    view.command("timeline")(timeline)
    view.command("compare")(compare)
    view.command("neighbourhood")(neighbourhood)


def trace(
    innovation: Annotated[str, typer.Argument(help="创新或监管方式 · innovation or mode")],
    out: Out,
    everything: All = False,
    corpus: Corpus = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """某项创新扩散的网络页（单个离线文件） · The spread of an innovation as one offline page."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.pages.trace import trace_page

    page, nodes, edges = trace_page(KnowledgeGraph.open(store), innovation, unverified=everything, corpus=corpus)
    save(page, out, f"{nodes} nodes 节点, {edges} edges 边")


Geo = Annotated[Path | None, typer.Option("--map", help="另用一份 GeoJSON 地图 · another map, as GeoJSON")]
Day = Annotated[
    datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="先停在哪一日 · the day that is shown first")
]


def map_(
    name: Annotated[str, typer.Argument(help="创新、文件或措施主题 · innovation, policy or topic")],
    out: Out,
    day: Day = None,
    geo: Geo = None,
    everything: All = False,
    corpus: Corpus = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """某项创新扩散的地图页，可按日期播放 · Where something runs, on a map that plays by date."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.pages.map import trace_map

    begin = day.date() if day else None
    kg = KnowledgeGraph.open(store)
    page, points = trace_map(kg, name, unverified=everything, corpus=corpus, geo=geo, begin=begin)
    save(page, out, f"{points} points 点")


def zones(
    out: Out,
    day: Day = None,
    geo: Geo = None,
    everything: All = False,
    corpus: Corpus = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """综试区地图页：批次、日期、已终止者 · The pilot zones on a map: batches, dates, and those that ended."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.pages.map import zones_map

    begin = day.date() if day else None
    kg = KnowledgeGraph.open(store)
    page, points = zones_map(kg, unverified=everything, corpus=corpus, geo=geo, begin=begin)
    save(page, out, f"{points} points 点")


def matrix(out: Out, everything: All = False, corpus: Corpus = None, store: Store = DEFAULT_STORE) -> None:
    """城市与创新的矩阵页，格内为最早日期 · Cities by innovations, the first stated date in each cell."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.pages.matrix import matrix as made

    page, rows, columns = made(KnowledgeGraph.open(store), unverified=everything, corpus=corpus)
    save(page, out, f"{rows} rows 行, {columns} columns 列")


def timeline(
    out: Out,
    name: Annotated[str, typer.Argument(help="城市、创新、文件等，或 all · a thing, or all")] = "all",
    everything: All = False,
    corpus: Corpus = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """时间线页：文件、认定、采用、评估 · A timeline of acts, designations, adoptions, evaluations."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.pages.timeline import timeline as made

    page, marks = made(KnowledgeGraph.open(store), name, unverified=everything, corpus=corpus)
    save(page, out, f"{marks} marks 标记")


def compare(
    places: Annotated[list[str], typer.Argument(help="两个以上地方 · two places or more")],
    out: Out,
    everything: All = False,
    corpus: Corpus = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """几个地方在五个方面的对照页 · Places side by side in five dimensions."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.pages.comparison import comparison

    page, rows = comparison(KnowledgeGraph.open(store), places, unverified=everything, corpus=corpus)
    save(page, out, f"{rows} rows 行")


def neighbourhood(
    name: Annotated[str, typer.Argument(help="任何事物 · any thing")],
    out: Out,
    hops: Annotated[int, typer.Option("--hops", min=1, max=6, help="几步之内 · how many steps")] = 1,
    most: Annotated[int, typer.Option("--most", min=2, max=20000, help="最多画几个 · at most so many nodes")] = 3000,
    everything: All = False,
    corpus: Corpus = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """某事物周围的网络页；节点多时改用 WebGL · What surrounds a thing; drawn by WebGL where many."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.pages.neighbourhood import neighbourhood as made

    kg = KnowledgeGraph.open(store)
    page, nodes, edges, left = made(kg, name, hops=hops, most=most, unverified=everything, corpus=corpus)
    if left:
        say(f"{left} 个较远的事物未画出，用 --most 放宽 {left} things further away are not drawn; see --most")
    save(page, out, f"{nodes} nodes 节点, {edges} edges 边")


def save(page: str, out: Path, what: str) -> None:
    """Write a page whole, and say what it holds and how large it is."""
    from cemai.graph.export.files import write_lines

    write_lines(out, [page])
    say(f"{what}; {out.stat().st_size / 1024:,.0f} kB → {out.resolve()}")
