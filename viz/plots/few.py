"""Too few dates for a curve: each adopter on a line of its own, so that nothing looks like a trend."""

from __future__ import annotations

from datetime import date
from typing import Any

from cemai.graph.model.dates import shifted
from cemai.ontology.text import LangText
from cemai.viz.content import Head

from .days import mark, number, span
from .plate import BLUE, SMALL, Entry, titled_figure
from .plot_style import PlotStyle
from .spread import CurveRows, shade, stage_entries

ROW, SHOWN = 0.75, 40
UNDATED = LangText("日期未载", "date not stated")


def draw_few(head: Head, rows: CurveRows, style: PlotStyle) -> Any:
    """The figure: a bar for a span, a dot for a day, what has no date only stands in the list."""
    dated = [(name, tie) for tie in rows.ties for name in tie.names]
    lines = [name for name, _ in dated] + list(rows.undated)
    shown = lines[:SHOWN]
    figure = titled_figure(head, _entries(rows), style, 1.4 + ROW * max(len(shown), 2))
    axes = figure.subplots()
    first, last = _range(rows)
    shade(axes, rows.stages, number(last))
    for y, (_, tie) in enumerate(dated[:SHOWN]):
        begin, end = number(tie.earliest), number(tie.latest)
        face = BLUE if tie.sure else "white"
        if begin < end:
            axes.barh(y, end - begin, left=begin, height=0.34, facecolor=face, edgecolor=BLUE, lw=1.0, alpha=0.8)
        else:
            axes.plot([begin], [y], "o", ms=5, mfc=face, mec=BLUE)
        axes.annotate(span(tie.earliest, tie.latest), ((begin + end) / 2, y), (0, 6), textcoords="offset points",
                      fontsize=SMALL, ha="center", va="bottom")  # fmt: skip
    axes.set_yticks(range(len(shown)), [_label(name, i >= len(dated), style) for i, name in enumerate(shown)])
    axes.set_ylim(max(len(shown), 1) - 0.4, -0.9)
    if rows.until > date.min:
        mark(axes, first, last)
    else:
        axes.set_xticks([])
    axes.set_xlim(number(first), number(last))
    return figure


def _label(name: LangText, undated: bool, style: PlotStyle) -> str:
    """The name; one without a date says so, because it has no place on the axis."""
    return style.say(name, 36) + (f"\n{style.say(UNDATED)}" if undated else "")


def _range(rows: CurveRows) -> tuple[date, date]:
    """From before the first day to after the last; any two days where no day is known."""
    days = [rows.until, *(d for t in rows.ties for d in (t.earliest, t.latest)), *(s.begin for s in rows.stages),
            *(p.day for p in rows.points[:1])]  # fmt: skip
    known = [day for day in days if day > date.min] or [date(2000, 1, 1)]
    edge = max(120, (max(known) - min(known)).days // 12)
    return shifted(min(known), -edge), shifted(max(known), edge)


def _entries(rows: CurveRows) -> list[Entry]:
    from matplotlib.lines import Line2D

    found: list[Entry] = []
    if any(tie.sure for tie in rows.ties):
        found.append((Line2D([], [], marker="o", color=BLUE, lw=0), LangText("有日期的采用", "dated adoption")))
    if any(not tie.sure for tie in rows.ties):
        mark_ = Line2D([], [], marker="o", color=BLUE, mfc="white", lw=0)
        found.append((mark_, LangText("仅有未核实的陈述", "unverified statements only")))
    return found + stage_entries(rows.stages)
