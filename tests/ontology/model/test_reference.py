"""The reference page: every term in both languages at its anchor, whole links, no script, nothing from outside."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from cemai.ontology.competency_questions import QUESTIONS
from cemai.ontology.describe import describe_ontology
from cemai.ontology.schema import load
from cemai.viz.pages.reference.diagram import BOX_H, BOX_W, TIES, Drawing, ties, tree
from cemai.viz.pages.reference.page import ROOTS, Counts, ReferencePage, axiom, render
from playwright.sync_api import Browser

from tests.running import Cli

DOCUMENT = Path(__file__).parents[3] / "docs" / "competency-questions.md"


@cache
def page() -> str:
    return render(Counts({"City": 337}, "2026-11-21"))


def test_every_term_stands_at_its_anchor_in_both_languages() -> None:
    ontology = describe_ontology()
    for term in (*ontology.classes, *ontology.properties):
        article = page().partition(f'<article id="{term.name}">')[2].partition("</article>")[0]
        words = term.label
        for text in (words.zh, words.en, words.definition.zh, words.definition.en):
            assert text and text in unescape(article), term.name


def test_every_concept_stands_at_its_anchor_in_both_languages() -> None:
    for scheme in describe_ontology().schemes:
        assert f'id="scheme-{scheme.key}"' in page()
        for concept in scheme.concepts:
            row = page().partition(f'<tr id="{concept.id}">')[2].partition("</tr>")[0]
            words = concept.label
            for text in (words.zh, words.en, words.definition.zh, words.definition.en):
                assert text and text in unescape(row), concept.id


def test_nothing_is_left_out() -> None:
    ontology, terms = describe_ontology(), load()
    own = {n for n in terms.classes if ":" not in n}
    assert {t.name for t in ontology.classes} == own
    assert {n for n in terms.properties if ":" not in n} <= {t.name for t in ontology.properties}
    assert {s.key: tuple(c.id.partition("/")[2] for c in s.concepts) for s in ontology.schemes} == terms.concepts


def test_links_lead_somewhere_and_anchors_are_unique() -> None:
    anchors = re.findall(r'\bid="([^"]+)"', page())
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page())) <= set(anchors)


def test_nothing_is_loaded_and_no_script_runs() -> None:
    assert set(re.findall(r'(?:href|src)="(?!#)([^"]*)"', page())) == set()
    assert "<script" not in page() and "url(" not in re.sub(r"url\(#[\w-]+\)", "", page())
    assert "default-src &#39;none&#39;" in page()


def test_axioms_and_counts_are_reported() -> None:
    assert "互逆 inverse of partOf" in page()
    assert "属性链 follows from inverse of covers, then runs" in page()
    assert axiom("partOf some Framework") == "必有 partOf some Framework"
    assert "<dd>337</dd>" in page()
    assert "in the graph" not in render(None).partition("</main>")[0]


def test_the_questions_are_those_of_the_document() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert {m[0]: (m[1], m[2]) for m in re.findall(r"^## (CQ\d+)\n\n(.+)\n\n(.+)\n", text, re.MULTILINE)} == QUESTIONS


def test_drawn_properties_hold_between_the_classes_drawn() -> None:
    """Each end is in the property's domain or range, or above or below a class of it."""
    terms = {t.name: t for t in describe_ontology().properties}
    for one, name, other in TIES:
        if not name:
            assert other in load().ancestors[one], (one, other)
            continue
        for drawn, ends in ((one, terms[name].domain), (other, terms[name].range)):
            assert any(related(drawn, end) for end in ends), (name, drawn, ends)


def related(one: str, other: str) -> bool:
    return other in load().ancestors[one] or one in load().ancestors[other]


def drawings() -> list[Drawing]:
    below = ReferencePage(describe_ontology()).below
    return [ties(), *(tree(root, below) for root in ROOTS)]


@pytest.mark.parametrize("number", range(4))
def test_boxes_stand_apart_and_inside(number: int) -> None:
    drawing = drawings()[number]
    for box in drawing.boxes:
        assert BOX_W / 2 <= box.x <= drawing.width - BOX_W / 2
        assert BOX_H / 2 <= box.y <= drawing.height - BOX_H / 2
        near = [b for b in drawing.boxes if abs(b.x - box.x) < BOX_W and abs(b.y - box.y) < BOX_H]
        assert near == [box]


def test_every_class_is_drawn_once_in_the_trees() -> None:
    drawn = [box.name for drawing in drawings()[1:] for box in drawing.boxes]
    assert sorted(drawn) == sorted(t.name for t in describe_ontology().classes)


def test_words_are_data_never_markup() -> None:
    assert "Xiong&#39;an" in page() and "Xiong'an" not in page()


def test_the_command_writes_the_page_or_lists_the_terms(cli: Cli, tmp_path: Path) -> None:
    assert cli("ontology", "--html", tmp_path / "site").status == 0
    written = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert re.search(r"图谱中 in the graph</dt><dd>337</dd>", written)
    rows = cli.rows("ontology")
    assert {"name": "City", "kind": "class", "zh": "城市", "en": "city"}.items() <= next(
        r for r in rows if r["name"] == "City"
    ).items()
    assert cli("ontology", "--html", tmp_path / "none", store=tmp_path / "no-store").status == 0


@pytest.mark.parametrize("width", [1400, 420])
def test_it_shows_in_a_browser(chromium: Browser, tmp_path: Path, width: int) -> None:
    """Nothing is wider than the window, nothing is asked of the network, the policy blocks nothing that is used."""
    path = tmp_path / "index.html"
    path.write_text(page(), encoding="utf-8")
    said: list[str] = []
    with chromium.new_page(viewport={"width": width, "height": 900}) as tab:
        tab.on("console", lambda message: said.append(message.text))
        tab.on("request", lambda request: said.append(request.url) if request.url != path.as_uri() else None)
        tab.goto(path.as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") == width
        overflow = "[...document.querySelectorAll('svg rect')].filter(r => [...r.parentNode.querySelectorAll('text')]"
        overflow += ".some(t => t.getBBox().width > r.getBBox().width)).length"
        assert tab.evaluate(overflow) == 0
    assert said == []
