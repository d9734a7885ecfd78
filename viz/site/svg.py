"""Pieces of small pictures as SVG: attributes, no styles, so that they look the same when they are taken away."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET  # written, never read

from cemai.ontology.text import LangText

INK, QUIET, LINE, MARK, OPEN = "#22262a", "#5c6166", "#d6d3cd", "#0072B2", "#56B4E9"
FONT = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
WIDTH, LEFT = 760, 14


class Scale:
    """Days to places on the axis, from the first day of the first year to the last of the last."""

    def __init__(self, first: str, last: str, right: int = round(WIDTH * 0.55), left: int = LEFT) -> None:
        self.left, self.right = left, right
        self.first, self.last = date(int(first[:4]), 1, 1), date(int(last[:4]), 12, 31)

    def x(self, day: str) -> int:
        """Where an ISO day stands."""
        share = (date.fromisoformat(day) - self.first).days / ((self.last - self.first).days + 1)
        return round(self.left + share * (self.right - self.left))

    def years(self) -> range:
        """The years that are written on the axis, ten at most."""
        return range(self.first.year, self.last.year + 2, max(1, (self.last.year + 1 - self.first.year) // 9))


def picture(height: int, name: LangText, source: LangText) -> ET.Element:
    """An empty picture that knows its title and where its data come from."""
    svg = ET.Element(
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
    ET.SubElement(svg, "title").text = clean(name.both(" · "))
    if source.zh:
        ET.SubElement(svg, "desc").text = clean(source.both(" · "))
    return svg


def year_lines(svg: ET.Element, scale: Scale, top: int, base: int, text_y: int) -> None:
    """A line and a number for years."""
    for year in scale.years():
        x = scale.x(f"{year:04d}-01-01") if year <= scale.last.year else scale.right
        line(svg, x, top, x, base)
        text(svg, x + 2, text_y, str(year), QUIET, 11)


def line(svg: ET.Element, x1: int, y1: int, x2: int, y2: int) -> None:
    """A quiet line."""
    ET.SubElement(svg, "line", {"x1": str(x1), "y1": str(y1), "x2": str(x2), "y2": str(y2), "stroke": LINE})


def text(svg: ET.Element, x: int, y: int, words: str, colour: str, size: int, anchor: str = "") -> None:
    """Words whose base line begins at (x, y), or ends there with the anchor ``end``."""
    place = {"x": str(x), "y": str(y), "fill": colour, "font-size": str(size)}
    element = ET.SubElement(svg, "text", place | ({"text-anchor": anchor} if anchor else {}))
    element.text = clean(words)


def path(svg: ET.Element, along: str, **attributes: str) -> None:
    """A path; ``stroke_width`` is written ``stroke-width``."""
    ET.SubElement(svg, "path", {"d": along} | {key.replace("_", "-"): value for key, value in attributes.items()})


def written(svg: ET.Element) -> str:
    """The picture as text."""
    return ET.tostring(svg, encoding="unicode")


def clean(words: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(c for c in words if c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
