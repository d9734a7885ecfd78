"""The adoption curve: cumulative adopters as steps, what the dates leave open as a band, the risk set below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cemai.graph.diffusion.curve import CurvePoint
from cemai.ontology.text import LangText
from cemai.viz.content import Head

from .days import mark, number, span
from .few import draw_few
from .plate import BLACK, BLUE, GREY, PALE, SKY, SMALL, Entry, measured, titled_figure
from .plot_style import PlotStyle
from .spread import CurveRows, TiedAdopters, shade, stage_entries

DASHED = (0, (4, 2))


def draw(head: Head, rows: CurveRows, style: PlotStyle) -> Any:
    """The figure."""
    if rows.few:
        return draw_few(head, rows, style)
    figure = titled_figure(head, _entries(rows), style, 9.0 if rows.at_risk else 7.0)
    panels = figure.subplots(2 if rows.at_risk else 1, 1, sharex=True, squeeze=False,
                             height_ratios=(7, 3) if rows.at_risk else None)[:, 0]  # fmt: skip
    above, below = panels[0], panels[-1]
    days = [number(p.day) for p in (*rows.points, *rows.more)]
    first, last = min(days), max(*days, number(rows.until))
    for axes in panels:
        shade(axes, rows.stages, last)
        if rows.closed:
            axes.axvline(number(rows.closed), color=GREY, lw=0.8, ls=":")
    _adopters(above, rows, last)
    begin = _labels(above, rows, first, last, style)
    if rows.at_risk:
        _risk(below, rows.points or rows.more, last)
        below.set_ylabel(style.say(LangText("风险集", "at risk")))
    mark(below, date.fromordinal(first), date.fromordinal(last))
    below.set_xlim(begin, last + (last - first) * 0.012)  # a step on the last day is seen
    above.set_ylabel(style.say(LangText("累计采用", "adopters so far")))
    return figure


def _adopters(axes: Any, rows: CurveRows, last: int) -> None:
    """Certain adopters as a line with the possible ones as a band above it; dashed with unverified statements."""
    if rows.points:
        days, certain = _steps(rows.points, [p.certain for p in rows.points], last)
        possible = _steps(rows.points, [p.possible for p in rows.points], last)[1]
        axes.fill_between(days, certain, possible, step="post", color=SKY, alpha=0.45, lw=0)
        axes.step(days, certain, where="post", color=BLUE)
    if rows.more:
        axes.step(*_steps(rows.more, [p.certain for p in rows.more], last), where="post", color=BLUE, ls=DASHED, lw=1.0)
    axes.set_ylim(0, max(p.possible for p in (*rows.points, *rows.more)) * 1.14)
    axes.yaxis.get_major_locator().set_params(integer=True)


def _steps(points: Sequence[CurvePoint], values: Sequence[int], last: int) -> tuple[list[int], list[int]]:
    """Days and values of a step line: it starts from nothing and holds to the end of the data."""
    days = [number(p.day) for p in points]
    return [days[0], *days, last], [0, *values, values[-1]]


def _labels(axes: Any, rows: CurveRows, first: int, last: int, style: PlotStyle) -> float:
    """``+27 2019-01-01`` left of its step, the largest first; one that would lie on another is left out.

    Gives the day at which the axis must begin to hold the labels.
    """
    taken: list[tuple[int, int]] = []
    begin, measure = first - (last - first) * 0.03, measured(SMALL)
    for day, names in jumps(rows.ties).items():
        at, height = number(day), max((p.certain for p in rows.points if p.day <= day), default=0)
        if any(abs(height - h) < rows.dated * 0.055 and abs(at - d) < (last - first) * 0.3 for d, h in taken):
            continue
        taken.append((at, height))
        begins = {tie.earliest for tie in rows.ties if tie.sure and tie.latest == day}
        words = f"+{names} {span(begins.pop(), day) if len(begins) == 1 else f'– {day}'}"
        axes.annotate(words, (at, height), (-3, 2), textcoords="offset points", ha="right", va="bottom", fontsize=SMALL,
                      bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.65, "pad": 0.8})  # fmt: skip
        # The share of the axis that the label takes; the axis is about 2 cm narrower than the picture.
        share = min((measure(words) + 0.25) / (style.width - 2.0), 0.6)
        begin = min(begin, at - (last - at) * share / (1 - share)) if at - first < (last - first) * share else begin
    return begin


def jumps(ties: Sequence[TiedAdopters]) -> Mapping[date, int]:
    """How many verified or act-cited adopters a day of the certain line adds, the largest steps first."""
    found: dict[date, int] = {}
    for tie in ties:
        if tie.sure:
            found[tie.latest] = found.get(tie.latest, 0) + len(tie.names)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _risk(axes: Any, points: Sequence[CurvePoint], last: int) -> None:
    days, inside = _steps(points, [p.at_risk for p in points], last)
    without = _steps(points, [p.at_risk - p.certain_at_risk for p in points], last)[1]
    axes.fill_between(days, 0, without, step="post", color=PALE, lw=0)
    axes.step(days, inside, where="post", color=BLACK, lw=1.0)
    axes.set_ylim(0, max(*inside, 1) * 1.15)
    axes.yaxis.get_major_locator().set_params(integer=True, nbins=4)


def _entries(rows: CurveRows) -> list[Entry]:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    found: list[Entry] = []
    if rows.points:
        found.append((Line2D([], [], color=BLUE), LangText("累计采用（确定）", "adopted for certain")))
    if any(p.certain != p.possible for p in rows.points):
        found.append((Patch(color=SKY, alpha=0.45, lw=0), LangText("日期所留余地", "what the dates leave open")))
    if rows.more:
        found.append((Line2D([], [], color=BLUE, ls=DASHED, lw=1.0), LangText("含未核实", "with unverified")))
    if rows.at_risk:
        found.append((Line2D([], [], color=BLACK, lw=1.0), LangText("风险集", "risk set")))
        found.append((Patch(color=PALE), LangText("其中按尚未采用计", "of it, counted as not yet adopted")))
    if rows.closed:
        opened = LangText(f"{rows.closed} 放开，风险集关闭", f"{rows.closed} opened to all: risk set closes")
        found.append((Line2D([], [], color=GREY, lw=0.8, ls=":"), opened))
    return found + stage_entries(rows.stages)
