"""The adoption curve of a page, counted as `cemai diffusion --curve` does: certain as a line, possible as a band."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree import ElementTree as ET  # written, never read

from cemai.graph.diffusion.curve import CurvePoint
from cemai.ontology.text import EMPTY, LangText
from cemai.viz.content import Head
from cemai.viz.plots.spread import CurveRows

from .model import PageFigure
from .svg import INK, MARK, OPEN, QUIET, WIDTH, Scale, line, path, picture, text, written, year_lines

HEIGHT, TOP, BASE, LEFT, RIGHT = 224, 30, 190, 44, WIDTH - 40
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_COLUMNS = ("day", "certain", "possible", "at_risk")


def curve_figure(head: Head, rows: CurveRows) -> PageFigure | None:
    """The picture of a spread; None where too few are dated for a line. What it says below is the head's subtitle."""
    points = rows.points or rows.more
    if rows.few or not points:
        return None
    source = LangText(*(" ".join(note.in_(language) for note in head.notes) for language in ("zh", "en")))
    svg = picture(HEIGHT, head.title, source)
    first = min(point.day for point in (*rows.points, *rows.more))
    scale = Scale(first.isoformat(), rows.until.isoformat(), RIGHT, LEFT)
    most = max(point.possible for point in (*rows.points, *rows.more))
    _axes(svg, scale, most, rows)

    def place(count: int) -> int:
        return round(BASE - count / most * (BASE - TOP))

    _steps(svg, scale, place, rows)
    _counts(svg, scale, place, points)
    table = tuple((p.day.isoformat(), str(p.certain), str(p.possible), str(p.at_risk)) for p in points)
    return PageFigure(head.title, written(svg), _COLUMNS, table, _flat(head.subtitle), source)


def _axes(svg: ET.Element, scale: Scale, most: int, rows: CurveRows) -> None:
    year_lines(svg, scale, TOP - 10, BASE, HEIGHT - 16)
    step = next((s for s in _STEPS if most / s <= 5), _STEPS[-1])
    for count in range(0, most + 1, step):
        y = round(BASE - count / most * (BASE - TOP))
        line(svg, LEFT, y, RIGHT, y)
        text(svg, LEFT - 6, y + 4, str(count), QUIET, 11, "end")
    words = LangText(f"累计采用（{rows.unit.zh}）", f"adopters so far ({rows.unit.en})")
    legend = ["实线：确定 certain", "浅色：日期所留余地 what the dates leave open"] if rows.points else []
    legend += ["虚线：含未核实 with unverified"] if rows.more else []
    text(svg, 4, 13, f"{words.both(' · ')}；{'，'.join(legend)}", QUIET, 11)


def _steps(svg: ET.Element, scale: Scale, place: Callable[[int], int], rows: CurveRows) -> None:
    """The line of the certain, the band up to the possible; dashed with unverified statements."""
    if rows.points:
        certain = _along(scale, place, rows.points, [p.certain for p in rows.points])
        possible = _along(scale, place, rows.points, [p.possible for p in rows.points])
        corners = [*possible, *reversed(certain)]
        band = "M" + "L".join(f"{x} {y}" for x, y in corners) + "Z"
        path(svg, band, fill=OPEN, fill_opacity="0.4", stroke="none")
        path(svg, "M" + "L".join(f"{x} {y}" for x, y in certain), fill="none", stroke=MARK, stroke_width="2")
    if rows.more:
        wide = _along(scale, place, rows.more, [p.certain for p in rows.more])
        along = "M" + "L".join(f"{x} {y}" for x, y in wide)
        path(svg, along, fill="none", stroke=MARK, stroke_width="1.2", stroke_dasharray="5 3")


def _along(
    scale: Scale, place: Callable[[int], int], points: Sequence[CurvePoint], counts: Sequence[int]
) -> list[tuple[int, int]]:
    """The corners of a step line: from nothing on the first day, held to the last."""
    corners, y = [(scale.x(points[0].day.isoformat()), BASE)], BASE
    for point, count in zip(points, counts, strict=True):
        x = scale.x(point.day.isoformat())
        corners += [(x, y), (x, place(count))]
        y = place(count)
    return corners


def _counts(svg: ET.Element, scale: Scale, place: Callable[[int], int], points: Sequence[CurvePoint]) -> None:
    """The count at each step of the certain line, the last first; one that would lie on another is left out."""
    taken: list[tuple[int, int]] = []
    before = [0, *(p.certain for p in points)]
    for point, previous in reversed(list(zip(points, before, strict=False))):
        x, y = scale.x(point.day.isoformat()) + 3, place(point.certain) - 4
        if point.certain > previous and not any(abs(x - a) < 18 and abs(y - b) < 12 for a, b in taken):
            taken.append((x, y))
            text(svg, x, y, str(point.certain), INK, 11)


def _flat(words: LangText) -> LangText:
    """One line."""
    return LangText(words.zh.replace("\n", " "), words.en.replace("\n", " ")) if words else EMPTY
