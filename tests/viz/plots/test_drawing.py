"""What the figures show: steps, bands and spans stand where the rows say, unverified is hollow or dashed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import matplotlib as mpl
import pytest
from cemai.graph.diffusion.curve import CurvePoint
from cemai.ontology.text import LangText
from cemai.viz.content import Head
from cemai.viz.plots import batches, curve, raster, subsidies, tiers
from cemai.viz.plots.days import number, span
from cemai.viz.plots.plot_style import PlotStyle
from cemai.viz.plots.spread import CurveRows, Stage, TiedAdopters
from cemai.viz.plots.text_fit import columns, short, wrapped
from matplotlib.patches import Polygon, Rectangle

from tests.viz.plots.making import curve_rows, day

LOOK, HEAD, NAME = PlotStyle("en"), Head(LangText("t")), LangText("A")


@pytest.fixture(autouse=True)
def plain_font() -> Iterator[None]:
    with mpl.rc_context({"font.sans-serif": ["DejaVu Sans"]}):
        yield


def axes_of(figure: Any) -> list[Any]:
    return list(figure.axes)


def texts(figure: Any) -> list[str]:
    return [t.get_text() for t in figure.findobj(mpl.text.Text) if t.get_text()]


def _dash(patch: Any) -> str:
    """How the edge of a patch is drawn; matplotlib has two words for each."""
    return str({"-": "solid", "--": "dashed"}.get(patch.get_linestyle(), patch.get_linestyle()))


def lines(axes: Any) -> list[list[tuple[float, float]]]:
    return [list(zip(*(map(float, xs) for xs in line.get_data()), strict=True)) for line in axes.lines]


def test_a_tie_is_one_step_and_says_how_many() -> None:
    begin, end = day("2019-01-01"), day("2021-01-01")
    points = (CurvePoint(begin, 27, 27, 30, 27, 27), CurvePoint(end, 30, 30, 30, 30, 30))
    ties = (TiedAdopters(begin, begin, (NAME,) * 27), TiedAdopters(end, end, (NAME,) * 3))
    rows = CurveRows(NAME, 30, points, ties, (), (), day("2022-01-01"))
    figure = curve.draw(HEAD, rows, LOOK)
    above = axes_of(figure)[0]
    a, b, last = number(begin), number(end), number(day("2022-01-01"))
    assert [(a, 0), (a, 27), (b, 30), (last, 30)] in lines(above)
    assert all(line.get_drawstyle() == "steps-post" for line in above.lines)
    assert {"+27 2019-01-01", "+3 2021-01-01"} <= set(texts(figure))


def test_open_days_are_a_band_and_a_stage_of_a_year_a_hatched_span() -> None:
    begin, end = day("2020-01-01"), day("2020-12-31")
    points = (CurvePoint(begin, 0, 6, 9, 0, 6), CurvePoint(end, 6, 6, 9, 6, 6))
    stages = (Stage("pilot", begin, end), Stage("nationwide", day("2021-06-22"), day("2021-06-22")))
    rows = CurveRows(NAME, 6, points, (TiedAdopters(begin, end, (NAME,) * 6),), (), stages, day("2023-06-30"))
    figure = curve.draw(HEAD, rows, LOOK)
    above = axes_of(figure)[0]
    assert "+6 2020" in texts(figure), "a year, not 1 January"
    band = above.collections[0].get_paths()[0].get_extents()
    assert (band.x0, band.y0, band.y1) == (number(begin), 0, 6)
    spans: list[Any] = [
        (p.get_x(), p.get_x() + p.get_width(), p.get_hatch()) for p in above.patches if isinstance(p, Rectangle)
    ]
    opened = number(day("2021-06-22"))
    assert (number(begin), number(end), "////") in spans
    assert (number(end), opened, None) in spans
    assert (opened, number(day("2023-06-30")), None) in spans
    assert not any(isinstance(p, Polygon) for p in above.patches)


def test_three_dates_are_a_list_and_no_curve() -> None:
    figure = curve.draw(HEAD, curve_rows(LangText("甲", "Jia"), 3), LOOK)
    (axes,) = axes_of(figure)
    assert not [line for line in axes.lines if len(line.get_xdata()) > 1], "no line joins the adopters"
    bars = [(p.get_x(), p.get_width()) for p in axes.patches if p.get_height() == pytest.approx(0.34)]
    assert bars == [(number(day("2020-01-01")), 365)] * 3
    assert [t.get_text() for t in axes.get_yticklabels()] == ["Jia"] * 3 + ["Jia\ndate not stated"] * 3


def test_without_any_day_there_is_a_list_without_an_axis() -> None:
    rows = CurveRows(NAME, 0, (), (), (NAME,), (), date.min)
    (axes,) = axes_of(curve.draw(HEAD, rows, LOOK))
    assert list(axes.get_xticks()) == [] and len(axes.get_yticks()) == 1


def test_unverified_is_dashed_and_the_verified_line_stays() -> None:
    known, more = curve_rows(NAME, 6), curve_rows(NAME, 8)
    rows = CurveRows(NAME, 8, known.points, known.ties, (), (), known.until, more=more.points)
    above = axes_of(curve.draw(HEAD, rows, LOOK))[0]
    solid, dashed = above.lines
    assert (solid.get_linestyle(), dashed.get_linestyle()) == ("-", "--")
    assert (max(solid.get_ydata()), max(dashed.get_ydata())) == (6, 8)
    alone = CurveRows(NAME, 8, (), (), (), (), known.until, more=more.points)
    assert [line.get_linestyle() for line in axes_of(curve.draw(HEAD, alone, LOOK))[0].lines] == ["--"]


def test_bars_of_batches_end_where_the_count_does() -> None:
    rows = [batches.Batch(1, "2015-03-07", LangText("签发", "signed"), 5, 2, ((LangText("乙", "Yi"), "2025-04-25"),))]
    figure = batches.draw(HEAD, rows, LOOK)
    (axes,) = axes_of(figure)
    bars = [(p.get_x(), p.get_width(), p.get_hatch(), _dash(p)) for p in axes.patches]
    assert bars == [(0, 4, None, "solid"), (4, 1, "//////", "solid"), (5, 2, None, "dashed")]
    assert "batch 1\n2015-03-07 signed" in texts(figure) and any("ended: Yi 2025-04-25" in t for t in texts(figure))


def test_the_ladder_joins_only_rounds_in_a_row() -> None:
    rungs = (
        tiers.Rung(LangText("A"), {2021: "a", 2022: "a", 2023: "b"}),
        tiers.Rung(LangText("B"), {2021: "a", 2023: "a"}, frozenset({2023})),
    )
    ladder = tiers.Ladder(rungs, (2021, 2022, 2023), {"a": LangText("one"), "b": LangText("two")})
    assert tiers.changes(ladder, 2021) == ([], [])
    assert tiers.changes(ladder, 2022) == ([], [rungs[1]])
    assert tiers.changes(ladder, 2023) == ([rungs[0], rungs[1]], [rungs[0]])
    (axes,) = axes_of(tiers.draw(HEAD, ladder, LOOK))
    joined = [line for line in axes.lines if list(line.get_xdata()) in ([0, 1], [1, 2]) and line.get_zorder() == 2]
    assert [(list(j.get_xdata()), list(j.get_ydata())) for j in joined] == [([0, 1], [0, 0])]
    hollow = [line for line in axes.lines if line.get_markerfacecolor() == "white" and line.get_marker() == "o"]
    assert [(list(h.get_xdata()), list(h.get_ydata())) for h in hollow] == [([2], [1])]


def test_the_raster_leaves_blank_what_is_not_known() -> None:
    begin, end = date(2014, 8, 1), date(2016, 12, 31)
    year = raster.RasterMark(date(2020, 1, 1), date(2020, 12, 31), sure=False)
    marks = {(0, 0): raster.RasterMark(begin, end), (1, 1): year,
             (1, 0): raster.RasterMark(None, None)}  # fmt: skip
    figure = raster.draw(HEAD, raster.Raster(((LangText("组", "g"), (NAME, NAME)),), (NAME, NAME), marks), LOOK)
    (axes,) = axes_of(figure)
    boxes = {(round(p.get_x() + 0.45), round(p.get_y() + 0.45)): p for p in axes.patches}
    assert set(boxes) == {(0, 1), (1, 2), (0, 2)}, "a cell without a statement has no box"
    assert _dash(boxes[1, 2]) == "dashed" and boxes[1, 2].get_facecolor() == (1, 1, 1, 1)
    assert boxes[0, 1].get_facecolor() != (1, 1, 1, 1)
    assert {"≤2016", "2020", "·", "blank: not known"} <= set(texts(figure))
    assert [raster.RasterMark(begin, end).words(2), raster.RasterMark(None, None).words()] == ["≤16", "·"]


def test_amounts_of_another_currency_have_an_axis_of_their_own() -> None:
    def amount(currency: str, cap: float | None, floor: float | None = None, fixed: float | None = None) -> Any:
        return subsidies.Amount(
            LangText("题", "topic"), currency, LangText("每家", "per firm"), NAME, floor, cap, fixed, NAME
        )

    rows = [amount("CNY", 40000, 5000), amount("CNY", None, None, 70000), amount("USD", 900), amount("USD", None)]
    figure = subsidies.draw(HEAD, rows, LOOK)
    cny, usd = axes_of(figure)
    assert (cny.get_xlabel(), usd.get_xlabel()) == ("yuan (log scale)", "US dollars (log scale)")
    assert [5000, 40000] in [list(line.get_xdata()) for line in cny.lines]
    assert not any(max(line.get_xdata()) > 2000 for line in usd.lines)
    assert texts(figure).count("topic · per firm") == 2, "one heading in each panel"


def test_spans_in_words() -> None:
    assert span(date(2020, 7, 1), date(2020, 7, 1)) == "2020-07-01"
    assert span(date(2020, 1, 1), date(2020, 12, 31)) == "2020"
    assert span(date(2014, 8, 1), date(2016, 12, 31)) == "2014-08-01 – 2016-12-31"


def test_lines_break_between_words_and_chinese_characters() -> None:
    measure = columns
    assert wrapped("数据截至2025-04-25，陈述", 12, measure) == ["数据截至", "2025-04-25，", "陈述"]
    assert wrapped("two words here", 9, measure) == ["two words", "here"]
    assert wrapped("a" * 25, 10, measure) == ["a" * 10, "a" * 10, "a" * 5]
    assert wrapped("one two three", 3, measure, 2) == ["one", "tw…"]
    assert (short("杭州跨境", 5), short("abc", 3), short("a\n\tb", 9)) == ("杭州…", "abc", "a b")
