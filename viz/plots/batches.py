"""Zones by batch: a bar for each act of the centre, what has ended hatched and named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cemai.ontology.text import LangText
from cemai.viz.facts import Head

from .look import Look
from .plate import BLUE, GREY, SMALL, Entry, measured, plate
from .words import wrapped


@dataclass(frozen=True)
class Batch:
    """One batch: `day` as its act is dated and `kind` of that date; zones by how well they are proven.

    `sure` and `unsure` (unverified only) count the zones named, `ended` are those of them that ended, with the day.
    """

    number: int
    day: str
    kind: LangText
    sure: int
    unsure: int = 0
    ended: tuple[tuple[LangText, str], ...] = ()


def draw(head: Head, batches: Sequence[Batch], look: Look) -> Any:
    """The figure."""
    figure = plate(head, _entries(batches), look, 1.2 + 0.85 * max(len(batches), 1))
    axes = figure.subplots()
    most = max((b.sure + b.unsure for b in batches), default=1)
    for y, batch in enumerate(batches):
        standing = batch.sure - len(batch.ended)
        axes.barh(y, standing, height=0.62, color=BLUE)
        axes.barh(y, len(batch.ended), left=standing, height=0.62, facecolor="white", edgecolor=BLUE, hatch="//////",
                  lw=0.8)  # fmt: skip
        axes.barh(y, batch.unsure, left=batch.sure, height=0.62, facecolor="none", edgecolor=BLUE, ls="--", lw=0.8)
        axes.annotate(_words(batch, look, most), (batch.sure + batch.unsure, y), (4, 0), textcoords="offset points",
                      va="center", fontsize=SMALL)  # fmt: skip
    axes.set_yticks(range(len(batches)), [_name(batch, look) for batch in batches])
    axes.set_ylim(len(batches) - 0.4, -0.6)
    axes.set_xlim(0, most * 1.55)
    axes.set_xticks(range(0, most + 1, max(1, -(-most // 50) * 5 if most > 10 else 1)))
    axes.set_xlabel(look.say(LangText("综试区个数", "pilot zones")))
    return figure


def _name(batch: Batch, look: Look) -> str:
    ordinal = look.say(LangText(f"第{batch.number}批", f"batch {batch.number}"))
    dated = (
        f"{batch.day} {look.say(batch.kind, 20)}" if batch.day else look.say(LangText("日期未载", "date not stated"))
    )
    return f"{ordinal}\n{dated}"


def _words(batch: Batch, look: Look, most: int) -> str:
    """``24``, and which zones ended when."""
    said = str(batch.sure) + (f" + {batch.unsure}" if batch.unsure else "")
    if not batch.ended:
        return said
    days = sorted({day for _, day in batch.ended})
    parts = [", ".join(look.say(name, 24) for name, on in batch.ended if on == day) + f" {day}" for day in days]
    text = f"{said} · {look.say(LangText('终止', 'ended'))}: {'; '.join(parts)}"
    room = look.width * 0.7 * (1 - (batch.sure + batch.unsure) / (most * 1.55))
    return "\n".join(wrapped(text, max(room, 2.5), measured(SMALL), 3))


def _entries(batches: Sequence[Batch]) -> list[Entry]:
    from matplotlib.patches import Patch

    found: list[Entry] = [(Patch(color=BLUE), LangText("设立至今未见终止", "named, no end stated"))]
    if any(b.ended for b in batches):
        ended = Patch(facecolor="white", edgecolor=BLUE, hatch="//////", lw=0.8)
        found.append((ended, LangText("其后终止", "ended since")))
    if any(b.unsure for b in batches):
        dashed = Patch(facecolor="none", edgecolor=GREY, ls="--", lw=0.8)
        found.append((dashed, LangText("仅有未核实的陈述", "unverified statements only")))
    return found
