"""Made rows for each plot, with one text in every field that takes a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from cemai.graph.diffusion.curve import CurvePoint
from cemai.ontology.text import LangText
from cemai.viz.content import Head
from cemai.viz.plots import batches, curve, raster, subsidies, tiers
from cemai.viz.plots.plot_style import PlotStyle
from cemai.viz.plots.spread import CurveRows, Stage, TiedAdopters


def day(text: str) -> date:
    return date.fromisoformat(text)


def head(name: LangText) -> Head:
    return Head(name, name, (name, name))


def curve_rows(name: LangText, units: int) -> CurveRows:
    """`units` adopters in one year, nobody knows on which day; as many without a date."""
    begin, end = day("2020-01-01"), day("2020-12-31")
    points = (CurvePoint(begin, 0, units, 9, 0, units), CurvePoint(end, units, units, 9, units, units))
    names = (name,) * units
    stage = Stage("pilot", begin, begin)
    return CurveRows(name, units, points, (TiedAdopters(begin, end, names),), names, (stage,), day("2023-06-30"))


def drawings(name: LangText) -> dict[str, Callable[[PlotStyle], Any]]:
    """Each plot with that text in all its fields."""
    at, mark = head(name), raster.RasterMark(day("2019-01-01"), day("2019-12-31"))
    amounts = [
        subsidies.Amount(name, "CNY", name, name, 5000, 40000, None, name),
        subsidies.Amount(name, "CNY", name, name, None, None, 7000, name, sure=False),
        subsidies.Amount(name, "USD", name, name, None, None, None, name),
    ]
    return {
        "curve": partial(curve.draw, at, curve_rows(name, 6)),
        "few": partial(curve.draw, at, curve_rows(name, 2)),
        "batches": partial(batches.draw, at, [batches.Batch(1, "2015-03-07", name, 3, 1, ((name, "2025-04-25"),))]),
        "tiers": partial(tiers.draw, at, tiers.Ladder((tiers.Rung(name, {2021: "a"}), tiers.Rung(name, {2022: "a"})),
                                                      (2021, 2022), {"a": name})),
        "raster": partial(raster.draw, at, raster.Raster(((name, (name, name)),), (name, name), {(0, 1): mark})),
        "subsidies": partial(subsidies.draw, at, amounts),
    }  # fmt: skip
