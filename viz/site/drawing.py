"""Small pictures of a page: dated statements as a strip, counts as bars."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET  # written, never read

from cemai.ontology.text import EMPTY, LangText
from cemai.viz.content import StatementView

from .model import PageFigure
from .svg import INK, LEFT, MARK, WIDTH, Scale, picture, text, written, year_lines

ROW, AXIS = 22, 26
MOST = 30


def strip(name: LangText, facts: Sequence[StatementView], source: LangText = EMPTY) -> PageFigure | None:
    """Dated statements from first to last, one line each (those of one act and span together); None without any."""
    groups: dict[tuple[str, str, str], list[StatementView]] = {}
    for fact in sorted((f for f in facts if f.begin), key=lambda f: (f.begin, f.end, f.claim)):
        shared = fact.act or f"{fact.role} {fact.object}"
        groups.setdefault((fact.begin, fact.end, shared), []).append(fact)
    if not groups:
        return None
    drawn = list(groups.items())[:MOST]
    scale = Scale(min(k[0] for k, _ in drawn), max(k[1] or k[0] for k, _ in drawn))
    svg = picture(AXIS + ROW * len(drawn) + 8, name, source)
    year_lines(svg, scale, AXIS - 6, AXIS + ROW * len(drawn), 14)
    for number, ((begin, end, _), group) in enumerate(drawn):
        _mark(svg, scale, begin, end, AXIS + ROW * number + 12, _label(group))
    left = len(groups) - len(drawn)
    note = LangText(f"另有 {left} 组未画", f"{left} more groups are not drawn") if left else EMPTY
    rows = tuple((f.date, f.begin, f.end, f.kind.zh, f.subject_name.zh, f.role, f.object_name.zh, f.tier, f.claim)
                 for _, group in groups.items() for f in group)  # fmt: skip
    columns = ("date", "begin", "end", "kind", "subject", "role", "object", "tier", "claim")
    return PageFigure(name, written(svg), columns, rows, note, source)


def bars(
    name: LangText, counts: Sequence[tuple[str, int]], columns: tuple[str, str], source: LangText = EMPTY
) -> PageFigure:
    """One bar a row, its number at the end."""
    svg, most = picture(ROW * len(counts) + 16, name, source), max((n for _, n in counts), default=1)
    for number, (label, count) in enumerate(counts):
        y = 8 + ROW * number
        text(svg, LEFT, y + 14, label, INK, 12)
        width = round(count / most * (WIDTH - 260))
        ET.SubElement(svg, "rect", {"x": "180", "y": str(y + 3), "width": str(width), "height": "14", "fill": MARK})
        text(svg, 186 + width, y + 14, str(count), INK, 12)
    rows = tuple((label, str(count)) for label, count in counts)
    return PageFigure(name, written(svg), columns, rows, EMPTY, source)


def _mark(svg: ET.Element, scale: Scale, begin: str, end: str, y: int, words: str) -> None:
    """A dot for a day, a bar for a span, the words to the right of it."""
    x1, x2 = scale.x(begin), max(scale.x(end or begin), scale.x(begin) + 4)
    if begin == end:
        ET.SubElement(svg, "circle", {"cx": str(x1), "cy": str(y), "r": "4", "fill": MARK})
    else:
        ET.SubElement(svg, "rect", {"x": str(x1), "y": str(y - 3), "width": str(x2 - x1), "height": "6", "rx": "3",
                                    "fill": MARK, "fill-opacity": "0.6"})  # fmt: skip
    text(svg, x2 + 9, y + 4, words, INK, 12)


def _label(group: Sequence[StatementView]) -> str:
    first, count = group[0], len({f.subject for f in group})
    who = first.subject_name.zh if count == 1 else f"{count} 个主体"
    words = " ".join(filter(None, (first.date, who, first.role_name.zh, first.object_name.zh)))
    return words if len(words) <= 44 else words[:43] + "…"
