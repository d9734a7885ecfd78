"""Labels are data, never markup: hostile texts in every field of every view and of every page of a site run nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cemai.graph.diffusion.curve import CurvePoint
from cemai.ontology.text import LangText
from cemai.viz.content import EntityView, Head, StatementView
from cemai.viz.plots.spread import CurveRows
from cemai.viz.site.adoption_curve import curve_figure
from cemai.viz.site.drawing import bars, strip
from cemai.viz.site.model import EditorPage, EntityPage, FindingPage, IndexPage, PageFigure, PageLink, Section, Site
from cemai.viz.site.render import Renderer
from cemai.viz.views.comparison import page as comparison
from cemai.viz.views.large import page as large
from cemai.viz.views.map import page as map
from cemai.viz.views.matrix import page as matrix
from cemai.viz.views.network import page as network
from cemai.viz.views.network.page import ViewEdge, ViewNode
from cemai.viz.views.timeline import page as timeline
from playwright.sync_api import Browser

from tests.viz.browser import SITE, opened
from tests.viz.hostile import HOSTILE, fact, thing

# One page bears them all, once as a thing and a statement each, and joined in every field that there is only one of.
TEXTS = tuple(HOSTILE.values())
ALL = " ".join(HOSTILE.values())
BOTH = tuple(LangText(text, text) for text in TEXTS)
# JSON and HTML give back every text as it was but for the ends of lines, which HTML makes one character.
FACTS: tuple[StatementView, ...] = tuple(fact(text, f"{n} {text}", f"s{n}{text}") for n, text in enumerate(TEXTS))
THINGS: tuple[EntityView, ...] = tuple(
    EntityView(f"s{n}{text}", LangText(text, text), text or "city", (f"{n} {text}",), (text,))
    for n, text in enumerate(TEXTS)
)
HEAD = Head(LangText(ALL, ALL), LangText(ALL, ALL), (LangText(ALL, ALL),))


PRESSED = (".legend button", "#matrix td button", "#timeline .mark", "#smalls .point", "#key button", "[data-claims]")
# Click everything that a selector finds.
PRESS = """all => { for (const one of all) for (const found of document.querySelectorAll(one))
  found.dispatchEvent(new MouseEvent("click", {bubbles: true})); }"""


def _star() -> tuple[Head, tuple[StatementView, ...], list[ViewNode], list[ViewEdge]]:
    nodes = [ViewNode(t, None if n == 0 else THINGS[0].id, t.name.zh) for n, t in enumerate(THINGS)]
    edges = [ViewEdge(THINGS[0].id, t.id, t.name, t.claims, bool(n % 2)) for n, t in enumerate(THINGS[1:])]
    return HEAD, FACTS, nodes, edges


def a_network() -> str:
    return network.network_page(*_star())


def large_network() -> str:
    return large.large_page(*_star())


def a_map() -> str:
    points = [map.MapPoint(t.id, 100 + n, 30, t.name.zh, bool(n % 2), t.name.zh) for n, t in enumerate(THINGS[:-1])]
    categories = tuple(map.Category(text, LangText(text, text), "#000000") for text in TEXTS)
    ways = (map.Colouring("date", BOTH[0]), map.Colouring("c", BOTH[1], categories, {f.claim: f.tier for f in FACTS}))
    geo = {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": text},
         "geometry": {"type": "Polygon", "coordinates": [[[90, 20], [130, 20], [130, 45], [90, 45], [90, 20]]]}}
        for text in TEXTS if text]}  # fmt: skip
    return map.map_page(HEAD, FACTS, THINGS, points, ways, geo, LangText(ALL, ALL))


def a_matrix() -> str:
    rows = [matrix.MatrixRow(t, t.name.zh, t.name) for t in THINGS]
    columns = [thing(text, f"c{n}", (), text) for n, text in enumerate(TEXTS)]
    cells = [matrix.MatrixCell(r.thing.id, c.id, r.thing.claims) for r, c in zip(rows, columns, strict=True)]
    return matrix.matrix_page(HEAD, FACTS, rows, columns, cells)


def a_timeline() -> str:
    lanes = [timeline.Lane(text, LangText(text, text), "#000000") for text in TEXTS]
    marks = [
        timeline.TimelineMark(lane.key, f.begin, f.end, lane.name, (f.claim,))
        for lane, f in zip(lanes, FACTS, strict=True)
    ]
    return timeline.timeline_page(HEAD, FACTS, THINGS, lanes, marks)


def a_comparison() -> str:
    points = tuple(comparison.ChartPoint(t.id, n, t.name, t.name, *t.claims) for n, t in enumerate(THINGS))
    smalls = [comparison.Small(text, text, points, True) for text in BOTH[::4]]
    cells = tuple(comparison.ComparisonCell(t.name, t.claims) for t in THINGS)
    parts = [
        comparison.Dimension(text, (comparison.ComparisonRow(text, text, text, False, cells),)) for text in BOTH[::4]
    ]
    return comparison.comparison_page(HEAD, FACTS, THINGS, smalls, parts)


@pytest.mark.parametrize("make", [a_network, large_network, a_map, a_matrix, a_timeline, a_comparison])
def test_hostile_texts_in_a_view_run_nothing(chromium: Browser, tmp_path: Path, make: Callable[[], str]) -> None:
    path = tmp_path / "page.html"
    path.write_text(make(), encoding="utf-8")
    with opened(chromium, path) as seen:
        count = seen.page.locator("#list button").count()
        assert count >= len(TEXTS)
        shown = seen.page.evaluate("[...document.querySelectorAll('#list [lang=zh]')].map(e => e.textContent)")
        assert set(shown) >= set(TEXTS)
        for n, text in enumerate(TEXTS):
            seen.page.locator("#list button").nth(shown.index(text)).evaluate("e => e.click()")
            heading = seen.page.locator("#panel h2 [lang=zh]").first.evaluate("e => e.textContent")
            assert heading == text, f"the thing of text {n}"
            seen.page.evaluate(PRESS, ["#panel .link"])
        seen.page.evaluate(PRESS, [*PRESSED, "#language", *PRESSED])
        for select in seen.page.locator("select").all():
            select.select_option(index=1)
        seen.page.mouse.move(400, 500)
        for text in TEXTS:
            seen.page.locator("#search input").fill(text[:50])
        assert (seen.errors, seen.dialogs, seen.requests) == ([], [], [path.as_uri()])
        assert seen.page.evaluate("window.ran") is None
        assert seen.page.locator(":is(header, #stage, #panel, footer) :is(script, img, iframe, style)").count() == 0
        assert seen.sideways() <= 1, "a long text is wrapped"


def site_pages() -> dict[str, str]:
    """One page of every kind."""
    links = tuple(PageLink(f"page-{n}.html", text, text) for n, text in enumerate(BOTH))
    named = [LangText(f"n{n}{t.zh}", f"n{n}{t.en}") for n, t in enumerate(BOTH)]
    source = LangText(ALL, ALL)
    drawn = (strip(BOTH[0], FACTS, source), _curve(), bars(source, [(ALL, 3)], (ALL, ALL), source))
    figures = tuple(filter(None, drawn))
    assert len(figures) == 3
    site = Site(links, {f.subject: "thing.html" for f in FACTS}, BOTH, ALL, tuple((text, 1) for text in BOTH))
    sections = tuple(Section(text, FACTS, bool(n % 2)) for n, text in enumerate(BOTH[:2]))
    render, all_of_it, pairs = Renderer(site), LangText(ALL, ALL), tuple(zip(BOTH, BOTH, strict=True))
    groups = tuple((t, t, TEXTS) for t in BOTH)
    page = EntityPage("thing.html", all_of_it, BOTH[0], ALL, TEXTS, pairs, figures, sections, links, BOTH, links, links)
    return {
        "thing": render.entity(page),
        "finding": render.finding(FindingPage("finding.html", all_of_it, True, all_of_it, ALL, FACTS, BOTH)),
        "index": render.index(
            IndexPage("index.html", all_of_it, tuple((n, links) for n in named), LangText(ALL), figures)
        ),
        "editor": render.editor(EditorPage("editor.html", groups, (TEXTS,), BOTH, LangText(ALL))),
        "search": render.search("search.html", [["thing.html", text, text, text] for text in TEXTS]),
    }


def _curve() -> PageFigure | None:
    days = [date(2010 + n, 1, 1) for n in range(6)]
    points = tuple(CurvePoint(day, n, n + 1, 9, n, n + 1) for n, day in enumerate(days))
    return curve_figure(HEAD, CurveRows(LangText(ALL, ALL), 6, points, (), BOTH, (), days[-1], more=points))


@pytest.mark.parametrize("name", ["thing", "finding", "index", "editor", "search"])
def test_hostile_texts_in_a_site_run_nothing(chromium: Browser, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.html"
    path.write_text(site_pages()[name], encoding="utf-8")
    with opened(chromium, path, ready=SITE) as seen:
        seen.page.evaluate(PRESS, ["#language", ".cite", "summary"])
        if name == "search":
            for text in TEXTS:
                seen.page.locator("#words").fill(text[:40])
                if text[:40].strip():
                    assert seen.page.locator("#found li").count() > 0
        assert (seen.errors, seen.dialogs, seen.requests) == ([], [], [path.as_uri()])
        assert seen.page.evaluate("window.ran") is None
        assert seen.page.locator("body :is(img, iframe, style, object)").count() == 0
        assert seen.sideways() <= 1


def test_rows_of_a_picture_are_whole(tmp_path: Path) -> None:
    """What is cut short in the drawing stands whole in its rows; SVG is well-formed whatever the text."""
    from xml.etree import ElementTree as ET

    figure = strip(LangText("t"), FACTS)
    assert figure is not None
    ET.fromstring(figure.svg)  # noqa: S314 - made by us a moment ago
    assert {row[4] for row in json.loads(json.dumps(figure.rows))} == set(TEXTS)
