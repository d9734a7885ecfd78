"""docs/model.md: its examples run on the shipped graph, and every term it names exists."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from cemai.ontology.schema import load

from tests.running import Cli

DOCUMENT = Path(__file__).parents[3] / "docs" / "model.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("number", range(len(blocks("sparql"))))
def test_each_query_has_an_answer(cli: Cli, number: int) -> None:
    done = cli("query", "-", "--format", "json", text=blocks("sparql")[number])
    assert done.status == 0, done.err
    assert done.json()


def test_the_derivation_names_two_premises(cli: Cli) -> None:
    rows = cli("query", "-", "--format", "json", text=blocks("sparql")[2]).json()
    assert {r["tier"] for r in rows} == {"evidence-tier/unverified"}
    assert {r["premise"].split("/")[1] for r in rows if r["innovation"] == "innovation/9710"} == {
        "places",
        "public-acts",
    }


def test_the_python_example_runs(graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".cemai").symlink_to(graph)
    monkeypatch.chdir(tmp_path)
    (example,) = blocks("python")
    test = doctest.DocTestParser().get_doctest(example, {}, "model.md", str(DOCUMENT), 0)
    assert len(test.examples) > 5
    assert doctest.DocTestRunner().run(test).failed == 0


def test_every_term_exists() -> None:
    terms = load()
    named = set(re.findall(r"\bcm:(\w+)", TEXT))
    kinds = set(re.findall(r"^\| `(\w+)` \S+ \|", TEXT, re.MULTILINE))
    annotations = {"predicate", "derivedPredicate"}
    assert {*named, *kinds} <= terms.classes | terms.properties | annotations
    assert len(kinds) == 7


@pytest.mark.parametrize("part", re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:], ids=lambda p: p.split()[0])
def test_every_part_speaks_both_languages(part: str) -> None:
    assert re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", part)
    assert re.search(r"[\u4e00-\u9fff]{6}", part)
