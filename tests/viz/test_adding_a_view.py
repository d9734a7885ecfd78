"""The recipe of docs/views.md, walked on a copy of the tree: a folder, a presenter and one line make a view."""

from __future__ import annotations

from pathlib import Path

from tests.ontology.copied import Copy
from tests.running import Inside
from tests.viz.pages import data

PAGE = '''"""Dots."""

from cemai.viz.content import EntityView, Head, StatementView
from cemai.viz.shell import ViewPage, render_view


def dots_page(head: Head, facts: tuple[StatementView, ...], things: tuple[EntityView, ...]) -> str:
    return render_view(ViewPage("dots", head, facts, things, {"dots": len(facts)}))
'''
PRESENTER = '''"""Dots of a place."""

from typing import Annotated

from cemai.ontology.text import LangText
from cemai.viz.content import Head
from cemai.viz.views.dots.page import dots_page

from .presenter import StatementPresenter
from .registry import ViewArgument, Page, view


@view("dots", "点 · Dots.", ("云港",), whole=LangText("点图", "Dots"))
def dots_view(
    presenter: StatementPresenter, name: Annotated[str, ViewArgument("地方 · place")] = "云港", *,
    most: Annotated[int, ViewArgument("最多 · at most", "--most", 1, 9)] = 3, unverified: bool = False,
) -> Page:
    claims, _ = presenter.of_kind("Adoption", unverified=unverified)
    facts = tuple(presenter.statement(claim) for claim in claims[:most])
    about = presenter.entity(presenter.kg.one(name), [fact.claim for fact in facts])
    return Page(dots_page(Head(about.name), facts, (about,)), {"dots 点": len(facts)})
'''
HTML = '{% extends "shared/view.html" %}\n{% block stage %}<p id="dots"></p>{% endblock %}\n'
SCRIPT = """import { data } from "../../shared/dom.js";
import { start } from "../../shared/start.js";
import { ink } from "./ink.js";
start();
"""
LINE = "from . import dots as dots\n"


def test_a_folder_a_presenter_and_one_line(made: Inside, tmp_path: Path) -> None:
    copy = Copy.of(tmp_path)
    folder, pages = copy.own("viz") / "views" / "dots", copy.own("presenters") / "pages"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Dots."""\n', encoding="utf-8")
    (folder / "page.py").write_text(PAGE, encoding="utf-8")
    (folder / "page.html").write_text(HTML, encoding="utf-8")
    (folder / "page.js").write_text(SCRIPT, encoding="utf-8")
    (folder / "ink.js").write_text('export const ink = "#2a2";\n', encoding="utf-8")
    (folder / "page.css").write_text("#dots { color: red; }\n", encoding="utf-8")
    (pages / "dots.py").write_text(PRESENTER, encoding="utf-8")
    views = pages / "views.py"
    views.write_text(views.read_text("utf-8").replace("# isort: on", f"{LINE}# isort: on"), encoding="utf-8")
    page, site, store = tmp_path / "dots.html", tmp_path / "site", ("--store", made.store)
    asked = ("view", "dots", "星城", "--most", "2", "--out", page, *store)
    _, listed, _ = copy.run([asked, ("view", "--help"), ("site", "--out", site, *store)])
    assert "dots" in listed and "点 · Dots." in listed
    assert data(page)["dots"] == 2 and "星城" in page.read_text("utf-8")
    assert all(text in page.read_text("utf-8") for text in ("#dots { color: red; }", '"#2a2"', '<p id="dots">'))
    assert 'href="views/dots.html"' in (site / "views.html").read_text("utf-8")
    assert data(site / "views" / "dots.html")["dots"] == 3


def test_a_number_out_of_its_bounds_is_refused(made: Inside, tmp_path: Path) -> None:
    """The bounds that a presenter states are those of its command."""
    assert "--hops" in made("view", "neighbourhood", "云港", "--hops", "9", "--out", tmp_path / "x.html").complaint
