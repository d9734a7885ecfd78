"""The sheet that every plot stands on: title, legend, room for the axes, and the foot with sources and limits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cemai.ontology.text import LangText
from cemai.viz.facts import Head

from .fonts import is_wide
from .look import Look
from .words import wrapped

# Okabe and Ito's colours, told apart by colour-blind readers.
BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, RED, PINK = (
    "#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7",
)  # fmt: skip
GREY, PALE = "#5C6166", "#D5D8DC"
TITLE, BODY, SMALL, FOOT = 11.0, 8.0, 7.0, 6.3
INCH, POINT, LEADING, EDGE = 2.54, 2.54 / 72, 1.45, 0.35
LEGEND = 0.5
Entry = tuple[Any, LangText]


@dataclass(frozen=True)
class _Block:
    """Lines of one size and colour."""

    lines: list[str]
    size: float
    colour: str
    weight: str = "normal"

    @property
    def height(self) -> float:
        """In cm."""
        return len(self.lines) * self.size * POINT * LEADING


def plate(head: Head, entries: Sequence[Entry], look: Look, body: float) -> Any:
    """A figure with head, legend and foot written, and `body` cm left for the axes (constrained layout)."""
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    room = look.width - 2 * EDGE
    top = [
        _block(look.lines(head.title), TITLE, BLACK, room, 4, "bold"),
        _block(look.lines(head.subtitle), BODY, BLACK, room, 8),
    ]
    foot = _block([line for note in head.notes for line in look.lines(note)], FOOT, GREY, room, 40)
    legend = _legend_rows(entries, look, room)
    above = EDGE + sum(block.height for block in top) + len(legend) * LEGEND + 0.15
    height = above + body + 0.25 + foot.height + EDGE
    figure = Figure(figsize=(look.width / INCH, height / INCH), dpi=look.dpi)
    figure.set_label(" ".join(look.lines(head.title)))
    at = height - EDGE
    for block in top:
        at = _write(figure, block, at)
    for row in legend:
        figure.legend(
            [mark for mark, _ in row], [text for _, text in row], loc="center left", ncols=len(row), frameon=False,
            bbox_to_anchor=(EDGE / look.width, (at - 0.1 - LEGEND / 2) / height), borderaxespad=0, borderpad=0,
            handlelength=1.8, handletextpad=0.5, columnspacing=1.5,
        )  # fmt: skip
        at -= LEGEND
    _write(figure, foot, EDGE + foot.height)
    low = EDGE + foot.height + 0.25
    rect = (EDGE / look.width, low / height, 1 - 2 * EDGE / look.width, body / height)
    figure.set_layout_engine(ConstrainedLayoutEngine(rect=rect, w_pad=0.02, h_pad=0.02))
    return figure


def _block(texts: Sequence[str], size: float, colour: str, room: float, most: int, weight: str = "normal") -> _Block:
    """The texts broken into at most `most` lines that are `room` cm wide."""
    measure = measured(size, weight)
    return _Block([line for text in texts for line in wrapped(text, room, measure, most)][:most], size, colour, weight)


def _write(figure: Any, block: _Block, at: float) -> float:
    """Write a block whose top is `at` cm above the lower edge; the height of its lower edge."""
    width, height = (inches * INCH for inches in figure.get_size_inches())
    for line in block.lines:
        figure.text(EDGE / width, at / height, line, fontsize=block.size, color=block.colour, weight=block.weight,
                    va="top", ha="left")  # fmt: skip
        at -= block.size * POINT * LEADING
    return at


def _legend_rows(entries: Sequence[Entry], look: Look, room: float) -> list[list[tuple[Any, str]]]:
    """The entries in rows that are `room` cm wide."""
    measure, rows, used = measured(BODY), list[list[tuple[Any, str]]](), room
    for mark, text in entries:
        said = look.say(text, 90)
        width = measure(said) + 4.0 * BODY * POINT
        if used + width > room:
            rows.append([])
            used = 0.0
        rows[-1].append((mark, said))
        used += width
    return rows


def measured(size: float, weight: str = "normal") -> Callable[[str], float]:
    """A function that gives the width of a text in cm at a size in points, in the font of the plot."""
    from matplotlib import rcParams

    return _measured(tuple(rcParams["font.sans-serif"]), size, weight)


@lru_cache(maxsize=32)
def _measured(family: tuple[str, ...], size: float, weight: str) -> Callable[[str], float]:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextToPath

    paths, font = TextToPath(), FontProperties(family=list(family), size=size, weight=weight)

    @lru_cache(maxsize=4096)
    def width(text: str) -> float:
        if len(text) == 1 and is_wide(text):  # a Chinese character is as wide as the font is high
            return size * POINT
        return float(paths.get_text_width_height_descent(text, font, ismath=False)[0]) * POINT

    return width
