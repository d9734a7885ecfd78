"""What is drawn of a spread, as a curve or as a list: adopters, open dates, and the stage of the centre behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cemai.graph.diffusion.curve import CurvePoint
from cemai.ontology.labels import concepts, label
from cemai.ontology.text import LangText

from .days import number
from .plate import GREEN, GREY, ORANGE, PALE, PINK, SKY, Entry

# With fewer dated adopters a line would suggest a trend that the data cannot carry.
FEW = 5
NONE = "none"
_COLOURS = {"encouraged": PINK, "pilot": ORANGE, "nationwide": GREEN}


def stages() -> dict[str, tuple[LangText, str]]:
    """The stages of the centre after none, the first first: how the legend calls each, and its colour."""
    named = {key: LangText(f"中央：{name.zh}", f"centre: {name.en}") for key, name in concepts("stage").items()}
    return {key: (name, _COLOURS.get(key, SKY)) for key, name in named.items() if key != NONE}


@dataclass(frozen=True)
class TiedAdopters:
    """Adopters whose dates leave the same days open, `earliest` to `latest`: one step. Not `sure`: unverified only."""

    earliest: date
    latest: date
    names: tuple[LangText, ...]
    sure: bool = True


@dataclass(frozen=True)
class Stage:
    """The centre reached a stage (a key of `stages`) from `begin` to `settled`. Not `sure`: unverified only."""

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

    unit: LangText
    dated: int
    points: tuple[CurvePoint, ...]
    ties: tuple[TiedAdopters, ...]
    undated: tuple[LangText, ...]
    stages: tuple[Stage, ...]
    until: date
    closed: date | None = None
    more: tuple[CurvePoint, ...] = ()
    at_risk: bool = True

    @property
    def few(self) -> bool:
        """Whether there are too few dates for a curve."""
        return self.dated < FEW


def shade(axes: Any, reached: Sequence[Stage], last: int) -> None:
    """The stage of the centre behind the data: hatched where it began on no exact day, a dashed frame if unverified."""
    known = stages()
    for at, stage in enumerate(reached):
        end = next((number(later.begin) for later in reached[at + 1 :] if later.sure or not stage.sure), last)
        begin, colour = number(stage.begin), known[stage.key][1]
        settled = min(number(stage.settled), max(end, begin))
        if not stage.sure:
            axes.axvspan(begin, end, facecolor="none", edgecolor=colour, ls="--", lw=1.0, zorder=0)
            continue
        if settled > begin:
            axes.axvspan(begin, settled, facecolor="none", edgecolor=colour, hatch="////", lw=0, alpha=0.6, zorder=0)
        axes.axvspan(settled, end, facecolor=colour, alpha=0.16, lw=0, zorder=0)


def stage_entries(reached: Sequence[Stage]) -> list[Entry]:
    """Legend of the stages that occur; no shade is no act of the centre."""
    from matplotlib.patches import Patch

    known, unsure = stages(), label("evidence-tier", "unverified")
    keys = dict.fromkeys(stage.key for stage in reached if stage.sure)
    found: list[Entry] = [(Patch(facecolor=known[k][1], alpha=0.16), known[k][0]) for k in keys]
    for key in dict.fromkeys(stage.key for stage in reached if not stage.sure):
        name, colour = known[key]
        dashed = Patch(facecolor="none", edgecolor=colour, ls="--", lw=1.0)
        found.append((dashed, LangText(f"{name.zh}（{unsure.zh}）", f"{name.en} ({unsure.en})")))
    if any(stage.sure and stage.begin != stage.settled for stage in reached):
        found.append(
            (Patch(facecolor="none", edgecolor=GREY, hatch="////", lw=0), LangText("起始日未定", "begin not exact"))
        )
    return [
        *found,
        (Patch(facecolor="none", edgecolor=PALE), LangText("无色：未见中央文件", "no shade: no central act known")),
    ]
