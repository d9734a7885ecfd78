"""The catalogue: every query says in both languages what it answers, for which question, and what it takes."""

from __future__ import annotations

import re
from functools import cache

import pytest
from cemai.ontology.namespaces import local
from cemai.ontology.schema import load, ontology_quads
from cemai.queries.catalogue import catalogue
from pyoxigraph import NamedNode

from tests.house.rooms import ROOT
from tests.running import Inside


@cache
def declared() -> set[str]:
    """Local names of everything that the ontology describes."""
    return {local(q.subject.value) for q in ontology_quads() if isinstance(q.subject, NamedNode)}


NAMES = sorted(catalogue())


@pytest.mark.parametrize("name", NAMES)
def test_a_query_describes_itself(name: str) -> None:
    query = catalogue()[name]
    assert re.search(r"[\u4e00-\u9fff]", query.zh) and re.search(r"[a-z]", query.en)
    assert query.questions and all(re.fullmatch(r"CQ\d+", q) for q in query.questions)
    for parameter in query.parameters:
        assert parameter.zh and parameter.en, parameter
        assert f"?{parameter.name}" in query.text
        assert parameter.scheme is None or parameter.scheme in load().concepts, parameter
        assert all(c in load().classes for c in parameter.classes), parameter


@pytest.mark.parametrize("name", NAMES)
def test_a_query_reads_only_what_the_ontology_names(name: str) -> None:
    """A misspelt term would give an empty answer without a word."""
    text = re.sub(r"(?m)^\s*#.*$", "", catalogue()[name].text)
    used = set(re.findall(r"\bcm:(\w+)", text))
    assert used <= declared()
    for scheme, key in re.findall(r"cemai/id/([a-z-]+)/([a-z0-9-]+)>", text):
        assert key in load().concepts[scheme], f"{scheme}/{key}"


def test_the_command_lists_them_all(ask: Inside) -> None:
    assert [r["name"] for r in ask.rows("queries")] == NAMES
    found = {r["name"] for r in ask.rows("queries", "batch")}
    assert "zones/by-batch" in found and len(found) < len(NAMES)


def test_every_file_is_in_the_catalogue() -> None:
    files = {p.relative_to(ROOT / "queries").with_suffix("").as_posix() for p in (ROOT / "queries").rglob("*.rq")}
    assert files == set(NAMES)
