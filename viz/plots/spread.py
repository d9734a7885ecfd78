"""What is drawn of a spread, as a curve or as a list: adopters, open dates, and the stage of the centre behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cemai.graph.diffusion.curve import Point
from cemai.viz.facts import Text

from .days import number
from .plate import GREEN, GREY, ORANGE, PALE, PINK, Entry

# With fewer dated adopters a line would suggest a trend that the data cannot carry.
FEW = 5
STAGES = {
    "encouraged": (Text("中央鼓励", "centre: encouraged"), PINK),
    "pilot": (Text("中央试点", "centre: pilot"), ORANGE),
    "nationwide": (Text("全国推开", "centre: nationwide"), GREEN),
}


@dataclass(frozen=True)
class Tie:
    """Adopters whose dates leave the same days open, `earliest` to `latest`: one step. Not `sure`: unverified only."""

    earliest: date
    latest: date
    names: tuple[Text, ...]
    sure: bool = True


@dataclass(frozen=True)
class Stage:
    """The centre reached a stage (a key of STAGES) on a day from `begin` to `settled`. Not `sure`: unverified only."""

    key: str
    begin: date
    settled: date
    sure: bool = True


@dataclass(frozen=True)
class CurveRows:
    """What the curve shows: `points` from verified and act-cited statements, `more` with unverified ones, if asked for.

    `dated`: adopters with a date, unverified ones among them if asked for. `at_risk`: whether it is known who could
    adopt. `closed`: the day on which the risk set closed, because the centre opened it to all.
    """

    unit: Text
    dated: int
    points: tuple[Point, ...]
    ties: tuple[Tie, ...]
    undated: tuple[Text, ...]
    stages: tuple[Stage, ...]
    until: date
    closed: date | None = None
    more: tuple[Point, ...] = ()
    at_risk: bool = True

    @property
    def few(self) -> bool:
        """Whether there are too few dates for a curve."""
        return self.dated < FEW


def shade(axes: Any, stages: Sequence[Stage], last: int) -> None:
    """The stage of the centre behind the data: hatched where it began on no exact day, a dashed frame if unverified."""
    for at, stage in enumerate(stages):
        end = next((number(later.begin) for later in stages[at + 1 :] if later.sure or not stage.sure), last)
        begin, colour = number(stage.begin), STAGES[stage.key][1]
        settled = min(number(stage.settled), max(end, begin))
        if not stage.sure:
            axes.axvspan(begin, end, facecolor="none", edgecolor=colour, ls="--", lw=1.0, zorder=0)
            continue
        if settled > begin:
            axes.axvspan(begin, settled, facecolor="none", edgecolor=colour, hatch="////", lw=0, alpha=0.6, zorder=0)
        axes.axvspan(settled, end, facecolor=colour, alpha=0.16, lw=0, zorder=0)


def stage_entries(stages: Sequence[Stage]) -> list[Entry]:
    """Legend of the stages that occur; no shade is no act of the centre."""
    from matplotlib.patches import Patch

    keys = dict.fromkeys(stage.key for stage in stages if stage.sure)
    found: list[Entry] = [(Patch(facecolor=STAGES[k][1], alpha=0.16), STAGES[k][0]) for k in keys]
    for key in dict.fromkeys(stage.key for stage in stages if not stage.sure):
        zh, en = STAGES[key][0].zh, STAGES[key][0].en
        dashed = Patch(facecolor="none", edgecolor=STAGES[key][1], ls="--", lw=1.0)
        found.append((dashed, Text(f"{zh}（未核实）", f"{en} (unverified)")))
    if any(stage.sure and stage.begin != stage.settled for stage in stages):
        found.append(
            (Patch(facecolor="none", edgecolor=GREY, hatch="////", lw=0), Text("起始日未定", "begin not exact"))
        )
    return [
        *found,
        (Patch(facecolor="none", edgecolor=PALE), Text("无色：未见中央文件", "no shade: no central act known")),
    ]
