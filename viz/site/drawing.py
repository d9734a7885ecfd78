"""Small pictures as SVG text: attributes instead of styles, so that they look the same when they are taken away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as ET  # written, never read

from cemai.ontology.text import LangText
from cemai.viz.facts import Fact

from .model import Figure

INK, QUIET, LINE, MARK = "#22262a", "#5c6166", "#d6d3cd", "#0072B2"
FONT = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
WIDTH, LEFT, ROW, AXIS = 760, 14, 22, 26
MOST = 30


def strip(name: LangText, facts: Sequence[Fact]) -> Figure | None:
    """Dated statements from first to last, one line each (those of one act and span together); None without any."""
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in sorted((f for f in facts if f.begin), key=lambda f: (f.begin, f.end, f.claim)):
        what = fact.act or f"{fact.role} {fact.object}"
        groups.setdefault((fact.begin, fact.end, what), []).append(fact)
    if not groups:
        return None
    drawn = list(groups.items())[:MOST]
    scale = _Scale(min(k[0] for k, _ in drawn), max(k[1] or k[0] for k, _ in drawn))
    svg = _svg(AXIS + ROW * len(drawn) + 8)
    for year in scale.years():
        x = scale.x(f"{year:04d}-01-01")
        _line(svg, x, AXIS - 6, x, AXIS + ROW * len(drawn))
        _text(svg, x + 2, 14, str(year), QUIET, 11)
    for number, ((begin, end, _), group) in enumerate(drawn):
        _mark(svg, scale, begin, end, AXIS + ROW * number + 12, _words(group))
    left = len(groups) - len(drawn)
    note = LangText(f"另有 {left} 组未画", f"{left} more groups are not drawn") if left else LangText("")
    rows = tuple((f.date, f.begin, f.end, f.kind.zh, f.subject_name.zh, f.role, f.object_name.zh, f.tier, f.claim)
                 for _, group in groups.items() for f in group)  # fmt: skip
    columns = ("date", "begin", "end", "kind", "subject", "role", "object", "tier", "claim")
    return Figure(name, ET.tostring(svg, encoding="unicode"), columns, rows, note)


def curve(name: LangText, facts: Sequence[Fact]) -> Figure | None:
    """How many subjects had taken it up by each stated day; None for fewer than three days."""
    first: dict[str, Fact] = {}
    for fact in sorted((f for f in facts if f.begin), key=lambda f: (f.begin, f.claim)):
        first.setdefault(fact.subject, fact)
    days = sorted({f.begin for f in first.values()})
    if len(days) < 3:
        return None
    counts = [sum(f.begin <= day for f in first.values()) for day in days]
    undated = len({f.subject for f in facts} - set(first))
    height, base, scale = 190, 160, _Scale(days[0], days[-1], WIDTH - 40)
    svg = _svg(height)
    for year in scale.years():
        x = scale.x(f"{year:04d}-01-01")
        _line(svg, x, 10, x, base)
        _text(svg, x + 2, height - 12, str(year), QUIET, 11)
    path, y = f"M{scale.x(days[0])} {base}", base
    for day, count in zip(days, counts, strict=True):
        y = round(base - count / counts[-1] * (base - 24))
        path += f"H{scale.x(day)}V{y}"
    ET.SubElement(svg, "path", {"d": f"{path}H{scale.right}", "fill": "none", "stroke": MARK, "stroke-width": "2"})
    for day, count in zip(days, counts, strict=True):
        _text(svg, scale.x(day) + 3, round(base - count / counts[-1] * (base - 24)) - 3, str(count), INK, 11)
    note = LangText(
        f"另有 {undated} 个主体没有日期，不在曲线上", f"{undated} more subjects bear no date and are not on the curve"
    )
    rows = tuple((day, str(count)) for day, count in zip(days, counts, strict=True))
    return Figure(
        name, ET.tostring(svg, encoding="unicode"), ("day", "subjects"), rows, note if undated else LangText("")
    )


def bars(name: LangText, counts: Sequence[tuple[str, int]], columns: tuple[str, str]) -> Figure:
    """One bar a row, its number at the end."""
    svg, most = _svg(ROW * len(counts) + 16), max((n for _, n in counts), default=1)
    for number, (label, count) in enumerate(counts):
        y = 8 + ROW * number
        _text(svg, LEFT, y + 14, label, INK, 12)
        width = round(count / most * (WIDTH - 260))
        ET.SubElement(svg, "rect", {"x": "180", "y": str(y + 3), "width": str(width), "height": "14", "fill": MARK})
        _text(svg, 186 + width, y + 14, str(count), INK, 12)
    rows = tuple((label, str(count)) for label, count in counts)
    return Figure(name, ET.tostring(svg, encoding="unicode"), columns, rows)


class _Scale:
    """Days to places on the axis."""

    def __init__(self, first: str, last: str, right: int = round(WIDTH * 0.55)) -> None:
        self.right = right
        self.first, self.last = date(int(first[:4]), 1, 1), date(int(last[:4]) + 1, 1, 1)

    def x(self, day: str) -> int:
        share = (date.fromisoformat(day) - self.first).days / (self.last - self.first).days
        return round(LEFT + share * (self.right - LEFT))

    def years(self) -> range:
        return range(self.first.year, self.last.year + 1, max(1, (self.last.year - self.first.year) // 9))


def _svg(height: int) -> ET.Element:
    return ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {height}",
            "width": str(WIDTH),
            "height": str(height),
            "font-family": FONT,
            "role": "img",
        },
    )


def _line(svg: ET.Element, x1: int, y1: int, x2: int, y2: int) -> None:
    ET.SubElement(svg, "line", {"x1": str(x1), "y1": str(y1), "x2": str(x2), "y2": str(y2), "stroke": LINE})


def _text(svg: ET.Element, x: int, y: int, words: str, colour: str, size: int) -> None:
    element = ET.SubElement(svg, "text", {"x": str(x), "y": str(y), "fill": colour, "font-size": str(size)})
    element.text = clean(words)


def _mark(svg: ET.Element, scale: _Scale, begin: str, end: str, y: int, words: str) -> None:
    """A dot for a day, a bar for a span, the words to the right of it."""
    x1, x2 = scale.x(begin), max(scale.x(end or begin), scale.x(begin) + 4)
    if begin == end:
        ET.SubElement(svg, "circle", {"cx": str(x1), "cy": str(y), "r": "4", "fill": MARK})
    else:
        ET.SubElement(svg, "rect", {"x": str(x1), "y": str(y - 3), "width": str(x2 - x1), "height": "6", "rx": "3",
                                    "fill": MARK, "fill-opacity": "0.6"})  # fmt: skip
    _text(svg, x2 + 9, y + 4, words, INK, 12)


def _words(group: Sequence[Fact]) -> str:
    first, count = group[0], len({f.subject for f in group})
    who = first.subject_name.zh if count == 1 else f"{count} 个主体"
    text = " ".join(filter(None, (first.date, who, first.role_name.zh, first.object_name.zh)))
    return text if len(text) <= 44 else text[:43] + "…"


def clean(words: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(c for c in words if c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
