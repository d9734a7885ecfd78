"""How many had taken something up by each date: cumulative curves by role, as text and as a picture."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cemai.graph.errors import OutputError
from cemai.queries.runner import Cell

from cemai.queries.session import Session as KnowledgeGraph
from .steps import Trace

_BARS = "▁▂▃▄▅▆▇█"
# A statement on all places together is no adoption by each of them.
_TOGETHER = {"PlaceGroup", "Country", "UnnamedPlace"}


@dataclass(frozen=True)
class Point:
    """On `date` (the first day that the `claims` leave open) `new` subjects took a role; `total` by then."""

    role: str
    date: str
    new: int
    total: int
    claims: str

    def row(self) -> dict[str, Cell]:
        """The point as a row for a table."""
        return asdict(self)


@dataclass(frozen=True)
class Curve:
    """The points of all roles; what has no date and what is said of places together is counted apart."""

    points: tuple[Point, ...]
    undated: int
    together: int

    def notes(self) -> list[str]:
        """What no curve counts."""
        words = f"{self.undated} 个无日期 undated, {self.together} 个多地合称 named together: not counted 未计入"
        return [words] if self.undated or self.together else []


def curve(kg: KnowledgeGraph, found: Trace) -> Curve:
    """The curves of a trace: each subject counts once a role, at its first date."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    every: set[tuple[str, str]] = set()
    groups: set[str] = set()
    for step in found.steps:
        if _TOGETHER & kg.classes(step.subject):
            groups.add(step.subject)
            continue
        key = (step.role, step.subject)
        every.add(key)
        if step.begin:
            first[key] = min((step.begin, step.claim), first.get(key, (step.begin, step.claim)))
    return Curve(tuple(_points(first)), len(every - set(first)), len(groups))


def _points(first: dict[tuple[str, str], tuple[str, str]]) -> list[Point]:
    """The points from the first day of each subject in each role, with the claim that says so."""
    by_role: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (role, _), (day, claim) in first.items():
        by_role[role][day].append(claim)
    points = []
    for role in sorted(by_role):
        total = 0
        for day, new in sorted(by_role[role].items()):
            total += len(new)
            points.append(Point(role, day, len(new), total, " ".join(sorted(new))))
    return points


def sparkline(found: Curve, role: str) -> str:
    """One bar a year, from the first year of any role to the last: ``2014 ▁▁▃█ 2017``."""
    years = [int(p.date[:4]) for p in found.points]
    totals = {int(p.date[:4]): p.total for p in found.points if p.role == role}
    top, bars, held = max(totals.values()), "", 0
    for year in range(min(years), max(years) + 1):
        held = totals.get(year, held)
        bars += _BARS[(held * (len(_BARS) - 1) + top - 1) // top] if held else " "
    return f"{min(years)} {bars} {max(years)}"


def plot(found: Curve, title: str, path: Path) -> None:
    """The curves as a PNG or SVG file, steps at the dates. Raises OutputError without matplotlib.

    Without a font for Chinese the title is its part in English (``zh · en``), or the characters that are ASCII.
    """
    if path.suffix.lower() not in (".png", ".svg"):
        raise OutputError(f"{path}: a picture ends in .png or .svg 图片后缀须为 png 或 svg")
    try:
        from matplotlib import rc_context
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise OutputError("a picture needs matplotlib: pip install 'cemai[plot]' 画图需要安装 matplotlib") from None
    import io

    from cemai.graph.export.files import whole_file
    from cemai.viz.plots.fonts import LATIN, chinese_font

    font = chinese_font()
    style: Any = {"svg.hashsalt": "cemai", "font.family": [font, LATIN] if font else [LATIN], "text.parse_math": False}
    drawn, form = io.BytesIO(), path.suffix.lower()[1:]
    with rc_context(style):
        figure = Figure(figsize=(8, 4.5), layout="constrained")
        FigureCanvasAgg(figure)
        _draw(figure.add_subplot(), found, title if font else _latin(title))
        figure.savefig(drawn, format=form, metadata={"Date": None} if form == "svg" else {"Software": None})
    with whole_file(path) as file:
        file.write(drawn.getvalue())


def _draw(axes: Any, found: Curve, title: str) -> None:
    """A line a role, with steps at the dates."""
    import numpy

    for role in dict.fromkeys(p.role for p in found.points):
        points = [p for p in found.points if p.role == role]
        days, totals = numpy.array([p.date for p in points], dtype="datetime64[D]"), [p.total for p in points]
        axes.step(days, totals, where="post", marker="o", label=f"{role} ({totals[-1]})")
    axes.set(title=title, xlabel="first day that the date leaves open", ylabel="subjects so far")
    axes.set_ylim(bottom=0)
    if found.points:
        axes.legend()


def _latin(title: str) -> str:
    """``zh · en`` without what a Latin font cannot draw."""
    return title.partition(" · ")[2] or "".join(c for c in title if c.isascii()).strip()
