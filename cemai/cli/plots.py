"""The commands that draw plots for reports: plot curve, raster, batches, tiers, subsidies."""

from __future__ import annotations

import enum
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import DEFAULT_STORE, All, Store
from .output import say

if TYPE_CHECKING:
    from cemai.viz.plots.plot_style import PlotStyle

HELP = "报告用图（SVG、PNG） · Plots for reports, as SVG or PNG; without a name: the list of plots."


class Language(enum.StrEnum):
    """Languages of a plot."""

    zh = "zh"
    en = "en"
    both = "both"


Out = Annotated[Path, typer.Option("--out", "-o", help="输出文件 .svg 或 .png · file to write, .svg or .png")]
Lang = Annotated[Language, typer.Option("--lang", "-l", help="图中文字的语言 · language of the plot")]
Width = Annotated[float, typer.Option(help="宽度，厘米 · width in cm; the height follows")]
Dpi = Annotated[int, typer.Option(help="PNG 每英寸点数 · dots per inch of a PNG")]
AsText = Annotated[
    bool, typer.Option("--text", help="SVG 保留文字（可搜索，依赖读者的字体）；缺省为轮廓 · keep letters as text in an "
                       "SVG: searchable, but drawn in the reader's font; default: outlines")
]  # fmt: skip
plot = typer.Typer(help=HELP, invoke_without_command=True)


def register(app: typer.Typer) -> None:
    """Add the group of this module."""
    plot.callback()(listed)
    for command in (curve, raster, batches, tiers, subsidies):
        plot.command(command.__name__)(command)
    app.add_typer(plot, name="plot")


def listed(context: typer.Context) -> None:
    """报告用图（SVG、PNG） · Plots for reports, as SVG or PNG; without a name: the list of plots."""
    if context.invoked_subcommand is None:
        from cemai.presenters.plots import PLOTS

        for name, what in PLOTS.items():
            typer.echo(f"{name:<10} {what}")
        say("用法 usage: cemai plot curve 1210 --out 1210.svg; cemai plot NAME --help")


def curve(
    innovation: Annotated[str, typer.Argument(help="创新（1210……）或 zones · an innovation, or zones")],
    out: Out,
    role: Annotated[str | None, typer.Option(help="只看一种角色 · only one role: piloted, adopted …")] = None,
    risk: Annotated[str | None, typer.Option(help="风险集 · who is at risk: zones, cities, districts")] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="数据截止日 · end of the data (censoring)")
    ] = None,
    lang: Lang = Language.both, width: Width = 17.0, dpi: Dpi = 200, text: AsText = False, unverified: All = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """采用曲线与风险集 · The adoption curve of an innovation, with ties, the risk set and the stage of the centre."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.plots import plot_curve

    style = _style(lang, width, dpi, text)
    _print_lines(plot_curve(KnowledgeGraph.open(store), innovation, out, style, role=role, risk=risk,
                     until=until.date() if until else None, unverified=unverified))  # fmt: skip


def raster(
    out: Out,
    innovations: Annotated[list[str] | None, typer.Argument(help="只画这些做法 · only these innovations")] = None,
    least: Annotated[int, typer.Option(min=1, help="至少几个地方开展才画 · only those run in this many places")] = 2,
    lang: Lang = Language.both, width: Width = 17.0, dpi: Dpi = 200, text: AsText = False, unverified: All = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """城市×做法，首次日期为颜色 · Cities by innovations, the first date as colour; blank is not known."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.plots import plot_raster

    style = _style(lang, width, dpi, text)
    kg = KnowledgeGraph.open(store)
    _print_lines(plot_raster(kg, tuple(innovations or ()), out, style, least=least, unverified=unverified))


def batches(
    out: Out, lang: Lang = Language.both, width: Width = 17.0, dpi: Dpi = 200, text: AsText = False,
    unverified: All = False, store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """各批综试区 · Pilot zones by batch, with the date of the act and what has ended since."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.plots import plot_batches

    style = _style(lang, width, dpi, text)
    _print_lines(plot_batches(KnowledgeGraph.open(store), out, style, unverified=unverified))


def tiers(
    out: Out, lang: Lang = Language.both, width: Width = 17.0, dpi: Dpi = 200, text: AsText = False,
    unverified: All = False, store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """考核评估档次 · Evaluation tiers by year: a line a city, who entered, who is no longer found."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.plots import plot_tiers

    style = _style(lang, width, dpi, text)
    _print_lines(plot_tiers(KnowledgeGraph.open(store), out, style, unverified=unverified))


def subsidies(
    out: Out,
    topic: Annotated[
        list[str] | None, typer.Option("--topic", "-t", help="主题，可多次给出 · topic, may repeat: 独立站, brand …")
    ] = None,
    lang: Lang = Language.both, width: Width = 17.0, dpi: Dpi = 200, text: AsText = False, unverified: All = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """各地支持金额，按公布内容 · Stated amounts of support by topic and place, as published."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.presenters.plots import plot_subsidies

    style = _style(lang, width, dpi, text)
    _print_lines(plot_subsidies(KnowledgeGraph.open(store), tuple(topic or ()), out, style, unverified=unverified))


def _style(lang: Language, width: float, dpi: int, text: bool) -> PlotStyle:
    from cemai.viz.plots.plot_style import PlotStyle

    return PlotStyle(lang.value, width, dpi, text)


def _print_lines(lines: list[str]) -> None:
    for line in lines:
        say(line)
