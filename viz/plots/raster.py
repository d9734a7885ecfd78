"""Cities by innovations: the first date as colour and year; what no statement says stays blank: not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cemai.ontology.text import LangText
from cemai.viz.content import Head

from .plate import BLACK, GREY, PALE, Entry, measured, titled_figure
from .plot_style import PlotStyle
from .text_fit import short

ROW, LABEL = 0.29, 6.3
SQUARE = 0.9


@dataclass(frozen=True)
class RasterMark:
    """The first adoption, on a day from `earliest` to `latest` (None: no date). Not `sure`: unverified only."""

    earliest: date | None
    latest: date | None
    sure: bool = True

    def words(self, digits: int = 4) -> str:
        """``2019`` where one year is meant, ``≤2016`` where the sources leave several open, ``·`` without a date."""
        if not self.latest:
            return "·"
        one = self.earliest and self.earliest.year == self.latest.year
        return f"{'' if one else '≤'}{str(self.latest.year)[-digits:]}"


@dataclass(frozen=True)
class Raster:
    """Groups of rows (`cities`, `customs districts`), the columns, and the marks by row and column number."""

    groups: tuple[tuple[LangText, tuple[LangText, ...]], ...]
    innovations: tuple[LangText, ...]
    marks: Mapping[tuple[int, int], RasterMark]


def draw(head: Head, raster: Raster, style: PlotStyle) -> Any:
    """The figure."""
    places = [place for _, group in raster.groups for place in group]
    across = max(len(raster.innovations), 1)
    longest = max(
        (measured(LABEL)(line) for n in raster.innovations for line in _column(n, style).split("\n")), default=0
    )
    figure = titled_figure(head, _entries(raster), style, longest + 0.6 + ROW * (len(places) + len(raster.groups)))
    axes = figure.subplots()
    heights, labels = _rows(axes, raster, style, across)
    years = sorted({m.latest.year for m in raster.marks.values() if m.latest})
    # In a narrow column the year keeps its last two digits: letters below 4.5 points cannot be read.
    room = style.width * 0.72 / across * 72 / 2.54
    size, digits = (min(6.0, room / 3.4), 4) if room > 15 else (min(5.5, room / 2.0), 2)
    for (row, column), mark in sorted(raster.marks.items()):
        _square(axes, column, heights[row], mark, _shade(mark, years), size, digits)
    axes.set_xticks(
        range(across), [_column(name, style) for name in raster.innovations] or [""], rotation=90, linespacing=1.0
    )
    axes.xaxis.tick_top()
    axes.set_yticks(heights, labels)
    axes.tick_params(axis="both", length=0, labelsize=LABEL)
    axes.set_xlim(-0.55, across - 0.45)
    axes.set_ylim(max([*heights, 0]) + 0.7, -0.4)
    for side in axes.spines.values():
        side.set_visible(False)
    return figure


def _column(name: LangText, style: PlotStyle) -> str:
    """The name of an innovation, a line a language."""
    return "\n".join(short(line, 34) for line in style.lines(name))


def _rows(axes: Any, raster: Raster, style: PlotStyle, across: int) -> tuple[list[float], list[str]]:
    """Heights and labels of the rows; a line with the name of the group above each group."""
    heights, labels, y = list[float](), list[str](), 0.0
    for name, group in raster.groups:
        axes.text(-0.5, y, style.say(name), fontsize=7, weight="bold", va="center", in_layout=False)
        axes.axhline(y - 0.5, color=GREY, lw=0.6)
        for place in group:
            y += 1
            heights.append(y)
            labels.append(style.say(place, 40))
            axes.axhline(y, color=PALE, lw=0.3, zorder=0)
        y += 1
    for column in range(across):
        axes.axvline(column, color=PALE, lw=0.3, zorder=0)
    return heights, labels


def _shade(mark: RasterMark, years: Sequence[int]) -> Any:
    """From dark (early) to light (late); white without a date."""
    from matplotlib import colormaps

    if not mark.latest:
        return "white"
    spread = max(years[-1] - years[0], 1)
    return colormaps["cividis"](0.08 + 0.87 * (mark.latest.year - years[0]) / spread)


def _square(axes: Any, x: float, y: float, mark: RasterMark, shade: Any, size: float, digits: int) -> None:
    from matplotlib.patches import Rectangle

    edge = GREY if not mark.latest else shade
    face = shade if mark.sure else "white"
    box = Rectangle((x - SQUARE / 2, y - SQUARE / 2), SQUARE, SQUARE, facecolor=face, edgecolor=edge, lw=0.8,
                    ls="-" if mark.sure else "--")  # fmt: skip
    axes.add_patch(box)
    colour = BLACK if face == "white" or _light(face) else "white"
    words = mark.words(digits)
    axes.text(x, y, words, fontsize=size * min(1, digits / len(words)), ha="center", va="center_baseline", color=colour)


def _light(colour: Any) -> bool:
    red, green, blue = colour[:3]
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)


def _entries(raster: Raster) -> list[Entry]:
    from matplotlib.patches import Patch

    years = sorted({m.latest.year for m in raster.marks.values() if m.latest})
    found: list[Entry] = []
    for year in years if len(years) <= 12 else (years[0], years[-1]):
        found.append((Patch(color=_shade(RasterMark(None, date(year, 1, 1)), years)), LangText(str(year), str(year))))
    if any(m.words().startswith("≤") for m in raster.marks.values()):
        found.append((Patch(color="white"), LangText("≤2016：至该年为止", "≤2016: by the end of that year")))
    if any(not m.latest for m in raster.marks.values()):
        undated = Patch(facecolor="white", edgecolor=GREY, lw=0.8)
        found.append((undated, LangText("· 有陈述，日期未载", "· stated, without a date")))
    if any(not m.sure for m in raster.marks.values()):
        dashed = Patch(facecolor="white", edgecolor=GREY, lw=0.8, ls="--")
        found.append((dashed, LangText("空心虚框：仅有未核实的陈述", "hollow, dashed: unverified statements only")))
    return [*found, (Patch(color="white"), LangText("空白：未知", "blank: not known"))]
