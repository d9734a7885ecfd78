"""Queries and arguments that cannot be answered: one clear message and exit status 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Small

SELECT = "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1"

ARGUMENTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "unknown query": (("query", "zones/by-bath"), ("zones/by-bath", "zones/by-batch")),
    "no such file": (("query", "nothing.rq"), ("nothing.rq",)),
    "unknown parameter": (("query", "zones/by-province", "-p", "city=1"), ("city", "until")),
    "parameter without =": (("query", "zones/by-province", "-p", "until"), ("until", "=")),
    "missing parameter": (("query", "zones/dates-of"), ("place",)),
    "no such day": (("query", "zones/by-province", "-p", "until=2015-13-01"), ("until", "2015-13-01", "month")),
    "no number": (("query", "evaluation/results", "-p", "year=last"), ("year", "last")),
    "unknown concept": (("query", "evaluation/results", "-p", "tier=tier-9"), ("tier-9", "tier-1")),
    "concept that is no key": (("query", "evaluation/results", "-p", "tier=a b"), ("tier", "a b")),
    "unknown role": (("trace", "1210", "--role", "adpoted"), ("adpoted", "adopted")),
    "trace until no such day": (("trace", "1210", "--until", "2015-13-01"), ("2015-13-01",)),
    "unknown name": (("show", "杭洲"), ("杭洲", "杭州市")),
    "empty name": (("show", ""), ("",)),
    "name that is no IRI": (("show", "place/<x>"), ("place/<x>",)),
    "trace of a city": (("trace", "杭州"), ("杭州",)),
    "unknown claim": (("explain", "mini/adoptions/wenzhou"), ("mini/adoptions/wenzhou",)),
    "claim that is no IRI": (("explain", "<x> y"), ("<x> y",)),
    "corpus that is not there": (("explain", "mini/adoptions/ningbo", "--corpus", "/nowhere"), ("/nowhere",)),
    "unknown format": (("queries", "--format", "xml"), ("xml",)),
}

TEXTS: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "syntax": ("SELECT * WHERE { ?s ?p", ("parse", "语法")),
    "empty": ("", ("query",)),
    "two queries": (f"{SELECT} ; {SELECT}", ("parse",)),
    "assigned twice": ("SELECT ?s (1 AS ?s) WHERE { ?s ?p ?o }", ("parse",)),
    "unknown prefix": ("SELECT * WHERE { ?s nope:p ?o }", ("parse", "Prefix")),
    "not UTF-8": ("SELECT * WHERE { ?s ?p '杭州' }".encode("gb18030"), ("UTF-8",)),
    "header that is a list": (f"#+ [a]\n{SELECT}", ("header",)),
    "header cut off": (f"#+ parameters: {{\n{SELECT}", ("header",)),
    "columns that are a list": (f"#+ columns: [a]\n{SELECT}", ("header",)),
    "a day that is none": (f"#+ made: 2020-13-01\n{SELECT}", ("header",)),
    "unknown type of parameter": (f"#+ parameters: {{x: {{type: colour}}}}\n{SELECT}", ("colour", "string")),
    "parameter that is not projected": (f"#+ parameters: {{x: {{default: a}}}}\n{SELECT}", ("x",)),
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_arguments(small: Small, name: str) -> None:
    arguments, told = ARGUMENTS[name]
    message = small.inside(*arguments).complaint
    assert [part for part in told if part not in message] == [], message


@pytest.mark.parametrize("name", TEXTS)
def test_texts_from_stdin_and_from_a_file(small: Small, tmp_path: Path, name: str) -> None:
    text, told = TEXTS[name]
    path = tmp_path / "mine.rq"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    for message in (small.inside("query", "-", text=text).complaint, small.inside("query", path).complaint):
        assert [part for part in told if part not in message] == [], message
