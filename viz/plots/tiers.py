"""The ladder of evaluations: a line a city, a mark for each year and tier, who entered and who is no longer found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cemai.ontology.text import LangText
from cemai.viz.facts import Head

from .look import Look
from .plate import BLUE, GREEN, GREY, ORANGE, PALE, PINK, SMALL, Entry, measured, plate
from .words import filled

_MARKS = (("o", BLUE), ("s", ORANGE), ("^", GREEN), ("D", PINK))
ROW = 0.46


@dataclass(frozen=True)
class Rung:
    """A city with the tier of each year it is found in; years in `unsure` rest on unverified statements only."""

    place: LangText
    tiers: Mapping[int, str]
    unsure: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Ladder:
    """Rungs from top to bottom, the years evaluated, and the tiers (key and name) from the best down."""

    rungs: tuple[Rung, ...]
    years: tuple[int, ...]
    tiers: Mapping[str, LangText]


def changes(ladder: Ladder, year: int) -> tuple[list[Rung], list[Rung]]:
    """Who is found in a tier in a year and was not in it in the round before, and the other way round."""
    at = ladder.years.index(year)
    if at == 0:
        return [], []
    before = ladder.years[at - 1]
    moved = [r for r in ladder.rungs if r.tiers.get(year) != r.tiers.get(before)]
    return [r for r in moved if year in r.tiers], [r for r in moved if before in r.tiers]


def draw(head: Head, ladder: Ladder, look: Look) -> Any:
    """The figure."""
    notes = {year: _note(ladder, year, look) for year in ladder.years}
    deepest = max((len(n) for n in notes.values()), default=0)
    body = 1.0 + ROW * max(len(ladder.rungs), 2) + deepest * SMALL * 2.54 / 72 * 1.45
    figure = plate(head, _entries(ladder), look, body)
    axes = figure.subplots()
    marks = dict(zip(ladder.tiers, _MARKS * len(ladder.tiers), strict=False))
    for y, rung in enumerate(ladder.rungs):
        axes.axhline(y, color=PALE, lw=0.5, zorder=0)
        _line(axes, ladder, rung, y, marks)
    axes.set_yticks(range(len(ladder.rungs)), [look.say(r.place, 36) for r in ladder.rungs])
    axes.set_xticks(range(len(ladder.years)), ["\n".join(notes[year]) for year in ladder.years], linespacing=1.25)
    for x, year in enumerate(ladder.years):
        axes.text(x, -0.8, _year(ladder, year, look), ha="center", va="bottom", weight="bold")
    axes.set_ylim(max(len(ladder.rungs), 1) - 0.4, -0.7)
    axes.set_xlim(-0.5, max(len(ladder.years), 1) - 0.5)
    axes.tick_params(axis="both", length=0)
    return figure


def _line(axes: Any, ladder: Ladder, rung: Rung, y: int, marks: Mapping[str, tuple[str, str]]) -> None:
    """Marks at the years of a city, joined where two rounds in a row found it in the same tier."""
    for x, year in enumerate(ladder.years):
        tier = rung.tiers.get(year)
        if tier is None:
            continue
        shape, colour = marks[tier]
        face = "white" if year in rung.unsure else colour
        axes.plot([x], [y], shape, ms=6, mfc=face, mec=colour, zorder=3)
        if x and rung.tiers.get(ladder.years[x - 1]) == tier:
            dashed = rung.unsure & {year, ladder.years[x - 1]}
            axes.plot([x - 1, x], [y, y], color=colour, lw=1.6, ls="--" if dashed else "-", zorder=2)


def _note(ladder: Ladder, year: int, look: Look) -> list[str]:
    """Lines under a year: who entered, who is no longer found."""
    entered, left = changes(ladder, year)
    room, measure = look.width * 0.8 / len(ladder.years) - 0.4, measured(SMALL)
    lines = list[str]()
    for word, rungs in ((LangText("进入", "entered"), entered), (LangText("不再列入", "no longer found"), left)):
        if rungs:
            mark = "、" if look.language == "zh" else ", "
            names = [look.say(r.place, 24) + mark for r in rungs]
            names[-1] = names[-1].removesuffix(mark)
            lines += filled([f"{look.say(word)}: ", *names], room, measure, 8)
    return lines


def _year(ladder: Ladder, year: int, look: Look) -> str:
    return f"{year} · {sum(year in rung.tiers for rung in ladder.rungs)} {look.say(LangText('城', 'cities'))}"


def _entries(ladder: Ladder) -> list[Entry]:
    from matplotlib.lines import Line2D

    found: list[Entry] = [
        (Line2D([], [], marker=shape, color=colour, lw=1.6, ms=6), name)
        for (shape, colour), name in zip(_MARKS * len(ladder.tiers), ladder.tiers.values(), strict=False)
    ]
    if any(rung.unsure for rung in ladder.rungs):
        hollow = Line2D([], [], marker="o", mfc="white", color=GREY, ls="--", ms=6)
        found.append((hollow, LangText("仅有未核实的陈述", "unverified statements only")))
    blank = Line2D([], [], color=PALE, lw=0.5)
    return [
        *found,
        (blank, LangText("无标记：所见名单中没有，档次未知", "no mark: not in the lists held, tier not known")),
    ]
