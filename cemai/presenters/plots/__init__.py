"""Plots for reports: each name with its rows and its drawing. The files are written by `cemai.viz.plots.picture`."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.viz.plots.batches import draw as draw_batches
from cemai.viz.plots.curve import draw as draw_curve
from cemai.viz.plots.look import Look
from cemai.viz.plots.picture import Draw, check, write
from cemai.viz.plots.raster import draw as draw_raster
from cemai.viz.plots.subsidies import draw as draw_subsidies
from cemai.viz.plots.tiers import draw as draw_tiers

from .batches import batch_rows
from .curve import curve_rows
from .raster import raster_rows
from .subsidies import subsidy_rows
from .tiers import tier_rows

PLOTS = {
    "curve": "采用曲线与风险集：累计、并列、中央阶段 · adoption curve with risk set, ties and stage of the centre",
    "raster": "城市×做法：首次日期为颜色，空白为未知 · cities by innovations, first date as colour, blank is not known",
    "batches": "各批综试区个数、日期与终止 · pilot zones by batch, with date and what has ended",
    "tiers": "考核评估档次：谁进入、谁不再列入 · evaluation tiers by year, who entered, who is no longer found",
    "subsidies": "各地支持金额：起付至上限 · stated amounts of support by topic and place",
}


def plot_curve(kg: KnowledgeGraph, innovation: str, path: Path, look: Look, *, role: str | None = None,
               risk: str | None = None, until: date | None = None, unverified: bool = False) -> list[str]:  # fmt: skip
    """The adoption curve of an innovation (or of `zones`) as a file; gives what to tell the user."""
    check(path)
    head, rows = curve_rows(kg, innovation, role=role, risk=risk, until=until, unverified=unverified)
    return _written(partial(draw_curve, head, rows), look, path)


def plot_raster(kg: KnowledgeGraph, innovations: tuple[str, ...], path: Path, look: Look, *, least: int = 2,
                unverified: bool = False) -> list[str]:  # fmt: skip
    """Places by innovations as a file."""
    check(path)
    head, rows = raster_rows(kg, innovations, least=least, unverified=unverified)
    return _written(partial(draw_raster, head, rows), look, path)


def plot_batches(kg: KnowledgeGraph, path: Path, look: Look, *, unverified: bool = False) -> list[str]:
    """Zones by batch as a file."""
    check(path)
    head, rows = batch_rows(kg, unverified=unverified)
    return _written(partial(draw_batches, head, rows), look, path)


def plot_tiers(kg: KnowledgeGraph, path: Path, look: Look, *, unverified: bool = False) -> list[str]:
    """The ladder of evaluations as a file."""
    check(path)
    head, rows = tier_rows(kg, unverified=unverified)
    return _written(partial(draw_tiers, head, rows), look, path)


def plot_subsidies(kg: KnowledgeGraph, topics: tuple[str, ...], path: Path, look: Look, *,
                   unverified: bool = False) -> list[str]:  # fmt: skip
    """Stated amounts of support as a file."""
    check(path)
    head, rows = subsidy_rows(kg, topics, unverified=unverified)
    return _written(partial(draw_subsidies, head, rows), look, path)


def _written(draw: Draw, look: Look, path: Path) -> list[str]:
    return [*write(draw, look, path), f"→ {path}"]
