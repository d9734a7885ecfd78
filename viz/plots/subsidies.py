"""Stated amounts by topic and place: floor to cap as a range. Only like is put beside like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cemai.ontology.labels import label
from cemai.ontology.text import LangText
from cemai.viz.facts import Head

from .look import Look
from .plate import BLACK, BLUE, GREY, ORANGE, PALE, SMALL, Entry, measured, plate
from .words import wrapped

ROW = 0.62


@dataclass(frozen=True)
class Amount:
    """One provision. Money is in `currency`; what is None is not stated. `terms` are rate and threshold in words."""

    topic: LangText
    currency: str
    per: LangText
    place: LangText
    floor: float | None
    cap: float | None
    fixed: float | None
    terms: LangText
    sure: bool = True

    @property
    def like(self) -> tuple[str, str, str]:
        """What amounts must share to be compared."""
        return self.currency, self.topic.zh, self.per.zh

    @property
    def most(self) -> float | None:
        """The highest amount stated."""
        return self.cap if self.cap is not None else self.fixed


def draw(head: Head, amounts: Sequence[Amount], look: Look) -> Any:
    """The figure: a panel a currency, in it a group for each topic and way of counting."""
    panels = [(currency, list(group)) for currency, group in groupby(amounts, key=lambda a: a.currency)] or [("", [])]
    texts = {id(a): _terms(a, look) for a in amounts}
    heights = [_heights(group, texts) for _, group in panels]
    figure = plate(head, _entries(amounts), look, sum(h[-1] * ROW + 1.6 for h in heights))
    all_axes = figure.subplots(len(panels), 1, squeeze=False, height_ratios=[h[-1] * ROW + 1.6 for h in heights])
    for axes, (currency, group), at in zip(all_axes[:, 0], panels, heights, strict=True):
        _panel(axes, currency, group, at, texts, look)
    return figure


def _heights(group: Sequence[Amount], texts: dict[int, list[str]]) -> list[float]:
    """The height of each row's centre, a heading's room before each new kind, and at last the whole height."""
    at, found, before = 0.0, list[float](), None
    for amount in group:
        at += 0.9 if amount.like != before else 0.0
        before = amount.like
        room = max(1.0, 0.52 * len(texts[id(amount)]) + 0.15)
        found.append(at + room / 2)
        at += room
    return [*found, at + 0.2]


def _panel(axes: Any, currency: str, group: Sequence[Amount], at: Sequence[float], texts: dict[int, list[str]],
           look: Look) -> None:  # fmt: skip
    low, high = _range(group)
    axes.set_xscale("log")
    before = None
    for amount, y in zip(group, at, strict=False):
        if amount.like != before:
            room = max(1.0, 0.52 * len(texts[id(amount)]) + 0.15)
            heading = " · ".join(filter(None, (look.say(amount.topic), look.say(amount.per))))
            axes.text(0.005, y - room / 2 - 0.4, heading, transform=axes.get_yaxis_transform(), fontsize=7.5,
                      weight="bold", va="center", ha="left", in_layout=False)  # fmt: skip
            before = amount.like
        _bar(axes, amount, y, low)
        axes.text(1.02, y, "\n".join(texts[id(amount)]), transform=axes.get_yaxis_transform(), fontsize=SMALL,
                  va="center", ha="left", linespacing=1.15)  # fmt: skip
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_yticks(at[: len(group)], [look.say(a.place, 30) for a in group])
    axes.set_ylim(at[-1], -0.1)
    axes.set_xlim(low, high)
    _money_ticks(axes, currency, low, high, look)


def _range(group: Sequence[Amount]) -> tuple[float, float]:
    values = [v for a in group for v in (a.floor, a.cap, a.fixed) if v]
    return (min(values) / 2.5, max(values) * 2) if values else (1.0, 10.0)


def _bar(axes: Any, amount: Amount, y: float, low: float) -> None:
    face, line = (BLUE, "-") if amount.sure else ("white", "--")
    axes.axhline(y, color=PALE, lw=0.3, zorder=0)
    if amount.cap is not None:
        if amount.floor:
            axes.plot([amount.floor, amount.cap], [y, y], color=BLUE, lw=3, ls=line, solid_capstyle="butt", alpha=0.55)
            axes.plot([amount.floor], [y], "|", ms=8, mec=BLUE, mew=1.6)
        else:
            axes.plot([low, amount.cap], [y, y], color=BLUE, lw=0.9, ls=":")
        axes.plot([amount.cap], [y], ">", ms=6, mfc=face, mec=BLUE)
    if amount.fixed is not None:
        axes.plot([amount.fixed], [y], "D", ms=5, mfc=ORANGE if amount.sure else "white", mec=ORANGE)
    if amount.most is None:
        axes.text(0.02, y, "—", transform=axes.get_yaxis_transform(), va="center", color=GREY)


def _money_ticks(axes: Any, currency: str, low: float, high: float, look: Look) -> None:
    """Ticks at 1, 2, 5 times powers of ten, in 万 where Chinese is read."""
    steps = [m * 10**e for e in range(0, 13) for m in (1, 2, 5) if low <= m * 10**e <= high]
    ticks = steps if len(steps) <= 7 else [s for s in steps if str(s)[0] == "1"]
    axes.set_xticks(ticks, [_money(tick, look) for tick in ticks])
    axes.minorticks_off()
    unit = label("unit", currency)
    axes.set_xlabel(look.say(LangText(f"{unit.in_('zh')}（对数刻度）", f"{unit.in_('en')} (log scale)")))


def _money(value: float, look: Look) -> str:
    if look.language == "zh" and value >= 10_000:
        return f"{value / 10_000:,g}万"
    return f"{value:,.0f}"


def _terms(amount: Amount, look: Look) -> list[str]:
    room, measure = look.width * 0.36, measured(SMALL)
    return [line for said in look.lines(amount.terms) for line in wrapped(said, room, measure, 3)]


def _entries(amounts: Sequence[Amount]) -> list[Entry]:
    from matplotlib.lines import Line2D

    found: list[Entry] = []
    if any(a.cap is not None for a in amounts):
        found.append((Line2D([], [], marker=">", color=BLUE, lw=0), LangText("上限", "cap")))
        if any(a.floor for a in amounts):
            found.append(
                (
                    Line2D([], [], marker="|", mew=1.6, color=BLUE, lw=3, alpha=0.55),
                    LangText("起付至上限", "floor to cap"),
                )
            )
        dotted = Line2D([], [], color=BLUE, lw=0.9, ls=":")
        found.append((dotted, LangText("起付线未载", "floor not stated")))
    if any(a.fixed is not None for a in amounts):
        found.append((Line2D([], [], marker="D", color=ORANGE, lw=0, ms=5), LangText("定额", "fixed amount")))
    if any(a.most is None for a in amounts):
        found.append((Line2D([], [], marker="_", color=GREY, lw=0), LangText("金额未载", "no amount stated")))
    if any(not a.sure for a in amounts):
        hollow = Line2D([], [], marker=">", mfc="white", mec=BLACK, lw=0)
        found.append((hollow, LangText("空心：未核实", "hollow: unverified")))
    return found
