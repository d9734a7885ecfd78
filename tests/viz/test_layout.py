"""Positions computed beforehand, and names cut as they have to be."""

from __future__ import annotations

from cemai.graph.model.date_text import brief
from cemai.ontology.text import LangText
from cemai.viz.facts import Head, Thing
from cemai.viz.layout import rings
from cemai.viz.network import Node, network_page
from cemai.viz.shell import with_home


def test_positions_are_the_same_each_time_and_apart() -> None:
    """Without chance: no two nodes on one spot."""
    parents: dict[str, str | None] = {"root": None} | {f"n{i}": "root" for i in range(300)}
    places = rings(parents)
    assert places == rings(parents)
    assert len(set(places.values())) == len(parents)


def test_a_page_of_one_node() -> None:
    root = Thing("root", LangText("根", "root"), "innovation")
    assert "root" in network_page(Head(LangText("t")), (), (Node(root, None),), ())


def test_a_page_of_a_site_leads_back_and_one_alone_does_not() -> None:
    root = Thing("root", LangText("根", "root"), "innovation")
    page = network_page(Head(LangText("t")), (), (Node(root, None),), ())
    back = with_home(page, "../index.html", LangText("<回>", "back"))
    assert 'class="home"' not in page
    assert '<a class="home" href="../index.html">' in back and "&lt;回&gt;" in back and "<回>" not in back


def test_a_span_reads_as_exactly_as_it_is_stated() -> None:
    spans = {
        ("2016-01-06", "2016-01-06"): "2016-01-06", ("2016-01-01", "2016-01-31"): "2016-01",
        ("2016-01-01", "2016-12-31"): "2016", ("2016-02-01", "2016-02-29"): "2016-02",
        ("2016-01-06", "2016-02-01"): "2016-01-06–2016-02-01", ("2016-01-06", ""): "2016-01-06",
    }  # fmt: skip
    assert {span: brief(*span) for span in spans} == spans
